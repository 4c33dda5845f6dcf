"""聴取・現地確認の一覧"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/visit_list"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_title("聴取・現地確認の一覧")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "聴取・現地確認の一覧" [level=1]
          - combobox "方法"
          - combobox "実施した課"
          - combobox "自治会の立会い"
          - table:
            - rowgroup:
              - row:
                - columnheader /^実施日/
                - columnheader /^要望/
                - columnheader /^方法/
                - columnheader /^実施した課/
                - columnheader /^自治会の立会い/
        """
    )


@pytest.mark.parametrize("role", ["section", "manager"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("聴取・現地確認の一覧")


@pytest.mark.parametrize("role", ["association", "planner"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_its_columns(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.table.expect_columns(["実施日", "要望", "方法", "実施した課", "自治会の立会い"])


@pytest.mark.render
def test_offers_its_filters(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.table.expect_filter("方法", ["聴取", "現地確認", "電話"])
    look.table.expect_filter(
        "実施した課", ["建設課", "都市計画課", "農林課", "環境生活課", "危機管理課", "教育総務課"]
    )
    look.table.expect_filter("自治会の立会い", ["はい", "いいえ"])


@pytest.mark.render
def test_a_row_leads_to_its_record(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.table.expect_ways("/s/visit_detail")


def test_stands_in_its_own_order_at_first(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.table.expect_sorted("実施日", "descending")
    look.table.expect_order("実施日", "descending")


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
    look.record("visit", {"kind": ["聴取"]})
    look.record("visit", {"section": ["建設課"]})
    look.record("visit", {"attended": ["はい"]})
    look.go_on_at(ADDRESS, role="desk")
    look.table.expect_narrowed("方法", ["聴取", "現地確認", "電話"], column="方法")
    look.table.expect_narrowed(
        "実施した課", ["建設課", "都市計画課", "農林課"], column="実施した課"
    )
    look.table.expect_narrowed("自治会の立会い", ["はい", "いいえ"], column="自治会の立会い")


def test_sorts_by_the_column_whose_header_is_pressed(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="desk")
    look.table.sort("実施日")
    look.table.expect_sorted("実施日", "ascending")
    look.table.expect_order("実施日", "ascending")
    look.table.sort("要望")
    look.table.expect_sorted("要望", "ascending")
    look.table.sort("方法")
    look.table.expect_sorted("方法", "ascending")
    look.table.sort("実施した課")
    look.table.expect_sorted("実施した課", "ascending")
    look.table.sort("自治会の立会い")
    look.table.expect_sorted("自治会の立会い", "ascending")


@pytest.mark.parametrize("kind", ["xlsx", "utf-8-sig"])
def test_writes_out_all_records_that_it_shows(look: Visit, kind: str) -> None:
    look.go_on_at(ADDRESS, role="desk")
    file = look.table.write_out(kind)
    look.table.expect_written(
        file, ["実施日", "要望", "方法", "実施した課", "自治会の立会い"], rows=30
    )
