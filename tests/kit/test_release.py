"""The kit is a release of its own: its map names every part, and its changelog its version."""

from __future__ import annotations

import re
from pathlib import Path

import blueprints.kit as kit
from blueprints.kit import VERSION

KIT = Path(kit.__path__[0])
README = (KIT / "README.md").read_text(encoding="utf-8")


def test_the_changelog_tells_of_the_version() -> None:
    changelog = (KIT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(r"^## (\S+)", changelog, re.MULTILINE)[1] == VERSION  # type: ignore[index]


def test_the_map_names_only_what_is_there_and_every_folder() -> None:
    named = set(re.findall(r"`((?:[a-z_]+/)*[a-z_]+\.(?:py|js)|[a-z]+/)`", README))
    elsewhere = {"main.py", "model.py", "screens/", "__init__.py", "fields/__init__.py"}
    missing = [name for name in named - elsewhere if not (KIT / name).exists()]
    assert missing == []
    # A folder that was renamed may be left behind, with nothing in it but what Python compiled.
    folders = {f"{path.parent.name}/" for path in KIT.glob("[!_]*/*") if path.is_file()}
    assert folders <= named
