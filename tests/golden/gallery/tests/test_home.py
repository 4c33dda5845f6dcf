"""はじめに"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/home"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_title("はじめに")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "はじめに" [level=1]
        """
    )


@pytest.mark.parametrize("role", ["chief"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("はじめに")


@pytest.mark.parametrize(("phase", "shown", "hidden"), [("1", [], ["見本の地図"])])
def test_shows_in_each_phase_what_has_come_by_then(
    look: Visit, phase: str, shown: list[str], hidden: list[str]
) -> None:
    sent = look.read(ADDRESS, role="clerk", phase=phase)
    sent.expect_with(shown)
    sent.expect_without(hidden)


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_no_barriers()


@pytest.mark.render
def test_leads_to_every_screen(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_links(
        [
            ("この見本帳の使い方", "/s/guide"),
            ("見本の集計", "/s/numbers"),
            ("見本を登録する", "/s/item_form"),
            ("順番に登録する", "/s/item_steps"),
            ("見本の一覧", "/s/item_list"),
            ("見本の進み具合", "/s/item_board"),
            ("作った日のカレンダー", "/s/item_calendar"),
            ("見本の地図", "/s/item_map"),
            ("置き場所の一覧", "/s/shelf_list"),
        ],
    )


@pytest.mark.parametrize(
    ("role", "links"),
    [
        (
            "chief",
            [
                ("この見本帳の使い方", "/s/guide"),
                ("見本の集計", "/s/numbers"),
                ("見本の一覧", "/s/item_list"),
                ("見本の進み具合", "/s/item_board"),
                ("作った日のカレンダー", "/s/item_calendar"),
                ("見本の地図", "/s/item_map"),
                ("置き場所の一覧", "/s/shelf_list"),
                ("置き場所を登録する", "/s/shelf_form"),
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
    look.open(ADDRESS, role="clerk")
    look.expect_steps(
        "担当者", [("登録する", "見本を登録して承認する"), ("提出する", "見本を登録して承認する")]
    )


@pytest.mark.parametrize(
    ("role", "title", "steps"), [("chief", "承認者", [("承認する", "見本を登録して承認する")])]
)
def test_shows_the_role_its_steps(
    look: Visit, role: str, title: str, steps: list[tuple[str, str]]
) -> None:
    look.read(ADDRESS, role=role).expect_steps(title, steps)
