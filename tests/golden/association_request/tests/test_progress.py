"""仕分けの状況"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/progress"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_title("仕分けの状況")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "仕分けの状況" [level=1]
          - heading "担当課が決まっていない要望" [level=2]
          - heading "確認中の要望" [level=2]
          - heading "予算を検討する事業費" [level=2]
          - heading "状態ごとの要望" [level=2]
          - heading "担当課ごとの要望" [level=2]
          - heading "種類ごとの要望" [level=2]
          - heading "担当課ごとの事業費" [level=2]
        """
    )


@pytest.mark.parametrize("role", ["manager", "planner"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("仕分けの状況")


@pytest.mark.parametrize("role", ["association", "section"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.parametrize(
    ("phase", "shown", "hidden"), [("1", [], ["予算を検討する事業費", "担当課ごとの事業費"])]
)
def test_shows_in_each_phase_what_has_come_by_then(
    look: Visit, phase: str, shown: list[str], hidden: list[str]
) -> None:
    sent = look.read(ADDRESS, role="desk", phase=phase)
    sent.expect_with(shown)
    sent.expect_without(hidden)


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_no_barriers()


@pytest.mark.render
def test_has_its_tiles_in_order(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.dashboard.expect_tiles(
        [
            "担当課が決まっていない要望",
            "確認中の要望",
            "予算を検討する事業費",
            "状態ごとの要望",
            "担当課ごとの要望",
            "種類ごとの要望",
            "担当課ごとの事業費",
        ],
    )


def test_its_figures_are_those_of_the_records(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.dashboard.expect_figure(
        "担当課が決まっていない要望", look.records("request", {"state": ["受付"]})
    )
    look.dashboard.expect_figure(
        "確認中の要望", look.records("request", {"state": ["担当割当", "確認中"]})
    )
    look.dashboard.expect_figure(
        "予算を検討する事業費", look.total("request", "cost", {"state": ["予算検討"]})
    )


def test_its_charts_are_drawn_and_their_numbers_are_those_of_the_records(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.dashboard.expect_chart(
        "状態ごとの要望",
        [
            ("受付", look.records("request", {"state": ["受付"]})),
            ("差戻し", look.records("request", {"state": ["差戻し"]})),
            ("担当割当", look.records("request", {"state": ["担当割当"]})),
            ("確認中", look.records("request", {"state": ["確認中"]})),
            ("実施", look.records("request", {"state": ["実施"]})),
            ("予算検討", look.records("request", {"state": ["予算検討"]})),
            ("関係機関へ", look.records("request", {"state": ["関係機関へ"]})),
            ("不可", look.records("request", {"state": ["不可"]})),
            ("回答済", look.records("request", {"state": ["回答済"]})),
            ("継続", look.records("request", {"state": ["継続"]})),
            ("完了", look.records("request", {"state": ["完了"]})),
            ("取下げ", look.records("request", {"state": ["取下げ"]})),
        ],
    )
    look.dashboard.expect_chart(
        "担当課ごとの要望",
        [
            ("建設課", look.records("request", {"section": ["建設課"]})),
            ("都市計画課", look.records("request", {"section": ["都市計画課"]})),
            ("農林課", look.records("request", {"section": ["農林課"]})),
            ("環境生活課", look.records("request", {"section": ["環境生活課"]})),
            ("危機管理課", look.records("request", {"section": ["危機管理課"]})),
            ("教育総務課", look.records("request", {"section": ["教育総務課"]})),
        ],
    )
    look.dashboard.expect_chart(
        "種類ごとの要望",
        [
            ("道路・側溝", look.records("request", {"category": ["道路・側溝"]})),
            ("除雪・流雪溝", look.records("request", {"category": ["除雪・流雪溝"]})),
            ("街灯・防犯灯", look.records("request", {"category": ["街灯・防犯灯"]})),
            ("河川・水路", look.records("request", {"category": ["河川・水路"]})),
            ("交通安全施設", look.records("request", {"category": ["交通安全施設"]})),
            ("公園・集会所", look.records("request", {"category": ["公園・集会所"]})),
            ("鳥獣・環境", look.records("request", {"category": ["鳥獣・環境"]})),
            ("その他", look.records("request", {"category": ["その他"]})),
        ],
    )


def test_a_figure_leads_to_the_list_of_its_records(look: Visit) -> None:
    count = look.records("request", {"state": ["受付"]})
    look.open(ADDRESS, role="desk")
    look.dashboard.follow_figure("担当課が決まっていない要望")
    look.expect_title("要望一覧")
    look.table.expect_total(count)
