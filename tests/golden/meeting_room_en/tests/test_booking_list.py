"""Bookings"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/booking_list"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="staff")
    look.expect_title("Bookings")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="staff")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "Bookings" [level=1]
          - combobox "State"
          - combobox "Room"
          - table:
            - rowgroup:
              - row:
                - columnheader /^Number/
                - columnheader /^Room/
                - columnheader /^Day/
                - columnheader /^Starts/
                - columnheader /^Purpose/
                - columnheader /^State/
        """
    )


@pytest.mark.parametrize("role", ["clerk"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("Bookings")


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="staff")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_its_columns(look: Visit) -> None:
    look.open(ADDRESS, role="staff")
    look.table.expect_columns(["Number", "Room", "Day", "Starts", "Purpose", "State"])


@pytest.mark.render
def test_offers_its_filters(look: Visit) -> None:
    look.open(ADDRESS, role="staff")
    look.table.expect_filter("State", ["Requested", "Confirmed", "Closed", "Cancelled"])
    look.table.expect_filter("Room")


def test_finds_nothing_for_words_that_no_record_has(visit: Visit) -> None:
    visit.open(ADDRESS, role="staff")
    visit.table.search("zqxj-9d3f")
    visit.table.expect_nothing()


def test_a_filter_shows_only_what_was_chosen(visit: Visit) -> None:
    filters = [("State", "State", ["Requested", "Confirmed", "Closed"], {"state": ["requested"]})]
    for *_, where in filters:
        visit.record("booking", where)
    visit.open(ADDRESS, role="staff")
    for filter_, column, options, _ in filters:
        seen = 0
        for option in options:
            visit.table.narrow(filter_, option)
            visit.table.expect_only(column, option)
            seen += visit.table.rows.count()
        assert seen, filter_
        visit.table.widen(filter_)


def test_stands_in_its_own_order_at_first(look: Visit) -> None:
    look.open(ADDRESS, role="staff")
    look.table.expect_sorted("Day", "ascending")
    look.table.expect_order("Day", "ascending")


def test_sorts_by_the_column_whose_header_is_pressed(visit: Visit) -> None:
    visit.open(ADDRESS, role="staff")
    visit.table.sort("Number")
    visit.table.expect_sorted("Number", "ascending")
    visit.table.expect_order("Number", "ascending")
    visit.table.sort("Room")
    visit.table.expect_sorted("Room", "ascending")
    visit.table.sort("Day")
    visit.table.expect_sorted("Day", "ascending")
    visit.table.expect_order("Day", "ascending")
    visit.table.sort("Starts")
    visit.table.expect_sorted("Starts", "ascending")
    visit.table.expect_order("Starts", "ascending")
    visit.table.sort("Purpose")
    visit.table.expect_sorted("Purpose", "ascending")
    visit.table.sort("State")
    visit.table.expect_sorted("State", "ascending")


def test_turns_its_pages(visit: Visit) -> None:
    visit.open(ADDRESS, role="staff")
    visit.table.expect_rows(1, 20, of=24)
    visit.table.turn_on()
    visit.table.expect_rows(21, 24, of=24)
    visit.table.turn_back()
    visit.table.expect_rows(1, 20, of=24)


def test_what_is_written_out_can_be_taken_in_again(visit: Visit) -> None:
    visit.open(ADDRESS, role="staff")
    file = visit.table.write_out()
    visit.table.expect_written(
        file, ["Number", "Room", "Day", "Starts", "Purpose", "State"], rows=24
    )
    dialog = visit.table.take_in(file)
    visit.table.expect_same(dialog, rows=24)


def test_a_row_leads_to_its_record(visit: Visit) -> None:
    visit.open(ADDRESS, role="staff")
    visit.table.rows.first.get_by_role("link").click()
    visit.expect_title("Booking")


@pytest.mark.render
def test_leads_to_the_form_for_a_new_record(look: Visit) -> None:
    look.open(ADDRESS, role="staff")
    look.expect_way("Request a room", "/s/booking_form")
