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


def test_finds_nothing_for_words_that_no_record_has(visit: Visit) -> None:
    visit.open(ADDRESS, role="citizen")
    visit.table.search("zqxj-9d3f")
    visit.table.expect_nothing()


def test_a_filter_shows_only_what_was_chosen(visit: Visit) -> None:
    filters = [
        (
            "種別",
            "種別",
            ["穴ぼこ", "段差", "側溝"],
            {
                "state": ["受付", "確認中", "判断待ち", "対応中", "経過観察", "他機関引継", "完了"],
                "kind": ["穴ぼこ"],
            },
        ),
        ("状態", "状態", ["受付", "確認中", "対応の判断待ち"], {"state": ["受付"]}),
    ]
    for *_, where in filters:
        visit.record("report", where)
    visit.open(ADDRESS, role="citizen")
    for filter_, column, options, _ in filters:
        seen = 0
        for option in options:
            visit.table.narrow(filter_, option)
            visit.table.expect_only(column, option)
            seen += visit.table.rows.count()
        assert seen, filter_
        visit.table.widen(filter_)


def test_stands_in_its_own_order_at_first(look: Visit) -> None:
    look.open(ADDRESS, role="citizen")
    look.table.expect_sorted("受付番号", "descending")
    look.table.expect_order("受付番号", "descending")


def test_shows_only_records_that_belong_to_it(visit: Visit) -> None:
    visit.record(
        "report",
        {"state": ["受付", "確認中", "判断待ち", "対応中", "経過観察", "他機関引継", "完了"]},
    )
    total = visit.count(
        "report",
        {"state": ["受付", "確認中", "判断待ち", "対応中", "経過観察", "他機関引継", "完了"]},
    )
    visit.open(ADDRESS, role="citizen")
    visit.table.expect_rows(1, min(total, 20), of=total)


def test_sorts_by_the_column_whose_header_is_pressed(visit: Visit) -> None:
    visit.open(ADDRESS, role="citizen")
    visit.table.sort("受付番号")
    visit.table.expect_sorted("受付番号", "ascending")
    visit.table.expect_order("受付番号", "ascending")
    visit.table.sort("種別")
    visit.table.expect_sorted("種別", "ascending")
    visit.table.sort("場所")
    visit.table.expect_sorted("場所", "ascending")
    visit.table.sort("状態")
    visit.table.expect_sorted("状態", "ascending")
    visit.table.sort("完了日")
    visit.table.expect_sorted("完了日", "ascending")
    visit.table.expect_order("完了日", "ascending")


def test_a_row_leads_to_its_record(visit: Visit) -> None:
    visit.open(ADDRESS, role="citizen")
    visit.table.rows.first.get_by_role("link").click()
    visit.expect_title("通報の対応状況")


@pytest.mark.render
def test_leads_to_the_form_for_a_new_record(look: Visit) -> None:
    look.open(ADDRESS, role="citizen")
    look.expect_way("通報する", "/s/report_form")
