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


def test_finds_nothing_for_words_that_no_record_has(visit: Visit) -> None:
    visit.open(ADDRESS, role="staff")
    visit.table.search("zqxj-9d3f")
    visit.table.expect_nothing()


def test_stands_in_its_own_order_at_first(look: Visit) -> None:
    look.open(ADDRESS, role="staff")
    look.table.expect_sorted("Name", "ascending")


def test_sorts_by_the_column_whose_header_is_pressed(visit: Visit) -> None:
    visit.open(ADDRESS, role="staff")
    visit.table.sort("Name")
    visit.table.expect_sorted("Name", "descending")
    visit.table.sort("Floor")
    visit.table.expect_sorted("Floor", "ascending")
    visit.table.expect_order("Floor", "ascending")
    visit.table.sort("Seats")
    visit.table.expect_sorted("Seats", "ascending")
    visit.table.expect_order("Seats", "ascending")
    visit.table.sort("Equipment")
    visit.table.expect_sorted("Equipment", "ascending")


def test_shows_all_records(look: Visit) -> None:
    look.open(ADDRESS, role="staff")
    look.table.expect_rows(1, 4, of=4)


def test_writes_out_all_records_that_it_shows(visit: Visit) -> None:
    visit.open(ADDRESS, role="staff")
    file = visit.table.write_out()
    visit.table.expect_written(file, ["Name", "Floor", "Seats", "Equipment"], rows=4)


def test_a_row_leads_to_its_record(visit: Visit) -> None:
    visit.open(ADDRESS, role="staff")
    visit.table.rows.first.get_by_role("link").click()
    visit.expect_title("Room: details")
