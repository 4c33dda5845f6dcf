"""通報一覧"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/report_list"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS)
    look.expect_title("通報一覧")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS)
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "通報一覧" [level=1]
          - combobox "種別"
          - table:
            - rowgroup:
              - row:
                - columnheader /^場所/
                - columnheader /^種別/
        """
    )


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS)
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_its_columns(look: Visit) -> None:
    look.open(ADDRESS)
    look.table.expect_columns(["場所", "種別"])


@pytest.mark.render
def test_offers_its_filters(look: Visit) -> None:
    look.open(ADDRESS)
    look.table.expect_filter("種別", ["穴ぼこ", "段差", "側溝", "標識"])


@pytest.mark.render
def test_a_row_leads_to_its_record(look: Visit) -> None:
    look.open(ADDRESS)
    look.table.expect_ways("/s/report_detail")


@pytest.mark.render
def test_leads_to_the_form_for_a_new_record(look: Visit) -> None:
    look.open(ADDRESS)
    look.expect_way("通報の登録", "/s/report_form")


def test_shows_all_records(look: Visit) -> None:
    look.open(ADDRESS)
    look.table.expect_rows(1, 12, of=12)


def test_finds_nothing_for_words_that_no_record_has(look: Visit) -> None:
    look.go_on_at(ADDRESS)
    look.table.search("zqxj-9d3f")
    look.table.expect_nothing()
    look.table.search("")


def test_a_filter_shows_only_what_was_chosen(look: Visit) -> None:
    look.record("report", {"kind": ["穴ぼこ"]})
    look.go_on_at(ADDRESS)
    look.table.expect_narrowed("種別", ["穴ぼこ", "段差", "側溝"], column="種別")


def test_sorts_by_the_column_whose_header_is_pressed(look: Visit) -> None:
    look.go_on_at(ADDRESS)
    look.table.sort("場所")
    look.table.expect_sorted("場所", "ascending")
    look.table.sort("種別")
    look.table.expect_sorted("種別", "ascending")


@pytest.mark.parametrize("kind", ["xlsx", "utf-8-sig"])
def test_writes_out_all_records_that_it_shows(look: Visit, kind: str) -> None:
    look.go_on_at(ADDRESS)
    file = look.table.write_out(kind)
    look.table.expect_written(file, ["場所", "種別"], rows=12)
