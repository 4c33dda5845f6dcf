"""Requests at a glance"""

import pytest
from playwright.sync_api import expect

from tests.visit import Visit

ADDRESS = "/s/booking_board"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_title("Requests at a glance")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "Requests at a glance" [level=1]
          - region "Requested"
          - region "Confirmed"
          - region "Closed"
          - region "Cancelled"
        """
    )


@pytest.mark.parametrize("role", ["staff"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_no_barriers()


@pytest.mark.render
def test_has_its_columns_in_order(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.board.expect_columns(["Requested", "Confirmed", "Closed", "Cancelled"])


def test_shows_records_as_cards_in_their_columns(look: Visit) -> None:
    records = [
        ("Requested", look.record("booking", {"state": ["requested"]})),
        ("Confirmed", look.record("booking", {"state": ["confirmed"]})),
        ("Closed", look.record("booking", {"state": ["closed"]})),
        ("Cancelled", look.record("booking", {"state": ["cancelled"]})),
    ]
    look.open(ADDRESS, role="clerk")
    for column, record in records:
        look.board.expect_lines(look.board.card(column, record), ["Room", "Day", "Starts"])


def test_a_card_moves_by_its_menu(visit: Visit) -> None:
    record = visit.record("booking", {"state": ["requested"]})
    visit.open(ADDRESS, role="clerk")
    card = visit.board.card("Requested", record)
    visit.board.move(card, "Confirm")
    expect(visit.board.card("Confirmed", record)).to_be_visible()
    expect(card).to_have_count(0)


def test_a_card_moves_when_it_is_dragged(visit: Visit) -> None:
    record = visit.record("booking", {"state": ["requested"]})
    visit.open(ADDRESS, role="clerk")
    card = visit.board.card("Requested", record)
    visit.board.drag(card, visit.board.column("Confirmed"))
    expect(visit.board.card("Confirmed", record)).to_be_visible()
    expect(card).to_have_count(0)


def test_a_card_stays_when_it_is_dragged_where_it_may_not_go(look: Visit) -> None:
    record = look.record("booking", {"state": ["requested"]})
    look.open(ADDRESS, role="clerk")
    card = look.board.card("Requested", record)
    look.board.drag(card, look.board.column("Closed"))
    look.board.expect_not_moved("Requested", "Closed")
    expect(card).to_be_visible()
