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


def test_finds_nothing_for_words_that_no_record_has(visit: Visit) -> None:
    visit.open(ADDRESS, role="association")
    visit.table.search("zqxj-9d3f")
    visit.table.expect_nothing()


def test_sorts_by_the_column_whose_header_is_pressed(visit: Visit) -> None:
    visit.open(ADDRESS, role="association")
    visit.table.sort("市町村名")
    visit.table.expect_sorted("市町村名", "ascending")
    visit.table.sort("要望の窓口")
    visit.table.expect_sorted("要望の窓口", "ascending")
    visit.table.sort("提出の締切")
    visit.table.expect_sorted("提出の締切", "ascending")
    visit.table.sort("回答の時期")
    visit.table.expect_sorted("回答の時期", "ascending")
    visit.table.sort("進捗の回答")
    visit.table.expect_sorted("進捗の回答", "ascending")
    visit.table.expect_order("進捗の回答", "ascending")


def test_shows_all_records(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.table.expect_rows(1, 13, of=13)


def test_writes_out_all_records_that_it_shows(visit: Visit) -> None:
    visit.open(ADDRESS, role="association")
    file = visit.table.write_out()
    visit.table.expect_written(
        file, ["市町村名", "要望の窓口", "提出の締切", "回答の時期", "進捗の回答"], rows=13
    )


def test_a_row_leads_to_its_record(visit: Visit) -> None:
    visit.open(ADDRESS, role="association")
    visit.table.rows.first.get_by_role("link").click()
    visit.expect_title("市町村の詳細")
