"""施設を探す"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/facility_list"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="group")
    look.expect_title("施設を探す")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="group")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "施設を探す" [level=1]
          - combobox "市町村"
          - combobox "区分"
          - table:
            - rowgroup:
              - row:
                - columnheader /^施設名/
                - columnheader /^区分/
                - columnheader /^市町村/
                - columnheader /^定員/
                - columnheader /^時間単価/
                - columnheader /^休館日/
        """
    )


@pytest.mark.parametrize("role", ["desk", "officer", "chief", "cashier"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("施設を探す")


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="group")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_its_columns(look: Visit) -> None:
    look.open(ADDRESS, role="group")
    look.table.expect_columns(["施設名", "区分", "市町村", "定員", "時間単価", "休館日"])


@pytest.mark.render
def test_offers_its_filters(look: Visit) -> None:
    look.open(ADDRESS, role="group")
    look.table.expect_filter("市町村", ["会津若松市", "会津坂下町", "湯川村", "柳津町"])
    look.table.expect_filter("区分", ["体育館", "会議室", "ホール", "調理室", "和室"])


@pytest.mark.render
def test_a_row_leads_to_its_record(look: Visit) -> None:
    look.open(ADDRESS, role="group")
    look.table.expect_ways("/s/facility_detail")


def test_shows_all_records(look: Visit) -> None:
    look.open(ADDRESS, role="group")
    look.table.expect_rows(1, 12, of=12)


def test_finds_nothing_for_words_that_no_record_has(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="group")
    look.table.search("zqxj-9d3f")
    look.table.expect_nothing()
    look.table.search("")


def test_a_filter_shows_only_what_was_chosen(look: Visit) -> None:
    look.record("facility", {"town": ["会津若松市"]})
    look.record("facility", {"kind": ["体育館"]})
    look.go_on_at(ADDRESS, role="group")
    look.table.expect_narrowed("市町村", ["会津若松市", "会津坂下町", "湯川村"], column="市町村")
    look.table.expect_narrowed("区分", ["体育館", "会議室", "ホール"], column="区分")


def test_sorts_by_the_column_whose_header_is_pressed(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="group")
    look.table.sort("施設名")
    look.table.expect_sorted("施設名", "ascending")
    look.table.sort("区分")
    look.table.expect_sorted("区分", "ascending")
    look.table.sort("市町村")
    look.table.expect_sorted("市町村", "ascending")
    look.table.sort("定員")
    look.table.expect_sorted("定員", "ascending")
    look.table.expect_order("定員", "ascending")
    look.table.sort("時間単価")
    look.table.expect_sorted("時間単価", "ascending")
    look.table.expect_order("時間単価", "ascending")
    look.table.sort("休館日")
    look.table.expect_sorted("休館日", "ascending")


@pytest.mark.parametrize("kind", ["xlsx", "utf-8-sig"])
def test_writes_out_all_records_that_it_shows(look: Visit, kind: str) -> None:
    look.go_on_at(ADDRESS, role="group")
    file = look.table.write_out(kind)
    look.table.expect_written(
        file, ["施設名", "区分", "市町村", "定員", "時間単価", "休館日"], rows=12
    )
    look.table.expect_numbers(file, ["定員", "時間単価"])
