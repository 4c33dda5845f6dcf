"""Many changes in a row: no page is stale at the end, no text is lost, nothing piles up."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.live.room.conftest import Enter
from tests.live.serving import Served
from tests.live.visiting import Visitor

TITLE = "place: {title: 場所"
ADDRESSES = ("/s/report_form", "/s/report_list", "/s/report_form?role=roads", "/s/report_form")


def _change(served: Served, number: int) -> None:
    """Rename a field; every other time a further field comes or goes as well."""
    last = TITLE if number == 0 else f"{TITLE}{number - 1}"
    more = "      extra: {title: 追加}\n      place: {"
    extra = (more, "      place: {") if number % 2 else ("      place: {", more)
    served.edit((f"{last},", f"{TITLE}{number},"), extra)


def _elements(visitor: Visitor) -> int:
    return int(visitor.page.evaluate("Object.keys(mounted_app.elements).length"))


def _run(served: Served, enter: Enter, changes: int, browsers: int) -> list[int]:
    """Make changes while people type; return the kilobytes of the server after each."""
    visitors = [enter(ADDRESSES[number % len(ADDRESSES)]) for number in range(browsers)]
    forms = [visitor for visitor in visitors if "form" in visitor.page.url]
    for number, visitor in enumerate(forms):
        visitor.types("幅", f"幅{number}")
    at_first = [_elements(visitor) for visitor in visitors]
    process = served.generate.room_process()
    memory = []
    for number in range(changes):
        _change(served, number)
        expect(visitors[0].field(f"場所{number}")).to_be_visible()
        memory.append(_kilobytes(process))
    for visitor in visitors:
        shown = f"場所{changes - 1}"
        expect(
            visitor.page.get_by_role("main").get_by_text(shown, exact=True).first
        ).to_be_visible()
        assert visitor.stayed()
        assert visitor.errors == []
    for number, visitor in enumerate(forms):
        expect(visitor.field("幅")).to_have_value(f"幅{number}")
    assert [_elements(visitor) for visitor in visitors] == at_first
    return memory


def _kilobytes(process: int) -> int:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


def test_thirty_changes_leave_no_page_stale_and_no_text_lost(served: Served, enter: Enter) -> None:
    _run(served, enter, changes=30, browsers=4)


def test_saves_faster_than_the_room_can_follow_end_with_the_last(
    served: Served, enter: Enter
) -> None:
    visitors = [enter("/s/report_form") for _ in range(3)]
    for number in range(20):
        _change(served, number)
    for visitor in visitors:
        expect(visitor.field("場所19")).to_be_visible()
        assert visitor.stayed()


@pytest.mark.slow
def test_five_hundred_changes_with_twenty_browsers_need_no_more_memory(
    served: Served, enter: Enter
) -> None:
    memory = _run(served, enter, changes=500, browsers=20)
    assert memory[-1] < 1.2 * memory[100]
