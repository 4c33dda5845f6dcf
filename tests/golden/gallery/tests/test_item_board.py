"""見本の進み具合"""

import pytest
from playwright.sync_api import expect

from tests.visit import Visit

ADDRESS = "/s/item_board"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_title("見本の進み具合")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "見本の進み具合" [level=1]
          - region "下書き"
          - region "提出済"
          - region "承認済"
          - region "取り下げた"
        """
    )


@pytest.mark.parametrize("role", ["chief"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("見本の進み具合")


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_no_barriers()


@pytest.mark.render
def test_has_its_columns_in_order(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.board.expect_columns(["下書き", "提出済", "承認済", "取り下げた"])


def test_shows_records_as_cards_in_their_columns(look: Visit) -> None:
    records = [
        ("下書き", look.record("item", {"state": ["下書き"]})),
        ("提出済", look.record("item", {"state": ["提出済"]})),
        ("承認済", look.record("item", {"state": ["承認済"]})),
        ("取り下げた", look.record("item", {"state": ["取下げ"]})),
    ]
    look.open(ADDRESS, role="clerk")
    for column, record in records:
        look.board.expect_lines(look.board.card(column, record), ["種類"])


def test_a_card_moves_by_its_menu(visit: Visit) -> None:
    record = visit.record("item", {"state": ["下書き"]})
    visit.open(ADDRESS, role="clerk")
    card = visit.board.card("下書き", record)
    visit.board.move(card, "提出する")
    dialog = visit.dialog("提出する")
    dialog.fill("作った日", "2026-04-01")
    dialog.click("提出する")
    expect(visit.board.card("提出済", record)).to_be_visible()
    expect(card).to_have_count(0)


def test_a_card_moves_when_it_is_dragged(visit: Visit) -> None:
    record = visit.record("item", {"state": ["提出済"]})
    visit.open(ADDRESS, role="chief")
    card = visit.board.card("提出済", record)
    visit.board.drag(card, visit.board.column("承認済"))
    expect(visit.board.card("承認済", record)).to_be_visible()
    expect(card).to_have_count(0)


def test_a_card_stays_when_it_is_dragged_where_it_may_not_go(look: Visit) -> None:
    record = look.record("item", {"state": ["下書き"]})
    look.open(ADDRESS, role="clerk")
    card = look.board.card("下書き", record)
    look.board.drag(card, look.board.column("承認済"))
    look.board.expect_not_moved("下書き", "承認済")
    expect(card).to_be_visible()
