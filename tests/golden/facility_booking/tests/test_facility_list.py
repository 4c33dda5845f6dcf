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


def test_finds_nothing_for_words_that_no_record_has(visit: Visit) -> None:
    visit.open(ADDRESS, role="group")
    visit.table.search("zqxj-9d3f")
    visit.table.expect_nothing()


def test_a_filter_shows_only_what_was_chosen(visit: Visit) -> None:
    filters = [
        ("市町村", "市町村", ["会津若松市", "会津坂下町", "湯川村"], {"town": ["会津若松市"]}),
        ("区分", "区分", ["体育館", "会議室", "ホール"], {"kind": ["体育館"]}),
    ]
    for *_, where in filters:
        visit.record("facility", where)
    visit.open(ADDRESS, role="group")
    for filter_, column, options, _ in filters:
        seen = 0
        for option in options:
            visit.table.narrow(filter_, option)
            visit.table.expect_only(column, option)
            seen += visit.table.rows.count()
        assert seen, filter_
        visit.table.widen(filter_)


def test_sorts_by_the_column_whose_header_is_pressed(visit: Visit) -> None:
    visit.open(ADDRESS, role="group")
    visit.table.sort("施設名")
    visit.table.expect_sorted("施設名", "ascending")
    visit.table.sort("区分")
    visit.table.expect_sorted("区分", "ascending")
    visit.table.sort("市町村")
    visit.table.expect_sorted("市町村", "ascending")
    visit.table.sort("定員")
    visit.table.expect_sorted("定員", "ascending")
    visit.table.expect_order("定員", "ascending")
    visit.table.sort("時間単価")
    visit.table.expect_sorted("時間単価", "ascending")
    visit.table.expect_order("時間単価", "ascending")
    visit.table.sort("休館日")
    visit.table.expect_sorted("休館日", "ascending")


def test_shows_all_records(look: Visit) -> None:
    look.open(ADDRESS, role="group")
    look.table.expect_rows(1, 12, of=12)


def test_writes_out_all_records_that_it_shows(visit: Visit) -> None:
    visit.open(ADDRESS, role="group")
    file = visit.table.write_out()
    visit.table.expect_written(
        file, ["施設名", "区分", "市町村", "定員", "時間単価", "休館日"], rows=12
    )


def test_a_row_leads_to_its_record(visit: Visit) -> None:
    visit.open(ADDRESS, role="group")
    visit.table.rows.first.get_by_role("link").click()
    visit.expect_title("施設の案内")
