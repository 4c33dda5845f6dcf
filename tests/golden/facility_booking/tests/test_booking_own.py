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


def test_finds_nothing_for_words_that_no_record_has(visit: Visit) -> None:
    visit.open(ADDRESS, role="group")
    visit.table.search("zqxj-9d3f")
    visit.table.expect_nothing()


def test_a_filter_shows_only_what_was_chosen(visit: Visit) -> None:
    filters = [("状態", "状態", ["仮予約", "審査中", "納付待"], {"state": ["仮予約"]})]
    for *_, where in filters:
        visit.record("booking", where)
    visit.open(ADDRESS, role="group")
    for filter_, column, options, _ in filters:
        seen = 0
        for option in options:
            visit.table.narrow(filter_, option)
            visit.table.expect_only(column, option)
            seen += visit.table.rows.count()
        assert seen, filter_
        visit.table.widen(filter_)


def test_stands_in_its_own_order_at_first(look: Visit) -> None:
    look.open(ADDRESS, role="group")
    look.table.expect_sorted("利用日", "descending")
    look.table.expect_order("利用日", "descending")


def test_sorts_by_the_column_whose_header_is_pressed(visit: Visit) -> None:
    visit.open(ADDRESS, role="group")
    visit.table.sort("予約番号")
    visit.table.expect_sorted("予約番号", "ascending")
    visit.table.expect_order("予約番号", "ascending")
    visit.table.sort("施設")
    visit.table.expect_sorted("施設", "ascending")
    visit.table.sort("利用日")
    visit.table.expect_sorted("利用日", "ascending")
    visit.table.expect_order("利用日", "ascending")
    visit.table.sort("時間帯")
    visit.table.expect_sorted("時間帯", "ascending")
    visit.table.sort("使用料")
    visit.table.expect_sorted("使用料", "ascending")
    visit.table.sort("状態")
    visit.table.expect_sorted("状態", "ascending")


def test_turns_its_pages(visit: Visit) -> None:
    visit.open(ADDRESS, role="group")
    visit.table.expect_rows(1, 20, of=40)
    visit.table.turn_on()
    visit.table.expect_rows(21, 40, of=40)
    visit.table.turn_back()
    visit.table.expect_rows(1, 20, of=40)


def test_what_is_written_out_can_be_taken_in_again(visit: Visit) -> None:
    visit.open(ADDRESS, role="group")
    file = visit.table.write_out()
    visit.table.expect_written(
        file, ["予約番号", "施設", "利用日", "時間帯", "使用料", "状態"], rows=40
    )
    dialog = visit.table.take_in(file)
    visit.table.expect_same(dialog, rows=40)


def test_a_row_leads_to_its_record(visit: Visit) -> None:
    visit.open(ADDRESS, role="group")
    visit.table.rows.first.get_by_role("link").click()
    visit.expect_title("予約の詳細")


@pytest.mark.render
def test_leads_to_the_form_for_a_new_record(look: Visit) -> None:
    look.open(ADDRESS, role="group")
    look.expect_way("仮予約する", "/s/booking_form")
