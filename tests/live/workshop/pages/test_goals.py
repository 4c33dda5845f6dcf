"""The goals as a tree, which follows the spec and shows what is out of place."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.live.room.conftest import Enter
from tests.live.serving import Served
from tests.live.workshop.deciding import opened
from tests.prototypes import barriers, expect_no_sideways_scrolling


def test_the_tree_follows_the_spec_and_shows_what_serves_nothing(
    served: Served, enter: Enter
) -> None:
    wall = enter("/goals", viewport={"width": 390, "height": 800})
    branches = wall.page.locator(".workshop-goal")
    first = branches.filter(has_text="G1 早く直す")
    expect(first.get_by_role("button", name="F1 概算の記録")).to_be_visible()
    expect(first).to_contain_text("まだ決まっていません")
    expect(
        wall.page.get_by_role("heading", name="どの目標にもつながらない機能(1件)")
    ).to_be_visible()
    served.edit(
        (
            "G1: {title: 早く直す}",
            "G1: {title: 早く直す, measure: 日数, now: 9, target: 3, unit: 営業日, by: 2027-12}\n"
            '  G1-1: {title: "<b>早く見る</b>", parent: G1}',
        )
    )
    expect(first.first).to_contain_text("今 9営業日 → 目標 3営業日")
    inner = first.first.locator(".workshop-goal")
    expect(inner).to_contain_text("G1-1 <b>早く見る</b>")
    expect(inner).to_contain_text("どの機能も支えていません")
    first.first.locator("> summary").click()
    expect(inner).to_be_hidden()
    served.edit(("by: 2027-12", "by: 2028-03"))
    expect(branches.filter(has_text="2028-03")).to_have_count(1)
    expect(inner).to_be_hidden()
    wall.page.emulate_media(media="print")
    expect(inner).to_be_visible()
    wall.page.emulate_media(media="screen")
    expect_no_sideways_scrolling(wall.page)
    assert wall.errors == []
    assert wall.stayed()


def test_a_feature_is_decided_on_from_its_goal(enter: Enter) -> None:
    wall = enter("/goals")
    wall.page.get_by_role("button", name="F2 写真を付ける").first.click()
    opened(wall).says("電話を減らす", "概算の記録(第1期)")


def test_the_tree_is_made_larger_by_buttons_and_keys_and_stays_so_for_the_visit(
    enter: Enter,
) -> None:
    wall = enter("/goals")
    page = wall.page
    tree = page.get_by_role("group", name="目標の木")
    title = tree.get_by_role("heading", name="G1 早く直す")

    def height() -> float:
        box = title.bounding_box()
        assert box is not None
        return box["height"]

    small = height()
    larger, largest = pytest.approx(1.25 * small, abs=1), pytest.approx(1.5 * small, abs=1)
    page.get_by_role("button", name="大きく").click()
    assert height() == larger
    tree.focus()
    page.keyboard.press("+")
    assert height() == largest
    wall.visit("/goals")
    assert height() == largest
    page.keyboard.press("-")  # the focus is elsewhere
    assert height() == largest
    page.emulate_media(media="print")
    assert height() == small
    page.emulate_media(media="null")
    page.get_by_role("button", name="元の大きさ").click()
    assert height() == small
    assert barriers(page) == []
