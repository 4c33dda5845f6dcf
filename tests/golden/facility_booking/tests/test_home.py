"""はじめに"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/home"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="group")
    look.expect_title("はじめに")
    look.expect_help("予約のながれと、いま自分がすることを示します。")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="group")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "はじめに" [level=1]
        """
    )


@pytest.mark.parametrize("role", ["desk", "officer", "chief", "cashier"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("はじめに")
    sent.expect_help("予約のながれと、いま自分がすることを示します。")


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="group")
    look.expect_no_barriers()


@pytest.mark.render
def test_leads_to_every_screen(look: Visit) -> None:
    look.open(ADDRESS, role="group")
    look.expect_links(
        [
            ("施設を探す", "/s/facility_list"),
            ("空き状況カレンダー", "/s/vacancy"),
            ("仮予約する", "/s/booking_form"),
            ("予約の状況", "/s/booking_own"),
            ("団体を登録する", "/s/group_form"),
        ],
    )


@pytest.mark.parametrize(
    ("role", "links"),
    [
        (
            "desk",
            [
                ("施設を探す", "/s/facility_list"),
                ("空き状況カレンダー", "/s/vacancy"),
                ("予約を入れる・直す", "/s/desk_form"),
                ("予約一覧", "/s/booking_list"),
                ("納付待ちの予約", "/s/payment_list"),
                ("審査の進み具合", "/s/booking_board"),
                ("利用団体の一覧", "/s/group_list"),
            ],
        ),
        (
            "officer",
            [
                ("施設を探す", "/s/facility_list"),
                ("施設を登録する", "/s/facility_form"),
                ("空き状況カレンダー", "/s/vacancy"),
                ("予約を入れる・直す", "/s/desk_form"),
                ("予約一覧", "/s/booking_list"),
                ("審査の進み具合", "/s/booking_board"),
                ("団体を登録する", "/s/group_form"),
                ("利用団体の一覧", "/s/group_list"),
            ],
        ),
        (
            "chief",
            [
                ("施設を探す", "/s/facility_list"),
                ("予約一覧", "/s/booking_list"),
                ("利用団体の一覧", "/s/group_list"),
            ],
        ),
        (
            "cashier",
            [
                ("施設を探す", "/s/facility_list"),
                ("予約一覧", "/s/booking_list"),
                ("納付待ちの予約", "/s/payment_list"),
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
    look.open(ADDRESS, role="group")
    look.expect_steps(
        "利用団体",
        [
            ("施設を選ぶ", "予約から利用まで"),
            ("仮予約する", "予約から利用まで"),
            ("取消を申し出る", "取消と還付"),
            ("登録を申し込む", "利用団体の登録"),
        ],
    )


@pytest.mark.parametrize(
    ("role", "title", "steps"),
    [
        (
            "desk",
            "施設窓口",
            [("内容を審査する", "予約から利用まで"), ("利用を記録する", "予約から利用まで")],
        ),
        (
            "officer",
            "生涯学習係",
            [
                ("使用料と減免を決める", "予約から利用まで"),
                ("還付を決める", "取消と還付"),
                ("登録を認める", "利用団体の登録"),
            ],
        ),
        ("chief", "課長", [("使用を許可する", "予約から利用まで")]),
        ("cashier", "会計", [("納付を確かめる", "予約から利用まで"), ("還付する", "取消と還付")]),
    ],
)
def test_shows_the_role_its_steps(
    look: Visit, role: str, title: str, steps: list[tuple[str, str]]
) -> None:
    look.read(ADDRESS, role=role).expect_steps(title, steps)
