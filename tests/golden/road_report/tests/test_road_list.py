"""路線台帳"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/road_list"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_title("路線台帳")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "路線台帳" [level=1]
          - combobox "市町"
          - combobox "区分"
          - combobox "通学路を含む"
          - table:
            - rowgroup:
              - row:
                - columnheader /^路線番号/
                - columnheader /^路線名/
                - columnheader /^市町/
                - columnheader /^区分/
                - columnheader /^延長/
        """
    )


@pytest.mark.parametrize("role", ["roads", "chief"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("路線台帳")


@pytest.mark.parametrize("role", ["citizen", "contractor"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_its_columns(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.table.expect_columns(["路線番号", "路線名", "市町", "区分", "延長"])


@pytest.mark.render
def test_offers_its_filters(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.table.expect_filter("市町", ["会津若松市", "喜多方市", "会津美里町"])
    look.table.expect_filter("区分", ["幹線1級", "幹線2級", "その他"])
    look.table.expect_filter("通学路を含む", ["はい", "いいえ"])


@pytest.mark.render
def test_a_row_leads_to_its_record(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.table.expect_ways("/s/road_detail")


def test_stands_in_its_own_order_at_first(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.table.expect_sorted("路線番号", "ascending")


def test_shows_all_records(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.table.expect_rows(1, 10, of=10)


def test_finds_nothing_for_words_that_no_record_has(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="desk")
    look.table.search("zqxj-9d3f")
    look.table.expect_nothing()
    look.table.search("")


def test_a_filter_shows_only_what_was_chosen(look: Visit) -> None:
    look.record("road", {"town": ["会津若松市"]})
    look.record("road", {"rank": ["幹線1級"]})
    look.go_on_at(ADDRESS, role="desk")
    look.table.expect_narrowed("市町", ["会津若松市", "喜多方市", "会津美里町"], column="市町")
    look.table.expect_narrowed("区分", ["幹線1級", "幹線2級", "その他"], column="区分")


def test_sorts_by_the_column_whose_header_is_pressed(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="desk")
    look.table.sort("路線番号")
    look.table.expect_sorted("路線番号", "descending")
    look.table.sort("路線名")
    look.table.expect_sorted("路線名", "ascending")
    look.table.sort("市町")
    look.table.expect_sorted("市町", "ascending")
    look.table.sort("区分")
    look.table.expect_sorted("区分", "ascending")
    look.table.sort("延長")
    look.table.expect_sorted("延長", "ascending")
    look.table.expect_order("延長", "ascending")


@pytest.mark.parametrize("kind", ["xlsx", "utf-8-sig"])
def test_writes_out_all_records_that_it_shows(look: Visit, kind: str) -> None:
    look.go_on_at(ADDRESS, role="desk")
    file = look.table.write_out(kind)
    look.table.expect_written(file, ["路線番号", "路線名", "市町", "区分", "延長"], rows=10)
    look.table.expect_numbers(file, ["延長"])
