"""Errors never take the room down: the last good version stays, a bar says where it is."""

from __future__ import annotations

from contextlib import closing
from sqlite3 import connect

import pytest
from playwright.sync_api import Locator, expect

from tests.live.room.conftest import Enter
from tests.live.serving import Served
from tests.live.visiting import Visitor

PLACE = ("place: {title: 場所,", "place: {title: ばしょ,")
FORM = "screens/report_form.py"
LOCKED = "ほかの処理が記録を使っています"
BUILD = "    with form(view, Report):\n"


def bar(visitor: Visitor) -> Locator:
    return visitor.page.locator(".room-bar")


def test_a_mistake_in_the_spec_is_said_with_its_place_and_goes_when_mended(
    served: Served, enter: Enter
) -> None:
    desk, roads = enter("/s/report_form"), enter("/s/report_list")
    desk.types("場所", "途中の道")
    served.edit(("    title: 通報\n    label", "    titel: 通報\n    label"))
    for visitor in (desk, roads):
        expect(bar(visitor)).to_contain_text("town.yaml:6:5")
        expect(bar(visitor)).to_contain_text("titel")
    expect(desk.field("場所")).to_have_value("途中の道")
    served.generate.until("town.yaml:6:5: エラー")
    served.edit(("    titel: 通報\n    label", "    title: 通報\n    label"))
    for visitor in (desk, roads):
        expect(bar(visitor)).to_be_hidden()
        assert visitor.stayed()
    expect(desk.field("場所")).to_be_focused()


def test_who_comes_while_something_is_wrong_sees_the_last_good_prototype_and_the_bar(
    served: Served, enter: Enter
) -> None:
    enter("/")
    served.edit(("    title: 通報\n    label", "    titel: 通報\n    label"))
    late = enter("/s/report_form")
    expect(bar(late)).to_contain_text("town.yaml:6:5")
    expect(late.field("場所")).to_be_visible()


def _breaks_a_screen(served: Served, enter: Enter, change: tuple[str, str], said: str) -> None:
    """Break the form by hand: it stays as it was, with the bar, and works; others don't care."""
    desk, roads = enter("/s/report_form"), enter("/s/report_list")
    desk.types("場所", "壊れた日の道")
    served.edit_by_hand(FORM, change)
    for visitor in (desk, roads):
        expect(bar(visitor)).to_contain_text("report_form.py:")
        expect(bar(visitor)).to_contain_text(said)
        assert visitor.stayed()
    served.generate.until("Traceback")
    served.generate.until(said)
    expect(desk.field("場所")).to_have_value("壊れた日の道")
    expect(roads.page.get_by_role("table")).to_contain_text("城前の道")
    late = enter("/s/report_form")
    expect(late.field("場所")).to_be_visible()
    expect(bar(late)).to_contain_text(said)
    served.edit(PLACE)
    expect(roads.page.get_by_role("columnheader", name="ばしょ")).to_be_visible()
    expect(bar(roads)).to_contain_text(said)
    served.mend(FORM)
    for visitor in (desk, roads, late):
        expect(bar(visitor)).to_be_hidden()
    expect(desk.field("ばしょ")).to_have_value("壊れた日の道")
    desk.button("登録する").click()
    expect(desk.page.get_by_role("heading", name="壊れた日の道").first).to_be_visible()


def test_a_screen_that_can_not_be_imported_stays_as_it_was(served: Served, enter: Enter) -> None:
    change = ("\n\ndef build", "\n\nrubbish = nowhere\n\n\ndef build")
    _breaks_a_screen(served, enter, change, "NameError")


def test_a_screen_with_a_syntax_error_stays_as_it_was(served: Served, enter: Enter) -> None:
    _breaks_a_screen(served, enter, (BUILD, "    with form(view, Report:\n"), "SyntaxError")


def test_a_screen_that_fails_while_it_is_built_stays_as_it_was(
    served: Served, enter: Enter
) -> None:
    change = (BUILD, f"{BUILD}        1 / len([])\n")
    _breaks_a_screen(served, enter, change, "ZeroDivisionError")


ENDS = ("\n\nscreen =", "\n\nimport sys\nsys.exit(1)\nscreen =")
ENDS_WHEN_BUILT = (BUILD, f"    import sys\n    sys.exit(1)\n{BUILD}")


@pytest.mark.parametrize("change", [ENDS, ENDS_WHEN_BUILT])
def test_a_screen_that_wants_to_end_the_program_ends_nothing(
    served: Served, enter: Enter, change: tuple[str, str]
) -> None:
    _breaks_a_screen(served, enter, change, "sys.exit")


def test_a_style_that_is_saved_does_not_hide_that_a_screen_is_broken(
    served: Served, enter: Enter
) -> None:
    desk = enter("/s/report_form")
    served.edit_by_hand(FORM, ("\n\ndef build", "\n\nrubbish = nowhere\n\n\ndef build"))
    expect(bar(desk)).to_contain_text("NameError")
    css = served.out / "prototype/kit/static/kit.css"
    old = css.read_text(encoding="utf-8")
    served.edit_by_hand("kit/static/kit.css", (old, f"{old}\n.kit-form {{ opacity: 0.5; }}\n"))
    expect(desk.page.locator(".kit-form")).to_have_css("opacity", "0.5")
    expect(bar(desk)).to_contain_text("NameError")


def test_a_screen_that_fails_for_one_record_does_not_hurt_the_others(
    served: Served, enter: Enter
) -> None:
    one, two = enter("/s/report_detail/1"), enter("/s/report_detail/2")
    served.edit_by_hand(
        "screens/report_detail.py",
        (
            "    with detail(view, Report):\n",
            "    with detail(view, Report):\n        {2: 0}[view.record_id]\n",
        ),
    )
    for visitor in (one, two):
        expect(bar(visitor)).to_contain_text("KeyError")
    expect(one.page.get_by_role("heading", name="城前の道")).to_be_visible()
    served.mend("screens/report_detail.py")
    for visitor in (one, two):
        expect(bar(visitor)).to_be_hidden()
        assert visitor.stayed()


def test_a_model_edited_to_nonsense_changes_nothing(served: Served, enter: Enter) -> None:
    desk = enter("/s/report_form")
    desk.types("場所", "型の道")
    served.edit_by_hand("model.py", ('label="{place}"', "label=5 // 0"))
    expect(bar(desk)).to_contain_text("model.py:")
    expect(bar(desk)).to_contain_text("ZeroDivisionError")
    expect(enter("/s/report_list").page.get_by_role("table")).to_contain_text("城前の道")
    served.edit_by_hand("screens/report_list.py", ('title="通報一覧"', 'title="一覧表"'))
    served.generate.until("反映します: report_list.py")
    expect(bar(desk)).to_contain_text("model.py:")
    served.mend("model.py")
    expect(bar(desk)).to_be_hidden()
    expect(desk.page.get_by_role("navigation", name="メニュー")).to_contain_text("一覧表")
    desk.button("登録する").click()
    expect(desk.page.get_by_role("heading", name="型の道")).to_be_visible()


def test_a_kit_that_can_not_build_a_page_is_not_used(served: Served, enter: Enter) -> None:
    change = ("def _header(view: View) -> None:\n", "def _header(view: View) -> None:\n    1 / 0\n")
    desk = enter("/s/report_form")
    desk.types("場所", "枠の道")
    served.edit_by_hand("kit/page/frame.py", change)
    expect(bar(desk)).to_contain_text("frame.py:")
    expect(enter("/s/report_list").page.get_by_role("table")).to_contain_text("城前の道")
    served.edit(PLACE)
    expect(desk.field("ばしょ")).to_have_value("枠の道")
    expect(bar(desk)).to_contain_text("frame.py:")
    served.mend("kit/page/frame.py")
    expect(bar(desk)).to_be_hidden()
    assert desk.stayed()


def test_a_kit_that_breaks_while_nobody_looks_is_not_used_either(
    served: Served, enter: Enter
) -> None:
    change = ("def _header(view: View) -> None:\n", "def _header(view: View) -> None:\n    1 / 0\n")
    served.edit_by_hand("kit/page/frame.py", change)
    served.generate.until("ZeroDivisionError")
    desk = enter("/s/report_form")
    expect(bar(desk)).to_contain_text("frame.py:")


def test_a_database_that_somebody_else_locks_is_said_and_the_text_stays(
    served: Served, enter: Enter
) -> None:
    desk = enter("/s/report_form")
    desk.types("場所", "鍵の道")
    save = desk.button("登録する")
    with closing(connect(served.out / "data/records.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        save.click()
        alert = desk.page.get_by_role("main").get_by_role("alert")
        expect(alert).to_contain_text(LOCKED)
        expect(desk.field("場所")).to_have_value("鍵の道")
        served.edit(PLACE)
        expect(bar(desk)).to_contain_text(LOCKED)
        expect(desk.field("場所")).to_have_value("鍵の道")
        other.execute("ROLLBACK")
    expect(desk.field("ばしょ")).to_have_value("鍵の道")
    expect(bar(desk)).to_be_hidden()
    save.click()
    expect(desk.page.get_by_role("heading", name="鍵の道")).to_be_visible()
