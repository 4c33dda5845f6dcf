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


def test_finds_nothing_for_words_that_no_record_has(visit: Visit) -> None:
    visit.open(ADDRESS, role="desk")
    visit.table.search("zqxj-9d3f")
    visit.table.expect_nothing()


def test_a_filter_shows_only_what_was_chosen(visit: Visit) -> None:
    filters = [
        ("状態", "状態", ["申込", "登録", "停止"], {"state": ["申込"]}),
        ("登録区分", "登録区分", ["市内", "市外"], {"area": ["市内"]}),
        ("主な活動", "主な活動", ["スポーツ", "文化・芸術", "学習会"], {"purpose": ["スポーツ"]}),
    ]
    for *_, where in filters:
        visit.record("group", where)
    visit.open(ADDRESS, role="desk")
    for filter_, column, options, _ in filters:
        seen = 0
        for option in options:
            visit.table.narrow(filter_, option)
            visit.table.expect_only(column, option)
            seen += visit.table.rows.count()
        assert seen, filter_
        visit.table.widen(filter_)


def test_stands_in_its_own_order_at_first(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.table.expect_sorted("登録番号", "ascending")
    look.table.expect_order("登録番号", "ascending")


def test_sorts_by_the_column_whose_header_is_pressed(visit: Visit) -> None:
    visit.open(ADDRESS, role="desk")
    visit.table.sort("登録番号")
    visit.table.expect_sorted("登録番号", "descending")
    visit.table.expect_order("登録番号", "descending")
    visit.table.sort("団体名")
    visit.table.expect_sorted("団体名", "ascending")
    visit.table.sort("登録区分")
    visit.table.expect_sorted("登録区分", "ascending")
    visit.table.sort("主な活動")
    visit.table.expect_sorted("主な活動", "ascending")
    visit.table.sort("登録の有効期限")
    visit.table.expect_sorted("登録の有効期限", "ascending")
    visit.table.expect_order("登録の有効期限", "ascending")
    visit.table.sort("状態")
    visit.table.expect_sorted("状態", "ascending")


def test_turns_its_pages(visit: Visit) -> None:
    visit.open(ADDRESS, role="desk")
    visit.table.expect_rows(1, 20, of=24)
    visit.table.turn_on()
    visit.table.expect_rows(21, 24, of=24)
    visit.table.turn_back()
    visit.table.expect_rows(1, 20, of=24)


def test_writes_out_all_records_that_it_shows(visit: Visit) -> None:
    visit.open(ADDRESS, role="desk")
    file = visit.table.write_out()
    visit.table.expect_written(
        file, ["登録番号", "団体名", "登録区分", "主な活動", "登録の有効期限", "状態"], rows=24
    )


def test_a_row_leads_to_its_record(visit: Visit) -> None:
    visit.open(ADDRESS, role="desk")
    visit.table.rows.first.get_by_role("link").click()
    visit.expect_title("利用団体の詳細")
