"""今年度の被害と捕獲"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/season"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="officer")
    look.expect_title("今年度の被害と捕獲")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="officer")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "今年度の被害と捕獲" [level=1]
          - heading "調査を待つ被害届" [level=2]
          - heading "確認を待つ捕獲報告" [level=2]
          - heading "支払が決まった報償金" [level=2]
          - heading "獣種ごとの被害届" [level=2]
          - heading "獣種ごとの捕獲頭数" [level=2]
          - heading "月ごとの捕獲頭数" [level=2]
          - heading "方法ごとの許可" [level=2]
        """
    )


@pytest.mark.parametrize("role", ["chief"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("今年度の被害と捕獲")


@pytest.mark.parametrize("role", ["resident", "captor", "desk", "cashier"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="officer")
    look.expect_no_barriers()


@pytest.mark.render
def test_has_its_tiles_in_order(look: Visit) -> None:
    look.open(ADDRESS, role="officer")
    look.dashboard.expect_tiles(
        [
            "調査を待つ被害届",
            "確認を待つ捕獲報告",
            "支払が決まった報償金",
            "獣種ごとの被害届",
            "獣種ごとの捕獲頭数",
            "月ごとの捕獲頭数",
            "方法ごとの許可",
        ],
    )


def test_its_figures_are_those_of_the_records(look: Visit) -> None:
    look.open(ADDRESS, role="officer")
    look.dashboard.expect_figure("調査を待つ被害届", look.records("damage", {"state": ["受付"]}))
    look.dashboard.expect_figure(
        "確認を待つ捕獲報告", look.records("capture", {"state": ["報告済", "確認中"]})
    )
    look.dashboard.expect_figure(
        "支払が決まった報償金", look.total("capture", "reward", {"state": ["支払決定"]})
    )


def test_its_charts_are_drawn_and_their_numbers_are_those_of_the_records(look: Visit) -> None:
    look.open(ADDRESS, role="officer")
    look.dashboard.expect_chart(
        "獣種ごとの被害届",
        [
            ("クマ", look.records("damage", {"species": ["クマ"]})),
            ("イノシシ", look.records("damage", {"species": ["イノシシ"]})),
            ("シカ", look.records("damage", {"species": ["シカ"]})),
            ("サル", look.records("damage", {"species": ["サル"]})),
            ("カラス", look.records("damage", {"species": ["カラス"]})),
            ("その他", look.records("damage", {"species": ["その他"]})),
            ("わからない", look.records("damage", {"species": ["わからない"]})),
        ],
    )
    look.dashboard.expect_chart(
        "方法ごとの許可",
        [
            ("箱わな", look.records("permit", {"state": ["許可"], "method": ["箱わな"]})),
            ("くくりわな", look.records("permit", {"state": ["許可"], "method": ["くくりわな"]})),
            ("銃", look.records("permit", {"state": ["許可"], "method": ["銃"]})),
            ("網", look.records("permit", {"state": ["許可"], "method": ["網"]})),
        ],
    )


def test_a_figure_leads_to_the_list_of_its_records(look: Visit) -> None:
    count = look.records("damage", {"state": ["受付"]})
    look.open(ADDRESS, role="officer")
    look.dashboard.follow_figure("調査を待つ被害届")
    look.expect_title("被害届の一覧")
    look.table.expect_total(count)
