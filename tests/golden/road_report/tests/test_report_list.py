"""通報一覧"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/report_list"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_title("通報一覧")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "通報一覧" [level=1]
          - combobox "状態"
          - combobox "緊急度"
          - combobox "種別"
          - combobox "市町"
          - table:
            - rowgroup:
              - row:
                - columnheader /^受付番号/
                - columnheader /^市町/
                - columnheader /^種別/
                - columnheader /^場所/
                - columnheader /^緊急度/
                - columnheader /^状態/
        """
    )


@pytest.mark.parametrize("role", ["roads", "chief"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("通報一覧")


@pytest.mark.parametrize("role", ["citizen", "contractor"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_its_columns(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.table.expect_columns(["受付番号", "市町", "種別", "場所", "緊急度", "状態"])


@pytest.mark.render
def test_offers_its_filters(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.table.expect_filter(
        "状態",
        [
            "受付",
            "確認中",
            "対応の判断待ち",
            "対応中",
            "経過観察",
            "他機関引継",
            "完了",
            "対象外",
            "統合済",
            "取下げ",
        ],
    )
    look.table.expect_filter("緊急度", ["高", "中", "低"])
    look.table.expect_filter("種別", ["穴ぼこ", "段差", "側溝", "標識", "街灯", "倒木", "その他"])
    look.table.expect_filter("市町", ["会津若松市", "喜多方市", "会津美里町"])


@pytest.mark.render
def test_a_row_leads_to_its_record(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.table.expect_ways("/s/report_detail")


@pytest.mark.render
def test_leads_to_the_form_for_a_new_record(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_way("電話・窓口の通報を入れる", "/s/desk_form")


def test_stands_in_its_own_order_at_first(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.table.expect_sorted("受付番号", "descending")
    look.table.expect_order("受付番号", "descending")


def test_turns_its_pages(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="desk")
    look.table.expect_rows(1, 20, of=40)
    look.table.turn_on()
    look.table.expect_rows(21, 40, of=40)
    look.table.turn_back()
    look.table.expect_rows(1, 20, of=40)


def test_finds_nothing_for_words_that_no_record_has(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="desk")
    look.table.search("zqxj-9d3f")
    look.table.expect_nothing()
    look.table.search("")


def test_a_filter_shows_only_what_was_chosen(look: Visit) -> None:
    look.record("report", {"state": ["受付"]})
    look.record("report", {"urgency": ["高"]})
    look.record("report", {"kind": ["穴ぼこ"]})
    look.record("report", {"town": ["会津若松市"]})
    look.go_on_at(ADDRESS, role="desk")
    look.table.expect_narrowed("状態", ["受付", "確認中", "対応の判断待ち"], column="状態")
    look.table.expect_narrowed("緊急度", ["高", "中", "低"], column="緊急度")
    look.table.expect_narrowed("種別", ["穴ぼこ", "段差", "側溝"], column="種別")
    look.table.expect_narrowed("市町", ["会津若松市", "喜多方市", "会津美里町"], column="市町")


def test_sorts_by_the_column_whose_header_is_pressed(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="desk")
    look.table.sort("受付番号")
    look.table.expect_sorted("受付番号", "ascending")
    look.table.expect_order("受付番号", "ascending")
    look.table.sort("市町")
    look.table.expect_sorted("市町", "ascending")
    look.table.sort("種別")
    look.table.expect_sorted("種別", "ascending")
    look.table.sort("場所")
    look.table.expect_sorted("場所", "ascending")
    look.table.sort("緊急度")
    look.table.expect_sorted("緊急度", "ascending")
    look.table.sort("状態")
    look.table.expect_sorted("状態", "ascending")


@pytest.mark.parametrize("kind", ["xlsx", "utf-8-sig"])
def test_what_is_written_out_can_be_taken_in_again(look: Visit, kind: str) -> None:
    look.go_on_at(ADDRESS, role="desk")
    file = look.table.write_out(kind)
    look.table.expect_written(file, ["受付番号", "市町", "種別", "場所", "緊急度", "状態"], rows=40)
    dialog = look.table.take_in(file)
    look.table.expect_same(dialog, rows=40)
    look.table.close(dialog)
