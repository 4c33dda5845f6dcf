"""対応の状況"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/status"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_title("対応の状況")
    look.expect_help("件数を押すと、その通報の一覧が開きます。")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "対応の状況" [level=1]
          - heading "受け付けていない通報" [level=2]
          - heading "現地確認を待つ通報" [level=2]
          - heading "緊急度が高く終わっていない通報" [level=2]
          - heading "対応中の修繕費の概算" [level=2]
          - heading "種別ごとの件数" [level=2]
          - heading "状態ごとの件数" [level=2]
          - heading "月ごとの現地確認" [level=2]
          - heading "市町ごとの割合" [level=2]
          - heading "業者ごとの精算額" [level=2]
        """
    )


@pytest.mark.parametrize("role", ["roads", "chief"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("対応の状況")
    sent.expect_help("件数を押すと、その通報の一覧が開きます。")


@pytest.mark.parametrize("role", ["citizen", "contractor"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.parametrize(("phase", "shown", "hidden"), [("1", [], ["業者ごとの精算額"])])
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
            "受け付けていない通報",
            "現地確認を待つ通報",
            "緊急度が高く終わっていない通報",
            "対応中の修繕費の概算",
            "種別ごとの件数",
            "状態ごとの件数",
            "月ごとの現地確認",
            "市町ごとの割合",
            "業者ごとの精算額",
        ],
    )


def test_its_figures_are_those_of_the_records(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.dashboard.expect_figure(
        "受け付けていない通報", look.records("report", {"state": ["受付"]})
    )
    look.dashboard.expect_figure(
        "現地確認を待つ通報", look.records("report", {"state": ["確認中"]})
    )
    look.dashboard.expect_figure(
        "緊急度が高く終わっていない通報",
        look.records(
            "report",
            {"urgency": ["高"], "state": ["受付", "確認中", "判断待ち", "対応中", "経過観察"]},
        ),
    )
    look.dashboard.expect_figure(
        "対応中の修繕費の概算", look.total("report", "cost", {"state": ["対応中"]})
    )


def test_its_charts_are_drawn_and_their_numbers_are_those_of_the_records(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.dashboard.expect_chart(
        "種別ごとの件数",
        [
            ("穴ぼこ", look.records("report", {"kind": ["穴ぼこ"]})),
            ("段差", look.records("report", {"kind": ["段差"]})),
            ("側溝", look.records("report", {"kind": ["側溝"]})),
            ("標識", look.records("report", {"kind": ["標識"]})),
            ("街灯", look.records("report", {"kind": ["街灯"]})),
            ("倒木", look.records("report", {"kind": ["倒木"]})),
            ("その他", look.records("report", {"kind": ["その他"]})),
        ],
    )
    look.dashboard.expect_chart(
        "状態ごとの件数",
        [
            ("受付", look.records("report", {"state": ["受付"]})),
            ("確認中", look.records("report", {"state": ["確認中"]})),
            ("対応の判断待ち", look.records("report", {"state": ["判断待ち"]})),
            ("対応中", look.records("report", {"state": ["対応中"]})),
            ("経過観察", look.records("report", {"state": ["経過観察"]})),
            ("他機関引継", look.records("report", {"state": ["他機関引継"]})),
            ("完了", look.records("report", {"state": ["完了"]})),
            ("対象外", look.records("report", {"state": ["対象外"]})),
            ("統合済", look.records("report", {"state": ["統合済"]})),
            ("取下げ", look.records("report", {"state": ["取下げ"]})),
        ],
    )
    look.dashboard.expect_chart(
        "市町ごとの割合",
        [
            ("会津若松市", look.records("report", {"town": ["会津若松市"]})),
            ("喜多方市", look.records("report", {"town": ["喜多方市"]})),
            ("会津美里町", look.records("report", {"town": ["会津美里町"]})),
        ],
    )


def test_a_figure_leads_to_the_list_of_its_records(look: Visit) -> None:
    count = look.records("report", {"state": ["受付"]})
    look.open(ADDRESS, role="desk")
    look.dashboard.follow_figure("受け付けていない通報")
    look.expect_title("通報一覧")
    look.table.expect_total(count)
