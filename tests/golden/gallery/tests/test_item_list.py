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


@pytest.mark.render
def test_a_row_leads_to_its_record(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.table.expect_ways("/s/item_detail")


@pytest.mark.render
def test_leads_to_the_form_for_a_new_record(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_way("見本を登録する", "/s/item_form")


def test_stands_in_its_own_order_at_first(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.table.expect_sorted("番号", "descending")
    look.table.expect_order("番号", "descending")


def test_turns_its_pages(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="clerk")
    look.table.expect_rows(1, 20, of=30)
    look.table.turn_on()
    look.table.expect_rows(21, 30, of=30)
    look.table.turn_back()
    look.table.expect_rows(1, 20, of=30)


def test_finds_nothing_for_words_that_no_record_has(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="clerk")
    look.table.search("zqxj-9d3f")
    look.table.expect_nothing()
    look.table.search("")


def test_a_filter_shows_only_what_was_chosen(look: Visit) -> None:
    look.record("item", {"kind": ["文字"]})
    look.record("item", {"state": ["下書き"]})
    look.go_on_at(ADDRESS, role="clerk")
    look.table.expect_narrowed("種類", ["文字", "数", "日付"], column="種類")
    look.table.expect_narrowed("状態", ["下書き", "提出済", "承認済"], column="状態")


def test_sorts_by_the_column_whose_header_is_pressed(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="clerk")
    look.table.sort("番号")
    look.table.expect_sorted("番号", "ascending")
    look.table.expect_order("番号", "ascending")
    look.table.sort("名前")
    look.table.expect_sorted("名前", "ascending")
    look.table.sort("種類")
    look.table.expect_sorted("種類", "ascending")
    look.table.sort("単価")
    look.table.expect_sorted("単価", "ascending")
    look.table.expect_order("単価", "ascending")
    look.table.sort("作った日")
    look.table.expect_sorted("作った日", "ascending")
    look.table.expect_order("作った日", "ascending")
    look.table.sort("状態")
    look.table.expect_sorted("状態", "ascending")


@pytest.mark.parametrize("kind", ["xlsx", "utf-8-sig"])
def test_what_is_written_out_can_be_taken_in_again(look: Visit, kind: str) -> None:
    look.go_on_at(ADDRESS, role="clerk")
    file = look.table.write_out(kind)
    look.table.expect_written(file, ["番号", "名前", "種類", "単価", "作った日", "状態"], rows=30)
    look.table.expect_numbers(file, ["単価"])
    dialog = look.table.take_in(file)
    look.table.expect_same(dialog, rows=30)
    look.table.close(dialog)
