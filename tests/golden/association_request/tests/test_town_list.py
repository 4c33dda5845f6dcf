"""市町村ごとの取り決め"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/town_list"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.expect_title("市町村ごとの取り決め")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "市町村ごとの取り決め" [level=1]
          - combobox "区分"
          - table:
            - rowgroup:
              - row:
                - columnheader /^市町村名/
                - columnheader /^要望の窓口/
                - columnheader /^提出の締切/
                - columnheader /^回答の時期/
                - columnheader /^進捗の回答/
        """
    )


@pytest.mark.parametrize("role", ["desk", "section", "manager", "planner"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("市町村ごとの取り決め")


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_its_columns(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.table.expect_columns(["市町村名", "要望の窓口", "提出の締切", "回答の時期", "進捗の回答"])


@pytest.mark.render
def test_offers_its_filters(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.table.expect_filter("区分", ["市", "町", "村"])


@pytest.mark.render
def test_a_row_leads_to_its_record(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.table.expect_ways("/s/town_detail")


def test_shows_all_records(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.table.expect_rows(1, 13, of=13)


def test_finds_nothing_for_words_that_no_record_has(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="association")
    look.table.search("zqxj-9d3f")
    look.table.expect_nothing()
    look.table.search("")


def test_sorts_by_the_column_whose_header_is_pressed(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="association")
    look.table.sort("市町村名")
    look.table.expect_sorted("市町村名", "ascending")
    look.table.sort("要望の窓口")
    look.table.expect_sorted("要望の窓口", "ascending")
    look.table.sort("提出の締切")
    look.table.expect_sorted("提出の締切", "ascending")
    look.table.sort("回答の時期")
    look.table.expect_sorted("回答の時期", "ascending")
    look.table.sort("進捗の回答")
    look.table.expect_sorted("進捗の回答", "ascending")
    look.table.expect_order("進捗の回答", "ascending")


@pytest.mark.parametrize("kind", ["xlsx", "utf-8-sig"])
def test_writes_out_all_records_that_it_shows(look: Visit, kind: str) -> None:
    look.go_on_at(ADDRESS, role="association")
    file = look.table.write_out(kind)
    look.table.expect_written(
        file, ["市町村名", "要望の窓口", "提出の締切", "回答の時期", "進捗の回答"], rows=13
    )
    look.table.expect_numbers(file, ["進捗の回答"])
