"""自治会名簿"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/association_list"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_title("自治会名簿")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "自治会名簿" [level=1]
          - combobox "市町村"
          - combobox "地区"
          - table:
            - rowgroup:
              - row:
                - columnheader /^自治会番号/
                - columnheader /^自治会名/
                - columnheader /^市町村/
                - columnheader /^地区/
                - columnheader /^世帯数/
                - columnheader /^就任した月/
        """
    )


@pytest.mark.parametrize("role", ["section"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("自治会名簿")


@pytest.mark.parametrize("role", ["association", "manager", "planner"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_its_columns(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.table.expect_columns(["自治会番号", "自治会名", "市町村", "地区", "世帯数", "就任した月"])


@pytest.mark.render
def test_offers_its_filters(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.table.expect_filter("市町村")
    look.table.expect_filter("地区", ["中央", "東部", "西部", "南部", "北部", "山間"])


def test_finds_nothing_for_words_that_no_record_has(visit: Visit) -> None:
    visit.open(ADDRESS, role="desk")
    visit.table.search("zqxj-9d3f")
    visit.table.expect_nothing()


def test_a_filter_shows_only_what_was_chosen(visit: Visit) -> None:
    filters = [("地区", "地区", ["中央", "東部", "西部"], {"district": ["中央"]})]
    for *_, where in filters:
        visit.record("association", where)
    visit.open(ADDRESS, role="desk")
    for filter_, column, options, _ in filters:
        seen = 0
        for option in options:
            visit.table.narrow(filter_, option)
            visit.table.expect_only(column, option)
            seen += visit.table.rows.count()
        assert seen, filter_
        visit.table.widen(filter_)


def test_stands_in_its_own_order_at_first(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.table.expect_sorted("自治会番号", "ascending")
    look.table.expect_order("自治会番号", "ascending")


def test_sorts_by_the_column_whose_header_is_pressed(visit: Visit) -> None:
    visit.open(ADDRESS, role="desk")
    visit.table.sort("自治会番号")
    visit.table.expect_sorted("自治会番号", "descending")
    visit.table.expect_order("自治会番号", "descending")
    visit.table.sort("自治会名")
    visit.table.expect_sorted("自治会名", "ascending")
    visit.table.sort("市町村")
    visit.table.expect_sorted("市町村", "ascending")
    visit.table.sort("地区")
    visit.table.expect_sorted("地区", "ascending")
    visit.table.sort("世帯数")
    visit.table.expect_sorted("世帯数", "ascending")
    visit.table.expect_order("世帯数", "ascending")
    visit.table.sort("就任した月")
    visit.table.expect_sorted("就任した月", "ascending")
    visit.table.expect_order("就任した月", "ascending")


def test_turns_its_pages(visit: Visit) -> None:
    visit.open(ADDRESS, role="desk")
    visit.table.expect_rows(1, 20, of=26)
    visit.table.turn_on()
    visit.table.expect_rows(21, 26, of=26)
    visit.table.turn_back()
    visit.table.expect_rows(1, 20, of=26)


def test_what_is_written_out_can_be_taken_in_again(visit: Visit) -> None:
    visit.open(ADDRESS, role="desk")
    file = visit.table.write_out()
    visit.table.expect_written(
        file, ["自治会番号", "自治会名", "市町村", "地区", "世帯数", "就任した月"], rows=26
    )
    dialog = visit.table.take_in(file)
    visit.table.expect_same(dialog, rows=26)


def test_a_row_leads_to_its_record(visit: Visit) -> None:
    visit.open(ADDRESS, role="desk")
    visit.table.rows.first.get_by_role("link").click()
    visit.expect_title("自治会の詳細")


@pytest.mark.render
def test_leads_to_the_form_for_a_new_record(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_way("自治会を届け出る", "/s/association_form")
