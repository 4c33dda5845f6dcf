"""はじめに"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/home"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.expect_title("はじめに")
    look.expect_help("要望は8月にまとめて出していただき、翌年5月ごろに回答します。")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "はじめに" [level=1]
        """
    )


@pytest.mark.parametrize("role", ["desk", "section", "manager", "planner"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("はじめに")
    sent.expect_help("要望は8月にまとめて出していただき、翌年5月ごろに回答します。")


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.expect_no_barriers()


@pytest.mark.render
def test_leads_to_every_screen(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.expect_links(
        [
            ("はじめての方へ", "/s/guide"),
            ("要望を出す", "/s/request_wizard"),
            ("要望の状況", "/s/request_own"),
            ("自治会を届け出る", "/s/association_form"),
            ("市町村ごとの取り決め", "/s/town_list"),
        ],
    )


@pytest.mark.parametrize(
    ("role", "links"),
    [
        (
            "desk",
            [
                ("はじめての方へ", "/s/guide"),
                ("仕分けの状況", "/s/progress"),
                ("要望を入れる", "/s/request_form"),
                ("要望一覧", "/s/request_list"),
                ("仕分けボード", "/s/request_board"),
                ("要望の地図", "/s/request_map"),
                ("回答期限のカレンダー", "/s/due_calendar"),
                ("聴取・現地確認の一覧", "/s/visit_list"),
                ("自治会名簿", "/s/association_list"),
                ("自治会を届け出る", "/s/association_form"),
                ("市町村ごとの取り決め", "/s/town_list"),
            ],
        ),
        (
            "section",
            [
                ("はじめての方へ", "/s/guide"),
                ("要望一覧", "/s/request_list"),
                ("仕分けボード", "/s/request_board"),
                ("要望の地図", "/s/request_map"),
                ("回答期限のカレンダー", "/s/due_calendar"),
                ("担当課の記入", "/s/section_form"),
                ("聴取・現地確認を入れる", "/s/visit_form"),
                ("聴取・現地確認の一覧", "/s/visit_list"),
                ("自治会名簿", "/s/association_list"),
                ("市町村ごとの取り決め", "/s/town_list"),
            ],
        ),
        (
            "manager",
            [
                ("はじめての方へ", "/s/guide"),
                ("仕分けの状況", "/s/progress"),
                ("要望一覧", "/s/request_list"),
                ("仕分けボード", "/s/request_board"),
                ("要望の地図", "/s/request_map"),
                ("回答期限のカレンダー", "/s/due_calendar"),
                ("聴取・現地確認の一覧", "/s/visit_list"),
                ("市町村ごとの取り決め", "/s/town_list"),
            ],
        ),
        (
            "planner",
            [
                ("はじめての方へ", "/s/guide"),
                ("仕分けの状況", "/s/progress"),
                ("要望一覧", "/s/request_list"),
                ("市町村ごとの取り決め", "/s/town_list"),
            ],
        ),
    ],
)
def test_leads_to_every_screen_that_the_role_may_open(
    look: Visit, role: str, links: list[tuple[str, str]]
) -> None:
    look.read(ADDRESS, role=role).expect_links(links)


@pytest.mark.render
def test_shows_steps_of_processes(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.expect_steps(
        "自治会",
        [
            ("要望を提出する", "要望の提出から回答まで"),
            ("役員の交代を届け出る", "自治会の役員交代"),
        ],
    )


@pytest.mark.parametrize(
    ("role", "title", "steps"),
    [
        (
            "desk",
            "市民協働係",
            [
                ("担当課を割り当てる", "要望の提出から回答まで"),
                ("回答する", "要望の提出から回答まで"),
                ("名簿を確かめる", "自治会の役員交代"),
            ],
        ),
        (
            "section",
            "担当課",
            [
                ("担当課で受け持つ", "要望の提出から回答まで"),
                ("聴取・現地確認を記録する", "要望の提出から回答まで"),
                ("継続にする", "進捗の回答"),
                ("完了にする", "進捗の回答"),
            ],
        ),
        ("manager", "担当課長", [("仕分けする", "要望の提出から回答まで")]),
        ("planner", "企画財政", [("予算検討の要望を確かめる", "予算への反映")]),
    ],
)
def test_shows_the_role_its_steps(
    look: Visit, role: str, title: str, steps: list[tuple[str, str]]
) -> None:
    look.read(ADDRESS, role=role).expect_steps(title, steps)
