"""被害届の一覧"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/damage_list"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_title("被害届の一覧")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "被害届の一覧" [level=1]
          - combobox "状態"
          - combobox "市町村"
          - combobox "獣種"
          - table:
            - rowgroup:
              - row:
                - columnheader /^届出番号/
                - columnheader /^市町村/
                - columnheader /^場所/
                - columnheader /^獣種/
                - columnheader /^気づいた日/
                - columnheader /^状態/
        """
    )


@pytest.mark.parametrize("role", ["officer", "chief"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("被害届の一覧")


@pytest.mark.parametrize("role", ["resident", "captor", "cashier"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_its_columns(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.table.expect_columns(["届出番号", "市町村", "場所", "獣種", "気づいた日", "状態"])


@pytest.mark.render
def test_offers_its_filters(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.table.expect_filter("状態", ["受付", "調査済", "捕獲依頼", "終了"])
    look.table.expect_filter(
        "市町村",
        [
            "会津若松市",
            "磐梯町",
            "猪苗代町",
            "会津坂下町",
            "湯川村",
            "柳津町",
            "三島町",
            "金山町",
            "昭和村",
            "会津美里町",
            "喜多方市",
            "北塩原村",
            "西会津町",
        ],
    )
    look.table.expect_filter(
        "獣種", ["クマ", "イノシシ", "シカ", "サル", "カラス", "その他", "わからない"]
    )


@pytest.mark.render
def test_a_row_leads_to_its_record(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.table.expect_ways("/s/damage_detail")


@pytest.mark.render
def test_leads_to_the_form_for_a_new_record(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_way("被害を届け出る", "/s/damage_form")


def test_stands_in_its_own_order_at_first(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.table.expect_sorted("気づいた日", "descending")
    look.table.expect_order("気づいた日", "descending")


def test_turns_its_pages(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="desk")
    look.table.expect_rows(1, 20, of=30)
    look.table.turn_on()
    look.table.expect_rows(21, 30, of=30)
    look.table.turn_back()
    look.table.expect_rows(1, 20, of=30)


def test_finds_nothing_for_words_that_no_record_has(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="desk")
    look.table.search("zqxj-9d3f")
    look.table.expect_nothing()
    look.table.search("")


def test_a_filter_shows_only_what_was_chosen(look: Visit) -> None:
    look.record("damage", {"state": ["受付"]})
    look.record("damage", {"town": ["会津若松市"]})
    look.record("damage", {"species": ["クマ"]})
    look.go_on_at(ADDRESS, role="desk")
    look.table.expect_narrowed("状態", ["受付", "調査済", "捕獲依頼"], column="状態")
    look.table.expect_narrowed("市町村", ["会津若松市", "磐梯町", "猪苗代町"], column="市町村")
    look.table.expect_narrowed("獣種", ["クマ", "イノシシ", "シカ"], column="獣種")


def test_sorts_by_the_column_whose_header_is_pressed(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="desk")
    look.table.sort("届出番号")
    look.table.expect_sorted("届出番号", "ascending")
    look.table.expect_order("届出番号", "ascending")
    look.table.sort("市町村")
    look.table.expect_sorted("市町村", "ascending")
    look.table.sort("場所")
    look.table.expect_sorted("場所", "ascending")
    look.table.sort("獣種")
    look.table.expect_sorted("獣種", "ascending")
    look.table.sort("気づいた日")
    look.table.expect_sorted("気づいた日", "ascending")
    look.table.expect_order("気づいた日", "ascending")
    look.table.sort("状態")
    look.table.expect_sorted("状態", "ascending")


@pytest.mark.parametrize("kind", ["xlsx", "utf-8-sig"])
def test_what_is_written_out_can_be_taken_in_again(look: Visit, kind: str) -> None:
    look.go_on_at(ADDRESS, role="desk")
    file = look.table.write_out(kind)
    look.table.expect_written(
        file, ["届出番号", "市町村", "場所", "獣種", "気づいた日", "状態"], rows=30
    )
    dialog = look.table.take_in(file)
    look.table.expect_same(dialog, rows=30)
    look.table.close(dialog)
