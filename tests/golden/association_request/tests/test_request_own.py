"""要望の状況"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/request_own"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.expect_title("要望の状況")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "要望の状況" [level=1]
          - combobox "自治会"
          - combobox "状態"
          - combobox "種類"
          - table:
            - rowgroup:
              - row:
                - columnheader /^要望番号/
                - columnheader /^自治会/
                - columnheader /^件名/
                - columnheader /^自治会の優先度/
                - columnheader /^回答日/
                - columnheader /^状態/
        """
    )


@pytest.mark.parametrize("role", ["desk", "section", "manager", "planner"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_its_columns(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.table.expect_columns(["要望番号", "自治会", "件名", "自治会の優先度", "回答日", "状態"])


@pytest.mark.render
def test_offers_its_filters(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.table.expect_filter("自治会")
    look.table.expect_filter(
        "状態",
        [
            "受付",
            "差戻し",
            "担当割当",
            "確認中",
            "実施",
            "予算検討",
            "関係機関へ",
            "不可",
            "回答済",
            "継続",
            "完了",
            "取下げ",
        ],
    )
    look.table.expect_filter(
        "種類",
        [
            "道路・側溝",
            "除雪・流雪溝",
            "街灯・防犯灯",
            "河川・水路",
            "交通安全施設",
            "公園・集会所",
            "鳥獣・環境",
            "その他",
        ],
    )


@pytest.mark.render
def test_a_row_leads_to_its_record(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.table.expect_ways("/s/request_detail")


@pytest.mark.render
def test_leads_to_the_form_for_a_new_record(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.expect_way("要望を出す", "/s/request_wizard")


def test_stands_in_its_own_order_at_first(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.table.expect_sorted("要望番号", "descending")
    look.table.expect_order("要望番号", "descending")


def test_turns_its_pages(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="association")
    look.table.expect_rows(1, 20, of=40)
    look.table.turn_on()
    look.table.expect_rows(21, 40, of=40)
    look.table.turn_back()
    look.table.expect_rows(1, 20, of=40)


def test_finds_nothing_for_words_that_no_record_has(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="association")
    look.table.search("zqxj-9d3f")
    look.table.expect_nothing()
    look.table.search("")


def test_a_filter_shows_only_what_was_chosen(look: Visit) -> None:
    look.record("request", {"state": ["受付"]})
    look.go_on_at(ADDRESS, role="association")
    look.table.expect_narrowed("状態", ["受付", "差戻し", "担当割当"], column="状態")


def test_sorts_by_the_column_whose_header_is_pressed(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="association")
    look.table.sort("要望番号")
    look.table.expect_sorted("要望番号", "ascending")
    look.table.expect_order("要望番号", "ascending")
    look.table.sort("自治会")
    look.table.expect_sorted("自治会", "ascending")
    look.table.sort("件名")
    look.table.expect_sorted("件名", "ascending")
    look.table.sort("自治会の優先度")
    look.table.expect_sorted("自治会の優先度", "ascending")
    look.table.sort("回答日")
    look.table.expect_sorted("回答日", "ascending")
    look.table.expect_order("回答日", "ascending")
    look.table.sort("状態")
    look.table.expect_sorted("状態", "ascending")


@pytest.mark.parametrize("kind", ["xlsx", "utf-8-sig"])
def test_writes_out_all_records_that_it_shows(look: Visit, kind: str) -> None:
    look.go_on_at(ADDRESS, role="association")
    file = look.table.write_out(kind)
    look.table.expect_written(
        file, ["要望番号", "自治会", "件名", "自治会の優先度", "回答日", "状態"], rows=40
    )
