"""Phases and roles: what is there, pale or gone follows the spec in every view that is open."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.live.room.conftest import Enter
from tests.live.serving import Served

FIRST, SECOND = "F1: {title: 概算の記録, phase: 1}", "F1: {title: 概算の記録, phase: 2}"
FORM = "report_form: {title: 通報する,"


def test_a_feature_that_is_put_off_leaves_the_first_phase_and_gets_a_chip_in_the_second(
    served: Served, enter: Enter
) -> None:
    first, both = enter("/s/report_form?phase=1"), enter("/s/report_form?phase=2")
    first.types("概算", "900")
    expect(both.field("概算")).to_be_visible()
    served.edit((FIRST, SECOND))
    expect(first.page.get_by_label("概算")).to_have_count(0)
    expect(first.page.get_by_text("900", exact=True)).to_be_visible()
    cost = both.page.locator(".kit-field", has_text="概算")
    expect(cost.locator(".kit-chip")).to_have_text("第2期")
    served.edit((SECOND, FIRST))
    expect(first.field("概算")).to_be_visible()
    expect(cost.locator(".kit-chip", has_text="第2期")).to_have_count(0)
    assert first.stayed()
    assert both.stayed()


def test_whoever_types_in_a_field_types_on_when_a_chip_or_a_help_appears_in_it(
    served: Served, enter: Enter
) -> None:
    desk = enter("/s/report_form?phase=")
    desk.types("概算", "900")
    box = desk.field("概算")
    box.evaluate("box => { box.focus(); box.setSelectionRange(1, 1); box.same = true }")
    served.edit((FIRST, SECOND))
    cost = desk.page.locator(".kit-field", has_text="概算")
    expect(cost.locator(".kit-chip")).to_have_text("第2期")
    served.edit(("{title: 概算,", "{title: 概算, help: 税込みで,"))
    expect(cost).to_contain_text("税込みで")
    expect(box).to_be_focused()
    assert box.evaluate("box => [box.same, box.selectionStart, box.value]") == [True, 1, "900"]


def test_what_becomes_undecided_is_pale_in_every_view(served: Served, enter: Enter) -> None:
    first, every = enter("/s/report_form?phase=1"), enter("/s/report_form?phase=")
    served.edit((FIRST, "F1: {title: 概算の記録, phase: undecided}"))
    for visitor in (first, every):
        cost = visitor.page.locator(".kit-field.kit-ghost", has_text="概算")
        expect(cost.locator(".kit-chip")).to_have_text("未決")
        assert visitor.stayed()


def test_a_screen_of_another_role_leaves_the_menus_of_the_others(
    served: Served, enter: Enter
) -> None:
    desk, roads = enter("/?role=desk"), enter("/?role=roads")
    served.edit((FORM, f"{FORM} roles: [roads],"))
    expect(desk.page.get_by_role("navigation").get_by_text("通報する")).to_have_count(0)
    assert desk.stayed()
    expect(roads.page.get_by_role("navigation").get_by_text("通報する")).to_have_count(1)


def test_a_form_that_is_taken_from_a_role_refuses_it_and_gives_the_text_back_later(
    served: Served, enter: Enter
) -> None:
    desk = enter("/s/report_form?role=desk")
    desk.types("場所", "窓口の道")
    served.edit((FORM, f"{FORM} roles: [roads],"))
    expect(desk.page.get_by_role("alert")).to_contain_text("開ける役割: 道路係")
    served.edit((f"{FORM} roles: [roads],", FORM))
    expect(desk.field("場所")).to_have_value("窓口の道")
    assert desk.stayed()


def test_a_renamed_role_and_phase_are_called_so_in_the_header(served: Served, enter: Enter) -> None:
    desk = enter("/")
    served.edit(("desk: 窓口", "desk: 総合窓口"), ("2: 第2期", "2: 次の期"))
    expect(desk.page.get_by_role("option", name="総合窓口として見る")).to_be_attached()
    expect(desk.page.get_by_role("option", name="次の期まで")).to_be_attached()
    assert desk.stayed()
