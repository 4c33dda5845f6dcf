"""はじめに"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/home"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="resident")
    look.expect_title("はじめに")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="resident")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "はじめに" [level=1]
        """
    )


@pytest.mark.parametrize("role", ["captor", "desk", "officer", "chief", "cashier"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("はじめに")


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="resident")
    look.expect_no_barriers()


@pytest.mark.render
def test_leads_to_every_screen(look: Visit) -> None:
    look.open(ADDRESS, role="resident")
    look.expect_links([("被害を届け出る", "/s/damage_form")])


@pytest.mark.parametrize(
    ("role", "links"),
    [
        (
            "captor",
            [
                ("捕獲を申請する", "/s/permit_form"),
                ("許可の一覧", "/s/permit_list"),
                ("捕獲を記録する", "/s/capture_form"),
                ("捕獲報告の一覧", "/s/capture_list"),
            ],
        ),
        (
            "desk",
            [
                ("被害を届け出る", "/s/damage_form"),
                ("被害届の一覧", "/s/damage_list"),
                ("被害の地図", "/s/damage_map"),
                ("許可の一覧", "/s/permit_list"),
                ("捕獲報告の一覧", "/s/capture_list"),
                ("確認の進み具合", "/s/capture_board"),
            ],
        ),
        (
            "officer",
            [
                ("今年度の被害と捕獲", "/s/season"),
                ("被害届の一覧", "/s/damage_list"),
                ("被害の地図", "/s/damage_map"),
                ("捕獲を申請する", "/s/permit_form"),
                ("許可の一覧", "/s/permit_list"),
                ("捕獲報告の一覧", "/s/capture_list"),
                ("確認の進み具合", "/s/capture_board"),
                ("捕獲者名簿", "/s/captor_list"),
                ("捕獲者を登録する", "/s/captor_form"),
            ],
        ),
        (
            "chief",
            [
                ("今年度の被害と捕獲", "/s/season"),
                ("被害届の一覧", "/s/damage_list"),
                ("被害の地図", "/s/damage_map"),
                ("許可の一覧", "/s/permit_list"),
                ("捕獲報告の一覧", "/s/capture_list"),
                ("確認の進み具合", "/s/capture_board"),
                ("支払待ちの報償金", "/s/payment_list"),
                ("捕獲者名簿", "/s/captor_list"),
            ],
        ),
        ("cashier", [("支払待ちの報償金", "/s/payment_list")]),
    ],
)
def test_leads_to_every_screen_that_the_role_may_open(
    look: Visit, role: str, links: list[tuple[str, str]]
) -> None:
    look.read(ADDRESS, role=role).expect_links(links)


@pytest.mark.render
def test_shows_steps_of_processes(look: Visit) -> None:
    look.open(ADDRESS, role="resident")
    look.expect_steps("住民", [("被害を届け出る", "被害届から捕獲の許可まで")])


@pytest.mark.parametrize(
    ("role", "title", "steps"),
    [
        (
            "captor",
            "捕獲者",
            [
                ("捕獲を申請する", "被害届から捕獲の許可まで"),
                ("捕獲を記録する", "捕獲報告から報償金の支払まで"),
                ("報告する", "捕獲報告から報償金の支払まで"),
                ("許可証を返納する", "許可証の返納"),
            ],
        ),
        (
            "desk",
            "窓口",
            [
                ("証拠部位を受け取る", "捕獲報告から報償金の支払まで"),
                ("返納を確かめる", "許可証の返納"),
            ],
        ),
        (
            "officer",
            "鳥獣担当",
            [
                ("現地を調べる", "被害届から捕獲の許可まで"),
                ("報告と現物を確かめる", "捕獲報告から報償金の支払まで"),
            ],
        ),
        (
            "chief",
            "係長",
            [
                ("捕獲を許可する", "被害届から捕獲の許可まで"),
                ("報償金を決める", "捕獲報告から報償金の支払まで"),
            ],
        ),
        ("cashier", "会計", [("支払う", "捕獲報告から報償金の支払まで")]),
    ],
)
def test_shows_the_role_its_steps(
    look: Visit, role: str, title: str, steps: list[tuple[str, str]]
) -> None:
    look.read(ADDRESS, role=role).expect_steps(title, steps)
