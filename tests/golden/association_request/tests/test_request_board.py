"""仕分けボード"""

import pytest
from playwright.sync_api import expect

from tests.visit import Visit

ADDRESS = "/s/request_board"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_title("仕分けボード")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "仕分けボード" [level=1]
          - region "受付"
          - region "差戻し"
          - region "担当割当"
          - region "確認中"
          - region "実施"
          - region "予算検討"
          - region "関係機関へ"
          - region "不可"
          - region "回答済"
          - region "継続"
          - region "完了"
          - region "取下げ"
        """
    )


@pytest.mark.parametrize("role", ["section", "manager"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("仕分けボード")


@pytest.mark.parametrize("role", ["association", "planner"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.parametrize(("phase", "shown", "hidden"), [("1", [], ["地元負担額"])])
def test_shows_in_each_phase_what_has_come_by_then(
    look: Visit, phase: str, shown: list[str], hidden: list[str]
) -> None:
    sent = look.read(ADDRESS, role="desk", phase=phase)
    sent.expect_with(shown)
    sent.expect_without(hidden)
    sent.expect_no_lines(hidden)


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_no_barriers()


@pytest.mark.render
def test_has_its_columns_in_order(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.board.expect_columns(
        [
            "受付",
            "差戻し",
            "担当割当",
            "確認中",
            "実施",
            "予算検討",
            "関係機関へ",
            "不可",
            "回答済",
            "継続",
            "完了",
            "取下げ",
        ],
    )


def test_shows_records_as_cards_in_their_columns(look: Visit) -> None:
    records = [
        ("受付", look.record("request", {"state": ["受付"]})),
        ("差戻し", look.record("request", {"state": ["差戻し"]})),
        ("担当割当", look.record("request", {"state": ["担当割当"]})),
        ("確認中", look.record("request", {"state": ["確認中"]})),
        ("実施", look.record("request", {"state": ["実施"]})),
        ("予算検討", look.record("request", {"state": ["予算検討"]})),
        ("関係機関へ", look.record("request", {"state": ["関係機関へ"]})),
        ("不可", look.record("request", {"state": ["不可"]})),
        ("回答済", look.record("request", {"state": ["回答済"]})),
        ("継続", look.record("request", {"state": ["継続"]})),
        ("完了", look.record("request", {"state": ["完了"]})),
        ("取下げ", look.record("request", {"state": ["取下げ"]})),
    ]
    look.open(ADDRESS, role="desk")
    for column, record in records:
        look.board.expect_lines(look.board.card(column, record), ["自治会の優先度"])


def test_a_card_moves_by_its_menu(visit: Visit) -> None:
    record = visit.record("request", {"state": ["受付"]})
    visit.open(ADDRESS, role="desk")
    card = visit.board.card("受付", record)
    visit.board.move(card, "担当課を割り当てる")
    dialog = visit.dialog("担当課を割り当てる")
    dialog.choose("担当課", "建設課")
    dialog.fill("回答期限", "2026-08-01")
    dialog.click("担当課を割り当てる")
    expect(visit.board.card("担当割当", record)).to_be_visible()
    expect(card).to_have_count(0)


def test_a_card_moves_when_it_is_dragged(visit: Visit) -> None:
    record = visit.record("request", {"state": ["回答済"]})
    visit.open(ADDRESS, role="section")
    card = visit.board.card("回答済", record)
    visit.board.drag(card, visit.board.column("継続"))
    expect(visit.board.card("継続", record)).to_be_visible()
    expect(card).to_have_count(0)


def test_a_card_stays_when_it_is_dragged_where_it_may_not_go(look: Visit) -> None:
    record = look.record("request", {"state": ["受付"]})
    look.open(ADDRESS, role="desk")
    card = look.board.card("受付", record)
    look.board.drag(card, look.board.column("確認中"))
    look.board.expect_not_moved("受付", "確認中")
    expect(card).to_be_visible()
