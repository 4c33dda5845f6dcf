"""置き場所の一覧"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/shelf_list"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_title("置き場所の一覧")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "置き場所の一覧" [level=1]
          - table:
            - rowgroup:
              - row:
                - columnheader /^場所の名前/
                - columnheader /^階/
        """
    )


@pytest.mark.parametrize("role", ["chief"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("置き場所の一覧")


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_its_columns(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.table.expect_columns(["場所の名前", "階"])


@pytest.mark.render
def test_a_row_leads_to_its_record(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.table.expect_ways("/s/shelf_detail")


def test_stands_in_its_own_order_at_first(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.table.expect_sorted("階", "ascending")
    look.table.expect_order("階", "ascending")


def test_shows_all_records(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.table.expect_rows(1, 3, of=3)


def test_finds_nothing_for_words_that_no_record_has(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="clerk")
    look.table.search("zqxj-9d3f")
    look.table.expect_nothing()
    look.table.search("")


def test_sorts_by_the_column_whose_header_is_pressed(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="clerk")
    look.table.sort("場所の名前")
    look.table.expect_sorted("場所の名前", "ascending")
    look.table.sort("階")
    look.table.expect_sorted("階", "ascending")
    look.table.expect_order("階", "ascending")


@pytest.mark.parametrize("kind", ["xlsx", "utf-8-sig"])
def test_writes_out_all_records_that_it_shows(look: Visit, kind: str) -> None:
    look.go_on_at(ADDRESS, role="clerk")
    file = look.table.write_out(kind)
    look.table.expect_written(file, ["場所の名前", "階"], rows=3)
    look.table.expect_numbers(file, ["階"])
