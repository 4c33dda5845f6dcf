"""対応状況ボード"""

import pytest
from playwright.sync_api import expect

from tests.visit import Visit

ADDRESS = "/s/report_board"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="roads")
    look.expect_title("対応状況ボード")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="roads")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "対応状況ボード" [level=1]
          - region "受付"
          - region "確認中"
          - region "対応の判断待ち"
          - region "対応中"
          - region "経過観察"
          - region "他機関引継"
          - region "完了"
          - region "対象外"
          - region "統合済"
          - region "取下げ"
        """
    )


@pytest.mark.parametrize("role", ["chief"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("対応状況ボード")


@pytest.mark.parametrize("role", ["citizen", "desk", "contractor"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="roads")
    look.expect_no_barriers()


@pytest.mark.render
def test_has_its_columns_in_order(look: Visit) -> None:
    look.open(ADDRESS, role="roads")
    look.board.expect_columns(
        [
            "受付",
            "確認中",
            "対応の判断待ち",
            "対応中",
            "経過観察",
            "他機関引継",
            "完了",
            "対象外",
            "統合済",
            "取下げ",
        ],
    )


def test_shows_records_as_cards_in_their_columns(look: Visit) -> None:
    records = [
        ("受付", look.record("report", {"state": ["受付"]})),
        ("確認中", look.record("report", {"state": ["確認中"]})),
        ("対応の判断待ち", look.record("report", {"state": ["判断待ち"]})),
        ("対応中", look.record("report", {"state": ["対応中"]})),
        ("経過観察", look.record("report", {"state": ["経過観察"]})),
        ("他機関引継", look.record("report", {"state": ["他機関引継"]})),
        ("完了", look.record("report", {"state": ["完了"]})),
        ("対象外", look.record("report", {"state": ["対象外"]})),
        ("統合済", look.record("report", {"state": ["統合済"]})),
        ("取下げ", look.record("report", {"state": ["取下げ"]})),
    ]
    look.open(ADDRESS, role="roads")
    for column, record in records:
        look.board.expect_lines(look.board.card(column, record), ["場所"])


def test_a_card_moves_by_its_menu(visit: Visit) -> None:
    record = visit.record("report", {"state": ["確認中"]})
    visit.open(ADDRESS, role="roads")
    card = visit.board.card("確認中", record)
    visit.board.move(card, "現地を確認した")
    dialog = visit.dialog("現地を確認した")
    dialog.fill("現地確認日", "2026-04-01")
    dialog.choose("管理者区分", "市町道")
    dialog.fill("確認した事実", "試験7391")
    dialog.click("現地を確認した")
    expect(visit.board.card("対応の判断待ち", record)).to_be_visible()
    expect(card).to_have_count(0)


def test_a_card_moves_when_it_is_dragged(visit: Visit) -> None:
    record = visit.record("report", {"state": ["経過観察"]})
    visit.open(ADDRESS, role="roads")
    card = visit.board.card("経過観察", record)
    visit.board.drag(card, visit.board.column("確認中"))
    expect(visit.board.card("確認中", record)).to_be_visible()
    expect(card).to_have_count(0)


def test_a_card_stays_when_it_is_dragged_where_it_may_not_go(look: Visit) -> None:
    record = look.record("report", {"state": ["受付"]})
    look.open(ADDRESS, role="roads")
    card = look.board.card("受付", record)
    look.board.drag(card, look.board.column("確認中"))
    look.board.expect_not_moved("受付", "確認中")
    expect(card).to_be_visible()
