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


def test_finds_nothing_for_words_that_no_record_has(visit: Visit) -> None:
    visit.open(ADDRESS, role="chief")
    visit.table.search("zqxj-9d3f")
    visit.table.expect_nothing()


def test_a_filter_shows_only_what_was_chosen(visit: Visit) -> None:
    filters = [
        ("状態", "状態", ["支払決定", "支払済"], {"state": ["支払決定"]}),
        (
            "獣種",
            "獣種",
            ["クマ", "イノシシ", "シカ"],
            {"state": ["支払決定", "支払済"], "species": ["クマ"]},
        ),
    ]
    for *_, where in filters:
        visit.record("capture", where)
    visit.open(ADDRESS, role="chief")
    for filter_, column, options, _ in filters:
        seen = 0
        for option in options:
            visit.table.narrow(filter_, option)
            visit.table.expect_only(column, option)
            seen += visit.table.rows.count()
        assert seen, filter_
        visit.table.widen(filter_)


def test_stands_in_its_own_order_at_first(look: Visit) -> None:
    look.open(ADDRESS, role="chief")
    look.table.expect_sorted("報告番号", "ascending")
    look.table.expect_order("報告番号", "ascending")


def test_shows_only_records_that_belong_to_it(visit: Visit) -> None:
    visit.record("capture", {"state": ["支払決定", "支払済"]})
    total = visit.count("capture", {"state": ["支払決定", "支払済"]})
    visit.open(ADDRESS, role="chief")
    visit.table.expect_rows(1, min(total, 20), of=total)


def test_sorts_by_the_column_whose_header_is_pressed(visit: Visit) -> None:
    visit.open(ADDRESS, role="chief")
    visit.table.sort("報告番号")
    visit.table.expect_sorted("報告番号", "descending")
    visit.table.expect_order("報告番号", "descending")
    visit.table.sort("捕獲者")
    visit.table.expect_sorted("捕獲者", "ascending")
    visit.table.sort("獣種")
    visit.table.expect_sorted("獣種", "ascending")
    visit.table.sort("頭数")
    visit.table.expect_sorted("頭数", "ascending")
    visit.table.expect_order("頭数", "ascending")
    visit.table.sort("報償金")
    visit.table.expect_sorted("報償金", "ascending")
    visit.table.sort("状態")
    visit.table.expect_sorted("状態", "ascending")


def test_a_row_leads_to_its_record(visit: Visit) -> None:
    visit.open(ADDRESS, role="chief")
    visit.table.rows.first.get_by_role("link").click()
    visit.expect_title("捕獲報告の詳細")
