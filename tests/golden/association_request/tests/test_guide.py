"""はじめての方へ"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/guide"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.expect_title("はじめての方へ")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "はじめての方へ" [level=1]
        """
    )


@pytest.mark.parametrize("role", ["desk", "section", "manager", "planner"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("はじめての方へ")


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.expect_no_barriers()


@pytest.mark.render
def test_says_all_of_its_text(look: Visit) -> None:
    look.open(ADDRESS, role="association")
    look.expect_prose(
        [
            "要望を出せる方",
            "自治会の会長か、会長から頼まれた役員の方です。お一人からのご意見は、それぞれの課の窓口へお願いします。",
            "用意するもの",
            "場所のわかるもの(住所か、目印になる建物)",
            "困っている世帯のおおよその数",
            "去年も出した要望なら、そのときの要望番号",
            "出してから回答まで",
            "要望を出すから、1件ずつ登録します。締切は市町村ごとの取り決めにあります。",
            "担当の課が、秋に現地を確かめます。立会いをお願いすることがあります。",
            "翌年の春に回答します。途中の様子は要望の状況で見られます。",
            "会長が替わったときは、先に自治会を届け出るから届け出てください。",
        ],
        headings=["要望を出せる方", "用意するもの", "出してから回答まで"],
    )


@pytest.mark.parametrize(
    ("role", "links"),
    [
        (
            "association",
            [
                ("要望を出す", "/s/request_wizard"),
                ("市町村ごとの取り決め", "/s/town_list"),
                ("要望の状況", "/s/request_own"),
                ("自治会を届け出る", "/s/association_form"),
            ],
        ),
        (
            "desk",
            [("市町村ごとの取り決め", "/s/town_list"), ("自治会を届け出る", "/s/association_form")],
        ),
        ("section", [("市町村ごとの取り決め", "/s/town_list")]),
        ("manager", [("市町村ごとの取り決め", "/s/town_list")]),
        ("planner", [("市町村ごとの取り決め", "/s/town_list")]),
    ],
)
def test_leads_where_the_role_may_go(look: Visit, role: str, links: list[tuple[str, str]]) -> None:
    look.open(ADDRESS, role=role)
    look.expect_prose_links(links)
