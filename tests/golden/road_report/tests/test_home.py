"""はじめに"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/home"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="citizen")
    look.expect_title("はじめに")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="citizen")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "はじめに" [level=1]
        """
    )


@pytest.mark.parametrize("role", ["desk", "roads", "chief", "contractor"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("はじめに")


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="citizen")
    look.expect_no_barriers()


@pytest.mark.render
def test_leads_to_every_screen(look: Visit) -> None:
    look.open(ADDRESS, role="citizen")
    look.expect_links([("通報する", "/s/report_form"), ("対応状況を見る", "/s/report_public")])


@pytest.mark.parametrize(
    ("role", "links"),
    [
        (
            "desk",
            [
                ("対応の状況", "/s/status"),
                ("電話・窓口の通報を入れる", "/s/desk_form"),
                ("通報一覧", "/s/report_list"),
                ("路線台帳", "/s/road_list"),
            ],
        ),
        (
            "roads",
            [
                ("対応の状況", "/s/status"),
                ("パトロールの発見を入れる", "/s/patrol_form"),
                ("通報一覧", "/s/report_list"),
                ("対応状況ボード", "/s/report_board"),
                ("通報地図", "/s/report_map"),
                ("修繕を指示する", "/s/work_form"),
                ("修繕の一覧", "/s/work_list"),
                ("路線台帳", "/s/road_list"),
                ("路線を登録する", "/s/road_form"),
            ],
        ),
        (
            "chief",
            [
                ("対応の状況", "/s/status"),
                ("通報一覧", "/s/report_list"),
                ("対応状況ボード", "/s/report_board"),
                ("通報地図", "/s/report_map"),
                ("修繕の一覧", "/s/work_list"),
                ("路線台帳", "/s/road_list"),
            ],
        ),
        ("contractor", [("修繕の一覧", "/s/work_list")]),
    ],
)
def test_leads_to_every_screen_that_the_role_may_open(
    look: Visit, role: str, links: list[tuple[str, str]]
) -> None:
    look.read(ADDRESS, role=role).expect_links(links)


@pytest.mark.render
def test_shows_steps_of_processes(look: Visit) -> None:
    look.open(ADDRESS, role="citizen")
    look.expect_steps("住民", [("通報する", "通報から完了まで")])


@pytest.mark.parametrize(
    ("role", "title", "steps"),
    [
        ("desk", "窓口", [("受け付ける", "通報から完了まで")]),
        (
            "roads",
            "道路係",
            [
                ("現地を確認する", "通報から完了まで"),
                ("完了を登録する", "通報から完了まで"),
                ("修繕を指示する", "修繕の指示から検査まで"),
                ("検査する", "修繕の指示から検査まで"),
                ("先方の対応を記録する", "県・国などへの引き継ぎ"),
            ],
        ),
        (
            "chief",
            "係長",
            [("対応を決める", "通報から完了まで"), ("引き継ぐ", "県・国などへの引き継ぎ")],
        ),
        (
            "contractor",
            "維持業者",
            [("着手する", "修繕の指示から検査まで"), ("完了を報告する", "修繕の指示から検査まで")],
        ),
    ],
)
def test_shows_the_role_its_steps(
    look: Visit, role: str, title: str, steps: list[tuple[str, str]]
) -> None:
    look.read(ADDRESS, role=role).expect_steps(title, steps)
