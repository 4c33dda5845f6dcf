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


@pytest.mark.render
def test_a_row_leads_to_its_record(look: Visit) -> None:
    look.open(ADDRESS, role="staff")
    look.table.expect_ways("/s/booking_detail")


@pytest.mark.render
def test_leads_to_the_form_for_a_new_record(look: Visit) -> None:
    look.open(ADDRESS, role="staff")
    look.expect_way("Request a room", "/s/booking_form")


def test_stands_in_its_own_order_at_first(look: Visit) -> None:
    look.open(ADDRESS, role="staff")
    look.table.expect_sorted("Day", "ascending")
    look.table.expect_order("Day", "ascending")


def test_turns_its_pages(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="staff")
    look.table.expect_rows(1, 20, of=24)
    look.table.turn_on()
    look.table.expect_rows(21, 24, of=24)
    look.table.turn_back()
    look.table.expect_rows(1, 20, of=24)


def test_finds_nothing_for_words_that_no_record_has(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="staff")
    look.table.search("zqxj-9d3f")
    look.table.expect_nothing()
    look.table.search("")


def test_a_filter_shows_only_what_was_chosen(look: Visit) -> None:
    look.record("booking", {"state": ["requested"]})
    look.go_on_at(ADDRESS, role="staff")
    look.table.expect_narrowed("State", ["Requested", "Confirmed", "Closed"], column="State")


def test_sorts_by_the_column_whose_header_is_pressed(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="staff")
    look.table.sort("Number")
    look.table.expect_sorted("Number", "ascending")
    look.table.expect_order("Number", "ascending")
    look.table.sort("Room")
    look.table.expect_sorted("Room", "ascending")
    look.table.sort("Day")
    look.table.expect_sorted("Day", "ascending")
    look.table.expect_order("Day", "ascending")
    look.table.sort("Starts")
    look.table.expect_sorted("Starts", "ascending")
    look.table.expect_order("Starts", "ascending")
    look.table.sort("Purpose")
    look.table.expect_sorted("Purpose", "ascending")
    look.table.sort("State")
    look.table.expect_sorted("State", "ascending")


@pytest.mark.parametrize("kind", ["xlsx", "utf-8-sig"])
def test_what_is_written_out_can_be_taken_in_again(look: Visit, kind: str) -> None:
    look.go_on_at(ADDRESS, role="staff")
    file = look.table.write_out(kind)
    look.table.expect_written(
        file, ["Number", "Room", "Day", "Starts", "Purpose", "State"], rows=24
    )
    dialog = look.table.take_in(file)
    look.table.expect_same(dialog, rows=24)
    look.table.close(dialog)
