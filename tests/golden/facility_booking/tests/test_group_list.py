"""利用団体の一覧"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/group_list"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_title("利用団体の一覧")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "利用団体の一覧" [level=1]
          - combobox "状態"
          - combobox "登録区分"
          - combobox "主な活動"
          - table:
            - rowgroup:
              - row:
                - columnheader /^登録番号/
                - columnheader /^団体名/
                - columnheader /^登録区分/
                - columnheader /^主な活動/
                - columnheader /^登録の有効期限/
                - columnheader /^状態/
        """
    )


@pytest.mark.parametrize("role", ["officer", "chief"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("利用団体の一覧")


@pytest.mark.parametrize("role", ["group", "cashier"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_its_columns(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.table.expect_columns(
        ["登録番号", "団体名", "登録区分", "主な活動", "登録の有効期限", "状態"]
    )


@pytest.mark.render
def test_offers_its_filters(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.table.expect_filter("状態", ["申込", "登録", "停止", "抹消"])
    look.table.expect_filter("登録区分", ["市内", "市外"])
    look.table.expect_filter(
        "主な活動", ["スポーツ", "文化・芸術", "学習会", "地域活動", "福祉", "その他"]
    )


@pytest.mark.render
def test_a_row_leads_to_its_record(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.table.expect_ways("/s/group_detail")


def test_stands_in_its_own_order_at_first(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.table.expect_sorted("登録番号", "ascending")
    look.table.expect_order("登録番号", "ascending")


def test_turns_its_pages(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="desk")
    look.table.expect_rows(1, 20, of=24)
    look.table.turn_on()
    look.table.expect_rows(21, 24, of=24)
    look.table.turn_back()
    look.table.expect_rows(1, 20, of=24)


def test_finds_nothing_for_words_that_no_record_has(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="desk")
    look.table.search("zqxj-9d3f")
    look.table.expect_nothing()
    look.table.search("")


def test_a_filter_shows_only_what_was_chosen(look: Visit) -> None:
    look.record("group", {"state": ["申込"]})
    look.record("group", {"area": ["市内"]})
    look.record("group", {"purpose": ["スポーツ"]})
    look.go_on_at(ADDRESS, role="desk")
    look.table.expect_narrowed("状態", ["申込", "登録", "停止"], column="状態")
    look.table.expect_narrowed("登録区分", ["市内", "市外"], column="登録区分")
    look.table.expect_narrowed("主な活動", ["スポーツ", "文化・芸術", "学習会"], column="主な活動")


def test_sorts_by_the_column_whose_header_is_pressed(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="desk")
    look.table.sort("登録番号")
    look.table.expect_sorted("登録番号", "descending")
    look.table.expect_order("登録番号", "descending")
    look.table.sort("団体名")
    look.table.expect_sorted("団体名", "ascending")
    look.table.sort("登録区分")
    look.table.expect_sorted("登録区分", "ascending")
    look.table.sort("主な活動")
    look.table.expect_sorted("主な活動", "ascending")
    look.table.sort("登録の有効期限")
    look.table.expect_sorted("登録の有効期限", "ascending")
    look.table.expect_order("登録の有効期限", "ascending")
    look.table.sort("状態")
    look.table.expect_sorted("状態", "ascending")


@pytest.mark.parametrize("kind", ["xlsx", "utf-8-sig"])
def test_writes_out_all_records_that_it_shows(look: Visit, kind: str) -> None:
    look.go_on_at(ADDRESS, role="desk")
    file = look.table.write_out(kind)
    look.table.expect_written(
        file, ["登録番号", "団体名", "登録区分", "主な活動", "登録の有効期限", "状態"], rows=24
    )
