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


def test_finds_nothing_for_words_that_no_record_has(visit: Visit) -> None:
    visit.open(ADDRESS, role="roads")
    visit.table.search("zqxj-9d3f")
    visit.table.expect_nothing()


def test_a_filter_shows_only_what_was_chosen(visit: Visit) -> None:
    filters = [
        (
            "業者",
            "業者",
            ["第1工区 維持業者", "第2工区 維持業者", "第3工区 維持業者"],
            {"contractor": ["第1工区 維持業者"]},
        ),
        ("状態", "状態", ["指示済", "施工中", "検査待ち"], {"state": ["指示済"]}),
    ]
    for *_, where in filters:
        visit.record("work", where)
    visit.open(ADDRESS, role="roads")
    for filter_, column, options, _ in filters:
        seen = 0
        for option in options:
            visit.table.narrow(filter_, option)
            visit.table.expect_only(column, option)
            seen += visit.table.rows.count()
        assert seen, filter_
        visit.table.widen(filter_)


def test_stands_in_its_own_order_at_first(look: Visit) -> None:
    look.open(ADDRESS, role="roads")
    look.table.expect_sorted("工期", "ascending")
    look.table.expect_order("工期", "ascending")


def test_sorts_by_the_column_whose_header_is_pressed(visit: Visit) -> None:
    visit.open(ADDRESS, role="roads")
    visit.table.sort("指示番号")
    visit.table.expect_sorted("指示番号", "ascending")
    visit.table.expect_order("指示番号", "ascending")
    visit.table.sort("通報")
    visit.table.expect_sorted("通報", "ascending")
    visit.table.sort("業者")
    visit.table.expect_sorted("業者", "ascending")
    visit.table.sort("工期")
    visit.table.expect_sorted("工期", "ascending")
    visit.table.expect_order("工期", "ascending")
    visit.table.sort("差")
    visit.table.expect_sorted("差", "ascending")
    visit.table.sort("状態")
    visit.table.expect_sorted("状態", "ascending")


def test_turns_its_pages(visit: Visit) -> None:
    visit.open(ADDRESS, role="roads")
    visit.table.expect_rows(1, 20, of=24)
    visit.table.turn_on()
    visit.table.expect_rows(21, 24, of=24)
    visit.table.turn_back()
    visit.table.expect_rows(1, 20, of=24)


def test_what_is_written_out_can_be_taken_in_again(visit: Visit) -> None:
    visit.open(ADDRESS, role="roads")
    file = visit.table.write_out()
    visit.table.expect_written(file, ["指示番号", "通報", "業者", "工期", "差", "状態"], rows=24)
    dialog = visit.table.take_in(file)
    visit.table.expect_same(dialog, rows=24)


def test_a_row_leads_to_its_record(visit: Visit) -> None:
    visit.open(ADDRESS, role="roads")
    visit.table.rows.first.get_by_role("link").click()
    visit.expect_title("修繕の詳細")


@pytest.mark.render
def test_leads_to_the_form_for_a_new_record(look: Visit) -> None:
    look.open(ADDRESS, role="roads")
    look.expect_way("修繕を指示する", "/s/work_form")
