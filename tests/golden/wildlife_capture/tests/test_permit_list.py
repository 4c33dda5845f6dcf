"""許可の一覧"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/permit_list"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="captor")
    look.expect_title("許可の一覧")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="captor")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "許可の一覧" [level=1]
          - combobox "状態"
          - combobox "捕獲の方法"
          - combobox "捕獲者"
          - table:
            - rowgroup:
              - row:
                - columnheader /^申請番号/
                - columnheader /^捕獲者/
                - columnheader /^捕獲の方法/
                - columnheader /^捕獲できる頭数/
                - columnheader /^許可の末日/
                - columnheader /^状態/
        """
    )


@pytest.mark.parametrize("role", ["desk", "officer", "chief"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("許可の一覧")


@pytest.mark.parametrize("role", ["resident", "cashier"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="captor")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_its_columns(look: Visit) -> None:
    look.open(ADDRESS, role="captor")
    look.table.expect_columns(
        ["申請番号", "捕獲者", "捕獲の方法", "捕獲できる頭数", "許可の末日", "状態"]
    )


@pytest.mark.render
def test_offers_its_filters(look: Visit) -> None:
    look.open(ADDRESS, role="captor")
    look.table.expect_filter("状態", ["申請", "許可", "返納待", "返納済", "不許可", "取下げ"])
    look.table.expect_filter("捕獲の方法", ["箱わな", "くくりわな", "銃", "網"])
    look.table.expect_filter("捕獲者")


@pytest.mark.render
def test_a_row_leads_to_its_record(look: Visit) -> None:
    look.open(ADDRESS, role="captor")
    look.table.expect_ways("/s/permit_detail")


@pytest.mark.render
def test_leads_to_the_form_for_a_new_record(look: Visit) -> None:
    look.open(ADDRESS, role="captor")
    look.expect_way("捕獲を申請する", "/s/permit_form")


def test_stands_in_its_own_order_at_first(look: Visit) -> None:
    look.open(ADDRESS, role="captor")
    look.table.expect_sorted("許可の末日", "ascending")
    look.table.expect_order("許可の末日", "ascending")


def test_turns_its_pages(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="captor")
    look.table.expect_rows(1, 20, of=24)
    look.table.turn_on()
    look.table.expect_rows(21, 24, of=24)
    look.table.turn_back()
    look.table.expect_rows(1, 20, of=24)


def test_finds_nothing_for_words_that_no_record_has(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="captor")
    look.table.search("zqxj-9d3f")
    look.table.expect_nothing()
    look.table.search("")


def test_a_filter_shows_only_what_was_chosen(look: Visit) -> None:
    look.record("permit", {"state": ["申請"]})
    look.record("permit", {"method": ["箱わな"]})
    look.go_on_at(ADDRESS, role="captor")
    look.table.expect_narrowed("状態", ["申請", "許可", "返納待"], column="状態")
    look.table.expect_narrowed("捕獲の方法", ["箱わな", "くくりわな", "銃"], column="捕獲の方法")


def test_sorts_by_the_column_whose_header_is_pressed(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="captor")
    look.table.sort("申請番号")
    look.table.expect_sorted("申請番号", "ascending")
    look.table.expect_order("申請番号", "ascending")
    look.table.sort("捕獲者")
    look.table.expect_sorted("捕獲者", "ascending")
    look.table.sort("捕獲の方法")
    look.table.expect_sorted("捕獲の方法", "ascending")
    look.table.sort("捕獲できる頭数")
    look.table.expect_sorted("捕獲できる頭数", "ascending")
    look.table.expect_order("捕獲できる頭数", "ascending")
    look.table.sort("許可の末日")
    look.table.expect_sorted("許可の末日", "ascending")
    look.table.expect_order("許可の末日", "ascending")
    look.table.sort("状態")
    look.table.expect_sorted("状態", "ascending")


@pytest.mark.parametrize("kind", ["xlsx", "utf-8-sig"])
def test_what_is_written_out_can_be_taken_in_again(look: Visit, kind: str) -> None:
    look.go_on_at(ADDRESS, role="captor")
    file = look.table.write_out(kind)
    look.table.expect_written(
        file, ["申請番号", "捕獲者", "捕獲の方法", "捕獲できる頭数", "許可の末日", "状態"], rows=24
    )
    look.table.expect_numbers(file, ["捕獲できる頭数"])
    dialog = look.table.take_in(file)
    look.table.expect_same(dialog, rows=24)
    look.table.close(dialog)
