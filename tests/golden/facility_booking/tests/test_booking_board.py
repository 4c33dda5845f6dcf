"""審査の進み具合"""

import pytest
from playwright.sync_api import expect

from tests.visit import Visit

ADDRESS = "/s/booking_board"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_title("審査の進み具合")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "審査の進み具合" [level=1]
          - region "仮予約"
          - region "審査中"
          - region "納付待"
          - region "納付済"
          - region "許可"
          - region "利用済"
          - region "取消"
          - region "還付決定"
          - region "還付済"
          - region "期限切れ"
          - region "不許可"
        """
    )


@pytest.mark.parametrize("role", ["officer"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("審査の進み具合")


@pytest.mark.parametrize("role", ["group", "chief", "cashier"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_no_barriers()


@pytest.mark.render
def test_has_its_columns_in_order(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.board.expect_columns(
        [
            "仮予約",
            "審査中",
            "納付待",
            "納付済",
            "許可",
            "利用済",
            "取消",
            "還付決定",
            "還付済",
            "期限切れ",
            "不許可",
        ],
    )


def test_shows_records_as_cards_in_their_columns(look: Visit) -> None:
    records = [
        ("仮予約", look.record("booking", {"state": ["仮予約"]})),
        ("審査中", look.record("booking", {"state": ["審査中"]})),
        ("納付待", look.record("booking", {"state": ["納付待"]})),
        ("納付済", look.record("booking", {"state": ["納付済"]})),
        ("許可", look.record("booking", {"state": ["許可"]})),
        ("利用済", look.record("booking", {"state": ["利用済"]})),
        ("取消", look.record("booking", {"state": ["取消"]})),
        ("還付決定", look.record("booking", {"state": ["還付決定"]})),
        ("還付済", look.record("booking", {"state": ["還付済"]})),
        ("期限切れ", look.record("booking", {"state": ["期限切れ"]})),
        ("不許可", look.record("booking", {"state": ["不許可"]})),
    ]
    look.open(ADDRESS, role="desk")
    for column, record in records:
        look.board.expect_lines(look.board.card(column, record), ["利用日", "時間帯", "利用団体"])


def test_a_card_moves_by_its_menu(visit: Visit) -> None:
    record = visit.record("booking", {"state": ["仮予約"]})
    visit.open(ADDRESS, role="desk")
    card = visit.board.card("仮予約", record)
    visit.board.move(card, "審査を始める")
    expect(visit.board.card("審査中", record)).to_be_visible()
    expect(card).to_have_count(0)


def test_a_card_moves_when_it_is_dragged(visit: Visit) -> None:
    record = visit.record("booking", {"state": ["納付待"]})
    visit.open(ADDRESS, role="desk")
    card = visit.board.card("納付待", record)
    visit.board.drag(card, visit.board.column("期限切れ"))
    expect(visit.board.card("期限切れ", record)).to_be_visible()
    expect(card).to_have_count(0)


def test_a_card_stays_when_it_is_dragged_where_it_may_not_go(look: Visit) -> None:
    record = look.record("booking", {"state": ["仮予約"]})
    look.open(ADDRESS, role="desk")
    card = look.board.card("仮予約", record)
    look.board.drag(card, look.board.column("納付待"))
    look.board.expect_not_moved("仮予約", "納付待")
    expect(card).to_be_visible()
