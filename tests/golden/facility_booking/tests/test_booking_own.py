"""予約の状況"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/booking_own"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="group")
    look.expect_title("予約の状況")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="group")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "予約の状況" [level=1]
          - combobox "状態"
          - combobox "施設"
          - table:
            - rowgroup:
              - row:
                - columnheader /^予約番号/
                - columnheader /^施設/
                - columnheader /^利用日/
                - columnheader /^時間帯/
                - columnheader /^使用料/
                - columnheader /^状態/
        """
    )


@pytest.mark.parametrize("role", ["desk", "officer", "chief", "cashier"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="group")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_its_columns(look: Visit) -> None:
    look.open(ADDRESS, role="group")
    look.table.expect_columns(["予約番号", "施設", "利用日", "時間帯", "使用料", "状態"])


@pytest.mark.render
def test_offers_its_filters(look: Visit) -> None:
    look.open(ADDRESS, role="group")
    look.table.expect_filter(
        "状態",
        [
            "仮予約",
            "審査中",
            "納付待",
            "納付済",
            "許可",
            "利用済",
            "取消",
            "還付決定",
            "還付済",
            "期限切れ",
            "不許可",
        ],
    )
    look.table.expect_filter("施設")


@pytest.mark.render
def test_a_row_leads_to_its_record(look: Visit) -> None:
    look.open(ADDRESS, role="group")
    look.table.expect_ways("/s/booking_detail")


@pytest.mark.render
def test_leads_to_the_form_for_a_new_record(look: Visit) -> None:
    look.open(ADDRESS, role="group")
    look.expect_way("仮予約する", "/s/booking_form")


def test_stands_in_its_own_order_at_first(look: Visit) -> None:
    look.open(ADDRESS, role="group")
    look.table.expect_sorted("利用日", "descending")
    look.table.expect_order("利用日", "descending")


def test_turns_its_pages(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="group")
    look.table.expect_rows(1, 20, of=40)
    look.table.turn_on()
    look.table.expect_rows(21, 40, of=40)
    look.table.turn_back()
    look.table.expect_rows(1, 20, of=40)


def test_finds_nothing_for_words_that_no_record_has(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="group")
    look.table.search("zqxj-9d3f")
    look.table.expect_nothing()
    look.table.search("")


def test_a_filter_shows_only_what_was_chosen(look: Visit) -> None:
    look.record("booking", {"state": ["仮予約"]})
    look.go_on_at(ADDRESS, role="group")
    look.table.expect_narrowed("状態", ["仮予約", "審査中", "納付待"], column="状態")


def test_sorts_by_the_column_whose_header_is_pressed(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="group")
    look.table.sort("予約番号")
    look.table.expect_sorted("予約番号", "ascending")
    look.table.expect_order("予約番号", "ascending")
    look.table.sort("施設")
    look.table.expect_sorted("施設", "ascending")
    look.table.sort("利用日")
    look.table.expect_sorted("利用日", "ascending")
    look.table.expect_order("利用日", "ascending")
    look.table.sort("時間帯")
    look.table.expect_sorted("時間帯", "ascending")
    look.table.sort("使用料")
    look.table.expect_sorted("使用料", "ascending")
    look.table.sort("状態")
    look.table.expect_sorted("状態", "ascending")


@pytest.mark.parametrize("kind", ["xlsx", "utf-8-sig"])
def test_what_is_written_out_can_be_taken_in_again(look: Visit, kind: str) -> None:
    look.go_on_at(ADDRESS, role="group")
    file = look.table.write_out(kind)
    look.table.expect_written(
        file, ["予約番号", "施設", "利用日", "時間帯", "使用料", "状態"], rows=40
    )
    look.table.expect_numbers(file, ["使用料"])
    dialog = look.table.take_in(file)
    look.table.expect_same(dialog, rows=40)
    look.table.close(dialog)
