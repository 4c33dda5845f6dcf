"""支払待ちの報償金"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/payment_list"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="chief")
    look.expect_title("支払待ちの報償金")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="chief")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "支払待ちの報償金" [level=1]
          - combobox "状態"
          - combobox "獣種"
          - table:
            - rowgroup:
              - row:
                - columnheader /^報告番号/
                - columnheader /^捕獲者/
                - columnheader /^獣種/
                - columnheader /^頭数/
                - columnheader /^報償金/
                - columnheader /^状態/
        """
    )


@pytest.mark.parametrize("role", ["cashier"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("支払待ちの報償金")


@pytest.mark.parametrize("role", ["resident", "captor", "desk", "officer"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="chief")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_its_columns(look: Visit) -> None:
    look.open(ADDRESS, role="chief")
    look.table.expect_columns(["報告番号", "捕獲者", "獣種", "頭数", "報償金", "状態"])


@pytest.mark.render
def test_offers_its_filters(look: Visit) -> None:
    look.open(ADDRESS, role="chief")
    look.table.expect_filter("状態", ["支払決定", "支払済"])
    look.table.expect_filter("獣種", ["クマ", "イノシシ", "シカ", "サル", "カラス", "その他"])


@pytest.mark.render
def test_a_row_leads_to_its_record(look: Visit) -> None:
    look.open(ADDRESS, role="chief")
    look.table.expect_ways("/s/capture_detail")


def test_stands_in_its_own_order_at_first(look: Visit) -> None:
    look.open(ADDRESS, role="chief")
    look.table.expect_sorted("報告番号", "ascending")
    look.table.expect_order("報告番号", "ascending")


def test_shows_only_records_that_belong_to_it(look: Visit) -> None:
    look.record("capture", {"state": ["支払決定", "支払済"]})
    total = look.count("capture", {"state": ["支払決定", "支払済"]})
    look.open(ADDRESS, role="chief")
    look.table.expect_rows(1, min(total, 20), of=total)


def test_finds_nothing_for_words_that_no_record_has(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="chief")
    look.table.search("zqxj-9d3f")
    look.table.expect_nothing()
    look.table.search("")


def test_a_filter_shows_only_what_was_chosen(look: Visit) -> None:
    look.record("capture", {"state": ["支払決定"]})
    look.record("capture", {"state": ["支払決定", "支払済"], "species": ["クマ"]})
    look.go_on_at(ADDRESS, role="chief")
    look.table.expect_narrowed("状態", ["支払決定", "支払済"], column="状態")
    look.table.expect_narrowed("獣種", ["クマ", "イノシシ", "シカ"], column="獣種")


def test_sorts_by_the_column_whose_header_is_pressed(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="chief")
    look.table.sort("報告番号")
    look.table.expect_sorted("報告番号", "descending")
    look.table.expect_order("報告番号", "descending")
    look.table.sort("捕獲者")
    look.table.expect_sorted("捕獲者", "ascending")
    look.table.sort("獣種")
    look.table.expect_sorted("獣種", "ascending")
    look.table.sort("頭数")
    look.table.expect_sorted("頭数", "ascending")
    look.table.expect_order("頭数", "ascending")
    look.table.sort("報償金")
    look.table.expect_sorted("報償金", "ascending")
    look.table.sort("状態")
    look.table.expect_sorted("状態", "ascending")
