"""The phase board: what comes when, dragged and narrowed, while others decide."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from generator.blueprints import Blueprints
from generator.live.workshop.pages.board import unmet_needs
from generator.spec.load import load_bytes
from generator.spec.model import Spec
from tests.live.room.conftest import Enter
from tests.live.serving import Served
from tests.live.workshop.conftest import SPEC
from tests.live.workshop.deciding import card, opened, press_card


def spec_of(text: str) -> Spec:
    loaded = load_bytes(text.encode(), "town.yaml", Blueprints.find(None).vocabulary)
    assert loaded.spec, loaded.problems
    return loaded.spec


def test_columns_have_their_totals_and_cards_say_goal_difficulty_who_and_why(
    enter: Enter,
) -> None:
    board = enter("/board")
    for column, total in (("第1期", 1), ("第2期", 2), ("対象外", 0), ("未決", 1)):
        region = board.page.get_by_role("region", name=column, exact=True)
        expect(region.locator(".kit-count")).to_have_text(f"{total}件")
        expect(region.locator(".workshop-card")).to_have_count(total)
    known = card(board, "第2期", "対象外の管理")
    for said in (
        "早く直す",
        "電話を減らす",
        "会津若松市 建設課 係長",
        "当面は人が判断する",
        "20件/月",
    ):
        expect(known).to_contain_text(said)
    expect(card(board, "第2期", "写真を付ける")).to_contain_text("難しい")
    expect(card(board, "第1期", "概算の記録")).to_contain_text("質問1件")


def test_a_card_that_is_dragged_opens_its_sheet_with_the_phase_chosen(
    served: Served, enter: Enter
) -> None:
    board, wall = enter("/board"), enter("/board")
    column = board.page.get_by_role("region", name="対象外", exact=True)
    card(board, "未決", "通知").drag_to(column)
    sheet = opened(board)
    expect(sheet.whole.get_by_label("対象外", exact=True)).to_be_checked()
    sheet.fill("掲示で足りる", "総務課").press().is_closed()
    expect(card(wall, "対象外", "通知")).to_contain_text("掲示で足りる")
    expect(wall.page.get_by_role("region", name="未決").locator(".workshop-card")).to_have_count(0)
    assert wall.stayed()
    assert "掲示で足りる" in served.spec.read_text(encoding="utf-8")


def test_a_card_that_is_dropped_where_it_was_decides_nothing(enter: Enter) -> None:
    board = enter("/board")
    card(board, "第2期", "写真を付ける").drag_to(card(board, "第2期", "対象外の管理"))
    press_card(board, "通知")
    expect(board.page.get_by_role("dialog")).to_have_count(1)
    expect(board.page.get_by_role("dialog")).to_have_attribute("aria-label", "通知")


@pytest.mark.parametrize(
    ("label", "choice", "titles"),
    [
        ("目標", "電話を減らす", ["写真を付ける", "対象外の管理"]),
        ("手順", "通報から完了まで / 通報する", ["概算の記録"]),
        ("決めた人の所属", "会津若松市", ["対象外の管理"]),
    ],
)
def test_the_board_is_narrowed_and_the_address_keeps_it(
    enter: Enter, label: str, choice: str, titles: list[str]
) -> None:
    board = enter("/board")
    board.page.get_by_label(label, exact=True).select_option(choice)
    cards = board.page.locator(".workshop-card")
    expect(cards).to_have_count(len(titles))
    for title in titles:
        expect(cards.filter(has_text=title)).to_have_count(1)
    assert "?" in board.page.url
    again = enter(board.page.url.removeprefix(board.address))
    expect(again.page.locator(".workshop-card")).to_have_count(len(titles))


def test_a_half_filled_sheet_stays_while_the_board_changes_behind_it(
    served: Served, enter: Enter
) -> None:
    board, other = enter("/board"), enter("/board")
    sheet = press_card(board, "通知").choose("対象外")
    reason = sheet.field("理由")
    reason.click()
    reason.press_sequentially("まだ")
    press_card(other, "写真を付ける").choose("第1期").fill("先に", "課長").press().is_closed()
    expect(card(board, "第1期", "写真を付ける")).to_be_attached()
    expect(reason).to_be_focused()
    board.page.keyboard.type("途中")
    expect(reason).to_have_value("まだ途中")
    served.edit(("title: 概算の記録", "title: 金額の記録"))
    expect(card(board, "第1期", "金額の記録")).to_be_attached()
    sheet.fill(by="総務課").press().is_closed()
    expect(card(other, "対象外", "通知")).to_contain_text("まだ途中")
    assert board.stayed()


@pytest.mark.parametrize(
    ("feature", "unmet"),
    [("F1", []), ("F2", []), ("F3", []), ("F4", [])],
)
def test_needs_that_come_in_time_or_are_needed_by_the_undecided_are_met(
    feature: str, unmet: list[str]
) -> None:
    spec = spec_of(SPEC)
    assert unmet_needs(spec, spec.features[feature]) == unmet


@pytest.mark.parametrize("phase", ["2", "out", "undecided"])
def test_a_need_that_comes_later_or_not_is_not_met(phase: str) -> None:
    spec = spec_of(
        "project: 通報\nphases: {1: 第1期, 2: 第2期}\nentities: {report: {fields: {place: 場所}}}\n"
        f"features:\n  A: {{title: あ, phase: 1, needs: [B]}}\n  B: {{title: い, phase: {phase}}}\n"
    )
    assert unmet_needs(spec, spec.features["A"]) == ["B"]
