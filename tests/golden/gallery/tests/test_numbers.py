"""見本の集計"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/numbers"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_title("見本の集計")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "見本の集計" [level=1]
          - heading "下書きの見本" [level=2]
          - heading "単価の合計" [level=2]
          - heading "種類ごとの件数" [level=2]
          - heading "月ごとの件数" [level=2]
          - heading "状態の割合" [level=2]
        """
    )


@pytest.mark.parametrize("role", ["chief"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("見本の集計")


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_no_barriers()


@pytest.mark.render
def test_has_its_tiles_in_order(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.dashboard.expect_tiles(
        ["下書きの見本", "単価の合計", "種類ごとの件数", "月ごとの件数", "状態の割合"]
    )


def test_its_figures_are_those_of_the_records(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.dashboard.expect_figure("下書きの見本", look.records("item", {"state": ["下書き"]}))
    look.dashboard.expect_figure("単価の合計", look.total("item", "price", {}))


def test_its_charts_are_drawn_and_their_numbers_are_those_of_the_records(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.dashboard.expect_chart(
        "種類ごとの件数",
        [
            ("文字", look.records("item", {"kind": ["文字"]})),
            ("数", look.records("item", {"kind": ["数"]})),
            ("日付", look.records("item", {"kind": ["日付"]})),
            ("選択", look.records("item", {"kind": ["選択"]})),
            ("その他", look.records("item", {"kind": ["その他"]})),
        ],
    )
    look.dashboard.expect_chart(
        "状態の割合",
        [
            ("下書き", look.records("item", {"state": ["下書き"]})),
            ("提出済", look.records("item", {"state": ["提出済"]})),
            ("承認済", look.records("item", {"state": ["承認済"]})),
            ("取り下げた", look.records("item", {"state": ["取下げ"]})),
        ],
    )


def test_a_figure_leads_to_the_list_of_its_records(look: Visit) -> None:
    count = look.records("item", {"state": ["下書き"]})
    look.open(ADDRESS, role="clerk")
    look.dashboard.follow_figure("下書きの見本")
    look.expect_title("見本の一覧")
    look.table.expect_total(count)
