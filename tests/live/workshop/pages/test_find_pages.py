"""Pages of the workshop are found: a new one is a file, and nothing else is edited."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from generator.live.room.rights import Permission
from generator.live.workshop import pages
from generator.live.workshop.pages import find_pages
from generator.messages import text

PARKING = """
from generator.live.room.rights import Permission
from generator.live.workshop.page import Page


class ParkingPage:
    def build(self, request, who):
        pass


PAGE = Page(order=45, content=lambda services: ParkingPage(), needs=Permission.VERIFY)
"""


def test_every_module_is_a_page_with_a_title_and_an_address_of_its_own() -> None:
    found = find_pages()
    assert [page.address for page in found] == [f"/{page.name}" for page in found]
    assert len({page.order for page in found}) == len(found) > 10
    for page in found:
        assert page.title == text(f"workshop.{page.name}")
        for name in page.files:
            assert Path(pages.__path__[0], name).is_file()


def test_a_page_is_added_by_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "parking.py").write_text(PARKING, encoding="utf-8")
    monkeypatch.setattr(pages, "__path__", [*pages.__path__, str(tmp_path)])
    names = [page.name for page in find_pages()]
    assert names.index("board") + 1 == names.index("parking") == names.index("log") - 1
    [parking] = [page for page in find_pages() if page.name == "parking"]
    assert (parking.address, parking.needs) == ("/parking", Permission.VERIFY)
    del sys.modules[f"{pages.__name__}.parking"]
