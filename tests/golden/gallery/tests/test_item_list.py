"""見本の一覧"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/item_list"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_title("見本の一覧")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "見本の一覧" [level=1]
          - combobox "種類"
          - combobox "状態"
          - combobox "置き場所"
          - table:
            - rowgroup:
              - row:
                - columnheader /^番号/
                - columnheader /^名前/
                - columnheader /^種類/
                - columnheader /^単価/
                - columnheader /^作った日/
                - columnheader /^状態/
        """
    )


@pytest.mark.parametrize("role", ["chief"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("見本の一覧")


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_its_columns(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.table.expect_columns(["番号", "名前", "種類", "単価", "作った日", "状態"])


@pytest.mark.render
def test_offers_its_filters(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.table.expect_filter("種類", ["文字", "数", "日付", "選択", "その他"])
    look.table.expect_filter("状態", ["下書き", "提出済", "承認済", "取り下げた"])
    look.table.expect_filter("置き場所")


def test_finds_nothing_for_words_that_no_record_has(visit: Visit) -> None:
    visit.open(ADDRESS, role="clerk")
    visit.table.search("zqxj-9d3f")
    visit.table.expect_nothing()


def test_a_filter_shows_only_what_was_chosen(visit: Visit) -> None:
    filters = [
        ("種類", "種類", ["文字", "数", "日付"], {"kind": ["文字"]}),
        ("状態", "状態", ["下書き", "提出済", "承認済"], {"state": ["下書き"]}),
    ]
    for *_, where in filters:
        visit.record("item", where)
    visit.open(ADDRESS, role="clerk")
    for filter_, column, options, _ in filters:
        seen = 0
        for option in options:
            visit.table.narrow(filter_, option)
            visit.table.expect_only(column, option)
            seen += visit.table.rows.count()
        assert seen, filter_
        visit.table.widen(filter_)


def test_stands_in_its_own_order_at_first(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.table.expect_sorted("番号", "descending")
    look.table.expect_order("番号", "descending")


def test_sorts_by_the_column_whose_header_is_pressed(visit: Visit) -> None:
    visit.open(ADDRESS, role="clerk")
    visit.table.sort("番号")
    visit.table.expect_sorted("番号", "ascending")
    visit.table.expect_order("番号", "ascending")
    visit.table.sort("名前")
    visit.table.expect_sorted("名前", "ascending")
    visit.table.sort("種類")
    visit.table.expect_sorted("種類", "ascending")
    visit.table.sort("単価")
    visit.table.expect_sorted("単価", "ascending")
    visit.table.expect_order("単価", "ascending")
    visit.table.sort("作った日")
    visit.table.expect_sorted("作った日", "ascending")
    visit.table.expect_order("作った日", "ascending")
    visit.table.sort("状態")
    visit.table.expect_sorted("状態", "ascending")


def test_turns_its_pages(visit: Visit) -> None:
    visit.open(ADDRESS, role="clerk")
    visit.table.expect_rows(1, 20, of=30)
    visit.table.turn_on()
    visit.table.expect_rows(21, 30, of=30)
    visit.table.turn_back()
    visit.table.expect_rows(1, 20, of=30)


def test_what_is_written_out_can_be_taken_in_again(visit: Visit) -> None:
    visit.open(ADDRESS, role="clerk")
    file = visit.table.write_out()
    visit.table.expect_written(file, ["番号", "名前", "種類", "単価", "作った日", "状態"], rows=30)
    dialog = visit.table.take_in(file)
    visit.table.expect_same(dialog, rows=30)


def test_a_row_leads_to_its_record(visit: Visit) -> None:
    visit.open(ADDRESS, role="clerk")
    visit.table.rows.first.get_by_role("link").click()
    visit.expect_title("見本の詳細")


@pytest.mark.render
def test_leads_to_the_form_for_a_new_record(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_way("見本を登録する", "/s/item_form")
