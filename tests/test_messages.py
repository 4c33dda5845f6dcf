"""The catalogue: every text in both languages, with the same values."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
import yaml

import generator.messages
from generator.messages import Language, preferred_language, text

FOLDER = Path(generator.messages.__file__).parent
ENTRIES = [
    (path.stem, key, entry)
    for path in sorted(FOLDER.glob("*.yaml"))
    for key, entry in yaml.safe_load(path.read_text(encoding="utf-8")).items()
]


def values_of(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


@pytest.mark.parametrize(("subject", "key", "entry"), ENTRIES, ids=lambda part: str(part)[:40])
def test_an_entry_says_the_same_in_both_languages(
    subject: str, key: str, entry: dict[str, str]
) -> None:
    assert set(entry) == {"ja", "en"}
    assert values_of(entry["ja"]) == values_of(entry["en"])
    assert all(value.isidentifier() for value in values_of(entry["ja"]))
    values = dict.fromkeys(values_of(entry["ja"]), "x")
    assert text(f"{subject}.{key}", "ja", **values)
    assert text(f"{subject}.{key}", "en", **values)


def test_no_key_stands_twice_in_a_subject() -> None:
    for path in FOLDER.glob("*.yaml"):
        lines = path.read_text(encoding="utf-8").splitlines()
        keys = [line.split(":")[0] for line in lines if line and line[0] not in " #-"]
        assert len(set(keys)) == len(keys), path.name


def test_a_text_that_is_missing_is_our_bug() -> None:
    with pytest.raises(KeyError):
        text("spec.nothing_of_this_name")


def test_values_are_never_read_as_templates() -> None:
    assert "{name}{0}" in text("spec.unknown_role", "ja", name="{name}{0}")


@pytest.mark.parametrize(
    ("requested", "environment", "expected"),
    [
        (None, None, "ja"),
        ("en", "ja", "en"),
        (None, "en_US.UTF-8", "en"),
        ("ja-JP", "en", "ja"),
        ("fr", "en", "en"),
        ("fr", "de", "ja"),
    ],
)
def test_the_language_is_the_one_wished_for_else_that_of_the_environment(
    requested: str | None,
    environment: str | None,
    expected: Language,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("SAWARU_LANG", raising=False)
    if environment:
        monkeypatch.setenv("SAWARU_LANG", environment)
    assert preferred_language(requested) == expected
