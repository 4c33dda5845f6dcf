"""納付待ちの予約"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/payment_list"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_title("納付待ちの予約")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "納付待ちの予約" [level=1]
          - combobox "施設"
          - table:
            - rowgroup:
              - row:
                - columnheader /^予約番号/
                - columnheader /^利用団体/
                - columnheader /^使用料/
                - columnheader /^納付期限/
        """
    )


@pytest.mark.parametrize("role", ["cashier"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("納付待ちの予約")


@pytest.mark.parametrize("role", ["group", "officer", "chief"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_its_columns(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.table.expect_columns(["予約番号", "利用団体", "使用料", "納付期限"])


@pytest.mark.render
def test_offers_its_filters(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.table.expect_filter("施設")


@pytest.mark.render
def test_a_row_leads_to_its_record(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.table.expect_ways("/s/booking_detail")


@pytest.mark.render
def test_leads_to_the_form_for_a_new_record(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_way("予約を入れる・直す", "/s/desk_form")


def test_stands_in_its_own_order_at_first(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.table.expect_sorted("納付期限", "ascending")
    look.table.expect_order("納付期限", "ascending")


def test_shows_only_records_that_belong_to_it(look: Visit) -> None:
    look.record("booking", {"state": ["納付待"]})
    total = look.count("booking", {"state": ["納付待"]})
    look.open(ADDRESS, role="desk")
    look.table.expect_rows(1, min(total, 20), of=total)


def test_finds_nothing_for_words_that_no_record_has(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="desk")
    look.table.search("zqxj-9d3f")
    look.table.expect_nothing()
    look.table.search("")


def test_sorts_by_the_column_whose_header_is_pressed(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="desk")
    look.table.sort("予約番号")
    look.table.expect_sorted("予約番号", "ascending")
    look.table.expect_order("予約番号", "ascending")
    look.table.sort("利用団体")
    look.table.expect_sorted("利用団体", "ascending")
    look.table.sort("使用料")
    look.table.expect_sorted("使用料", "ascending")
    look.table.sort("納付期限")
    look.table.expect_sorted("納付期限", "ascending")
    look.table.expect_order("納付期限", "ascending")
