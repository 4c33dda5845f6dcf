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


@pytest.mark.render
def test_a_row_leads_to_its_record(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.table.expect_ways("/s/association_detail")


@pytest.mark.render
def test_leads_to_the_form_for_a_new_record(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_way("自治会を届け出る", "/s/association_form")


def test_stands_in_its_own_order_at_first(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.table.expect_sorted("自治会番号", "ascending")
    look.table.expect_order("自治会番号", "ascending")


def test_turns_its_pages(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="desk")
    look.table.expect_rows(1, 20, of=26)
    look.table.turn_on()
    look.table.expect_rows(21, 26, of=26)
    look.table.turn_back()
    look.table.expect_rows(1, 20, of=26)


def test_finds_nothing_for_words_that_no_record_has(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="desk")
    look.table.search("zqxj-9d3f")
    look.table.expect_nothing()
    look.table.search("")


def test_a_filter_shows_only_what_was_chosen(look: Visit) -> None:
    look.record("association", {"district": ["中央"]})
    look.go_on_at(ADDRESS, role="desk")
    look.table.expect_narrowed("地区", ["中央", "東部", "西部"], column="地区")


def test_sorts_by_the_column_whose_header_is_pressed(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="desk")
    look.table.sort("自治会番号")
    look.table.expect_sorted("自治会番号", "descending")
    look.table.expect_order("自治会番号", "descending")
    look.table.sort("自治会名")
    look.table.expect_sorted("自治会名", "ascending")
    look.table.sort("市町村")
    look.table.expect_sorted("市町村", "ascending")
    look.table.sort("地区")
    look.table.expect_sorted("地区", "ascending")
    look.table.sort("世帯数")
    look.table.expect_sorted("世帯数", "ascending")
    look.table.expect_order("世帯数", "ascending")
    look.table.sort("就任した月")
    look.table.expect_sorted("就任した月", "ascending")
    look.table.expect_order("就任した月", "ascending")


@pytest.mark.parametrize("kind", ["xlsx", "utf-8-sig"])
def test_what_is_written_out_can_be_taken_in_again(look: Visit, kind: str) -> None:
    look.go_on_at(ADDRESS, role="desk")
    file = look.table.write_out(kind)
    look.table.expect_written(
        file, ["自治会番号", "自治会名", "市町村", "地区", "世帯数", "就任した月"], rows=26
    )
    look.table.expect_numbers(file, ["世帯数"])
    dialog = look.table.take_in(file)
    look.table.expect_same(dialog, rows=26)
    look.table.close(dialog)
