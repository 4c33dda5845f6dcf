"""Rooms"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/room_list"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="staff")
    look.expect_title("Rooms")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="staff")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "Rooms" [level=1]
          - table:
            - rowgroup:
              - row:
                - columnheader /^Name/
                - columnheader /^Floor/
                - columnheader /^Seats/
                - columnheader /^Equipment/
        """
    )


@pytest.mark.parametrize("role", ["clerk"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("Rooms")


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="staff")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_its_columns(look: Visit) -> None:
    look.open(ADDRESS, role="staff")
    look.table.expect_columns(["Name", "Floor", "Seats", "Equipment"])


@pytest.mark.render
def test_a_row_leads_to_its_record(look: Visit) -> None:
    look.open(ADDRESS, role="staff")
    look.table.expect_ways("/s/room_detail")


def test_stands_in_its_own_order_at_first(look: Visit) -> None:
    look.open(ADDRESS, role="staff")
    look.table.expect_sorted("Name", "ascending")


def test_shows_all_records(look: Visit) -> None:
    look.open(ADDRESS, role="staff")
    look.table.expect_rows(1, 4, of=4)


def test_finds_nothing_for_words_that_no_record_has(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="staff")
    look.table.search("zqxj-9d3f")
    look.table.expect_nothing()
    look.table.search("")


def test_sorts_by_the_column_whose_header_is_pressed(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="staff")
    look.table.sort("Name")
    look.table.expect_sorted("Name", "descending")
    look.table.sort("Floor")
    look.table.expect_sorted("Floor", "ascending")
    look.table.expect_order("Floor", "ascending")
    look.table.sort("Seats")
    look.table.expect_sorted("Seats", "ascending")
    look.table.expect_order("Seats", "ascending")
    look.table.sort("Equipment")
    look.table.expect_sorted("Equipment", "ascending")


@pytest.mark.parametrize("kind", ["xlsx", "utf-8-sig"])
def test_writes_out_all_records_that_it_shows(look: Visit, kind: str) -> None:
    look.go_on_at(ADDRESS, role="staff")
    file = look.table.write_out(kind)
    look.table.expect_written(file, ["Name", "Floor", "Seats", "Equipment"], rows=4)
    look.table.expect_numbers(file, ["Floor", "Seats"])
