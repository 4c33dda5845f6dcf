"""対応状況を見る"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/report_public"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="citizen")
    look.expect_title("対応状況を見る")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="citizen")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "対応状況を見る" [level=1]
          - combobox "市町"
          - combobox "種別"
          - combobox "状態"
          - table:
            - rowgroup:
              - row:
                - columnheader /^受付番号/
                - columnheader /^種別/
                - columnheader /^場所/
                - columnheader /^状態/
                - columnheader /^完了日/
        """
    )


@pytest.mark.parametrize("role", ["desk", "roads", "chief", "contractor"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="citizen")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_its_columns(look: Visit) -> None:
    look.open(ADDRESS, role="citizen")
    look.table.expect_columns(["受付番号", "種別", "場所", "状態", "完了日"])


@pytest.mark.render
def test_offers_its_filters(look: Visit) -> None:
    look.open(ADDRESS, role="citizen")
    look.table.expect_filter("市町", ["会津若松市", "喜多方市", "会津美里町"])
    look.table.expect_filter("種別", ["穴ぼこ", "段差", "側溝", "標識", "街灯", "倒木", "その他"])
    look.table.expect_filter(
        "状態", ["受付", "確認中", "対応の判断待ち", "対応中", "経過観察", "他機関引継", "完了"]
    )


@pytest.mark.render
def test_a_row_leads_to_its_record(look: Visit) -> None:
    look.open(ADDRESS, role="citizen")
    look.table.expect_ways("/s/report_public_detail")


@pytest.mark.render
def test_leads_to_the_form_for_a_new_record(look: Visit) -> None:
    look.open(ADDRESS, role="citizen")
    look.expect_way("通報する", "/s/report_form")


def test_stands_in_its_own_order_at_first(look: Visit) -> None:
    look.open(ADDRESS, role="citizen")
    look.table.expect_sorted("受付番号", "descending")
    look.table.expect_order("受付番号", "descending")


def test_shows_only_records_that_belong_to_it(look: Visit) -> None:
    look.record(
        "report",
        {"state": ["受付", "確認中", "判断待ち", "対応中", "経過観察", "他機関引継", "完了"]},
    )
    total = look.count(
        "report",
        {"state": ["受付", "確認中", "判断待ち", "対応中", "経過観察", "他機関引継", "完了"]},
    )
    look.open(ADDRESS, role="citizen")
    look.table.expect_rows(1, min(total, 20), of=total)


def test_finds_nothing_for_words_that_no_record_has(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="citizen")
    look.table.search("zqxj-9d3f")
    look.table.expect_nothing()
    look.table.search("")


def test_a_filter_shows_only_what_was_chosen(look: Visit) -> None:
    look.record(
        "report",
        {
            "state": ["受付", "確認中", "判断待ち", "対応中", "経過観察", "他機関引継", "完了"],
            "kind": ["穴ぼこ"],
        },
    )
    look.record("report", {"state": ["受付"]})
    look.go_on_at(ADDRESS, role="citizen")
    look.table.expect_narrowed("種別", ["穴ぼこ", "段差", "側溝"], column="種別")
    look.table.expect_narrowed("状態", ["受付", "確認中", "対応の判断待ち"], column="状態")


def test_sorts_by_the_column_whose_header_is_pressed(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="citizen")
    look.table.sort("受付番号")
    look.table.expect_sorted("受付番号", "ascending")
    look.table.expect_order("受付番号", "ascending")
    look.table.sort("種別")
    look.table.expect_sorted("種別", "ascending")
    look.table.sort("場所")
    look.table.expect_sorted("場所", "ascending")
    look.table.sort("状態")
    look.table.expect_sorted("状態", "ascending")
    look.table.sort("完了日")
    look.table.expect_sorted("完了日", "ascending")
    look.table.expect_order("完了日", "ascending")
