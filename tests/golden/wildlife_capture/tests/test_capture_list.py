"""捕獲報告の一覧"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/capture_list"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="captor")
    look.expect_title("捕獲報告の一覧")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="captor")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "捕獲報告の一覧" [level=1]
          - combobox "状態"
          - combobox "獣種"
          - combobox "捕獲した市町村"
          - table:
            - rowgroup:
              - row:
                - columnheader /^報告番号/
                - columnheader /^捕獲日/
                - columnheader /^捕獲者/
                - columnheader /^獣種/
                - columnheader /^頭数/
                - columnheader /^状態/
        """
    )


@pytest.mark.parametrize("role", ["desk", "officer", "chief"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("捕獲報告の一覧")


@pytest.mark.parametrize("role", ["resident", "cashier"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="captor")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_its_columns(look: Visit) -> None:
    look.open(ADDRESS, role="captor")
    look.table.expect_columns(["報告番号", "捕獲日", "捕獲者", "獣種", "頭数", "状態"])


@pytest.mark.render
def test_offers_its_filters(look: Visit) -> None:
    look.open(ADDRESS, role="captor")
    look.table.expect_filter(
        "状態", ["下書", "報告済", "確認中", "確認済", "支払決定", "支払済", "不支給", "取下げ"]
    )
    look.table.expect_filter("獣種", ["クマ", "イノシシ", "シカ", "サル", "カラス", "その他"])
    look.table.expect_filter(
        "捕獲した市町村",
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


@pytest.mark.render
def test_a_row_leads_to_its_record(look: Visit) -> None:
    look.open(ADDRESS, role="captor")
    look.table.expect_ways("/s/capture_detail")


@pytest.mark.render
def test_leads_to_the_form_for_a_new_record(look: Visit) -> None:
    look.open(ADDRESS, role="captor")
    look.expect_way("捕獲を記録する", "/s/capture_form")


def test_stands_in_its_own_order_at_first(look: Visit) -> None:
    look.open(ADDRESS, role="captor")
    look.table.expect_sorted("捕獲日", "descending")
    look.table.expect_order("捕獲日", "descending")


def test_turns_its_pages(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="captor")
    look.table.expect_rows(1, 20, of=40)
    look.table.turn_on()
    look.table.expect_rows(21, 40, of=40)
    look.table.turn_back()
    look.table.expect_rows(1, 20, of=40)


def test_finds_nothing_for_words_that_no_record_has(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="captor")
    look.table.search("zqxj-9d3f")
    look.table.expect_nothing()
    look.table.search("")


def test_a_filter_shows_only_what_was_chosen(look: Visit) -> None:
    look.record("capture", {"state": ["下書"]})
    look.record("capture", {"species": ["クマ"]})
    look.go_on_at(ADDRESS, role="captor")
    look.table.expect_narrowed("状態", ["下書", "報告済", "確認中"], column="状態")
    look.table.expect_narrowed("獣種", ["クマ", "イノシシ", "シカ"], column="獣種")


def test_sorts_by_the_column_whose_header_is_pressed(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="captor")
    look.table.sort("報告番号")
    look.table.expect_sorted("報告番号", "ascending")
    look.table.expect_order("報告番号", "ascending")
    look.table.sort("捕獲日")
    look.table.expect_sorted("捕獲日", "ascending")
    look.table.expect_order("捕獲日", "ascending")
    look.table.sort("捕獲者")
    look.table.expect_sorted("捕獲者", "ascending")
    look.table.sort("獣種")
    look.table.expect_sorted("獣種", "ascending")
    look.table.sort("頭数")
    look.table.expect_sorted("頭数", "ascending")
    look.table.expect_order("頭数", "ascending")
    look.table.sort("状態")
    look.table.expect_sorted("状態", "ascending")


@pytest.mark.parametrize("kind", ["xlsx", "utf-8-sig"])
def test_what_is_written_out_can_be_taken_in_again(look: Visit, kind: str) -> None:
    look.go_on_at(ADDRESS, role="captor")
    file = look.table.write_out(kind)
    look.table.expect_written(
        file, ["報告番号", "捕獲日", "捕獲者", "獣種", "頭数", "状態"], rows=40
    )
    look.table.expect_numbers(file, ["頭数"])
    dialog = look.table.take_in(file)
    look.table.expect_same(dialog, rows=40)
    look.table.close(dialog)
