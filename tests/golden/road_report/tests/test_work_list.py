"""修繕の一覧"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/work_list"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="roads")
    look.expect_title("修繕の一覧")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="roads")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "修繕の一覧" [level=1]
          - combobox "業者"
          - combobox "状態"
          - combobox "工法"
          - table:
            - rowgroup:
              - row:
                - columnheader /^指示番号/
                - columnheader /^通報/
                - columnheader /^業者/
                - columnheader /^工期/
                - columnheader /^差/
                - columnheader /^状態/
        """
    )


@pytest.mark.parametrize("role", ["chief", "contractor"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("修繕の一覧")


@pytest.mark.parametrize("role", ["citizen", "desk"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.parametrize(("phase", "shown", "hidden"), [("1", [], ["差"])])
def test_shows_in_each_phase_what_has_come_by_then(
    look: Visit, phase: str, shown: list[str], hidden: list[str]
) -> None:
    sent = look.read(ADDRESS, role="roads", phase=phase)
    sent.expect_with(shown)
    sent.expect_without(hidden)


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="roads")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_its_columns(look: Visit) -> None:
    look.open(ADDRESS, role="roads")
    look.table.expect_columns(["指示番号", "通報", "業者", "工期", "差", "状態"])


@pytest.mark.render
def test_offers_its_filters(look: Visit) -> None:
    look.open(ADDRESS, role="roads")
    look.table.expect_filter(
        "業者",
        ["第1工区 維持業者", "第2工区 維持業者", "第3工区 維持業者", "塩川・山都工区 維持業者"],
    )
    look.table.expect_filter("状態", ["指示済", "施工中", "検査待ち", "検査済", "指示取消"])
    look.table.expect_filter(
        "工法", ["常温合材", "舗装打換え", "側溝ふた交換", "区画線・標識", "その他"]
    )


@pytest.mark.render
def test_a_row_leads_to_its_record(look: Visit) -> None:
    look.open(ADDRESS, role="roads")
    look.table.expect_ways("/s/work_detail")


@pytest.mark.render
def test_leads_to_the_form_for_a_new_record(look: Visit) -> None:
    look.open(ADDRESS, role="roads")
    look.expect_way("修繕を指示する", "/s/work_form")


def test_stands_in_its_own_order_at_first(look: Visit) -> None:
    look.open(ADDRESS, role="roads")
    look.table.expect_sorted("工期", "ascending")
    look.table.expect_order("工期", "ascending")


def test_turns_its_pages(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="roads")
    look.table.expect_rows(1, 20, of=24)
    look.table.turn_on()
    look.table.expect_rows(21, 24, of=24)
    look.table.turn_back()
    look.table.expect_rows(1, 20, of=24)


def test_finds_nothing_for_words_that_no_record_has(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="roads")
    look.table.search("zqxj-9d3f")
    look.table.expect_nothing()
    look.table.search("")


def test_a_filter_shows_only_what_was_chosen(look: Visit) -> None:
    look.record("work", {"contractor": ["第1工区 維持業者"]})
    look.record("work", {"state": ["指示済"]})
    look.go_on_at(ADDRESS, role="roads")
    look.table.expect_narrowed(
        "業者", ["第1工区 維持業者", "第2工区 維持業者", "第3工区 維持業者"], column="業者"
    )
    look.table.expect_narrowed("状態", ["指示済", "施工中", "検査待ち"], column="状態")


def test_sorts_by_the_column_whose_header_is_pressed(look: Visit) -> None:
    look.go_on_at(ADDRESS, role="roads")
    look.table.sort("指示番号")
    look.table.expect_sorted("指示番号", "ascending")
    look.table.expect_order("指示番号", "ascending")
    look.table.sort("通報")
    look.table.expect_sorted("通報", "ascending")
    look.table.sort("業者")
    look.table.expect_sorted("業者", "ascending")
    look.table.sort("工期")
    look.table.expect_sorted("工期", "ascending")
    look.table.expect_order("工期", "ascending")
    look.table.sort("差")
    look.table.expect_sorted("差", "ascending")
    look.table.sort("状態")
    look.table.expect_sorted("状態", "ascending")


@pytest.mark.parametrize("kind", ["xlsx", "utf-8-sig"])
def test_what_is_written_out_can_be_taken_in_again(look: Visit, kind: str) -> None:
    look.go_on_at(ADDRESS, role="roads")
    file = look.table.write_out(kind)
    look.table.expect_written(file, ["指示番号", "通報", "業者", "工期", "差", "状態"], rows=24)
    look.table.expect_numbers(file, ["差"])
    dialog = look.table.take_in(file)
    look.table.expect_same(dialog, rows=24)
    look.table.close(dialog)
