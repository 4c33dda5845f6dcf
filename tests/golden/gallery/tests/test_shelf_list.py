"""置き場所の一覧"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/shelf_list"


@pytest.mark.parametrize("role", ["clerk", "chief"])
def test_opens_for_a_role_that_may_see_it(visit: Visit, role: str) -> None:
    visit.open(ADDRESS, role=role)
    visit.expect_title("置き場所の一覧")


def test_has_no_barriers(visit: Visit) -> None:
    visit.open(ADDRESS, role="clerk")
    visit.expect_no_barriers()


def test_shows_its_columns(visit: Visit) -> None:
    visit.open(ADDRESS, role="clerk")
    visit.table.expect_columns(["場所の名前", "階"])


def test_finds_nothing_for_words_that_no_record_has(visit: Visit) -> None:
    visit.open(ADDRESS, role="clerk")
    visit.table.search("zqxj-9d3f")
    visit.table.expect_nothing()


def test_stands_in_its_own_order_at_first(visit: Visit) -> None:
    visit.open(ADDRESS, role="clerk")
    visit.table.expect_sorted("階", "ascending")
    visit.table.expect_order("階", "ascending")


def test_sorts_by_the_column_whose_header_is_pressed(visit: Visit) -> None:
    visit.open(ADDRESS, role="clerk")
    visit.table.sort("場所の名前")
    visit.table.expect_sorted("場所の名前", "ascending")
    visit.table.sort("階")
    visit.table.expect_sorted("階", "ascending")
    visit.table.expect_order("階", "ascending")


def test_shows_all_records(visit: Visit) -> None:
    visit.open(ADDRESS, role="clerk")
    visit.table.expect_rows(1, 3, of=3)


def test_writes_out_all_records_that_it_shows(visit: Visit) -> None:
    visit.open(ADDRESS, role="clerk")
    file = visit.table.write_out()
    visit.table.expect_written(file, ["場所の名前", "階"], rows=3)


def test_a_row_leads_to_its_record(visit: Visit) -> None:
    visit.open(ADDRESS, role="clerk")
    visit.table.rows.first.get_by_role("link").click()
    visit.expect_title("置き場所の詳細")
