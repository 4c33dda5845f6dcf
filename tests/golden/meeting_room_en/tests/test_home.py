"""Start"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/home"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="staff")
    look.expect_title("Start")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="staff")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "Start" [level=1]
        """
    )


@pytest.mark.parametrize("role", ["clerk"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("Start")


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="staff")
    look.expect_no_barriers()


@pytest.mark.render
def test_leads_to_every_screen(look: Visit) -> None:
    look.open(ADDRESS, role="staff")
    look.expect_links(
        [
            ("Request a room", "/s/booking_form"),
            ("Bookings", "/s/booking_list"),
            ("Bookings by day", "/s/booking_calendar"),
            ("Rooms", "/s/room_list"),
        ],
    )


@pytest.mark.parametrize(
    ("role", "links"),
    [
        (
            "clerk",
            [
                ("Use of the rooms", "/s/use"),
                ("Request a room", "/s/booking_form"),
                ("Bookings", "/s/booking_list"),
                ("Requests at a glance", "/s/booking_board"),
                ("Bookings by day", "/s/booking_calendar"),
                ("Rooms", "/s/room_list"),
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
    look.open(ADDRESS, role="staff")
    look.expect_steps("Staff", [("Request a room", "From request to use")])


@pytest.mark.parametrize(
    ("role", "title", "steps"),
    [
        (
            "clerk",
            "General affairs",
            [("Confirm", "From request to use"), ("Close", "From request to use")],
        ),
    ],
)
def test_shows_the_role_its_steps(
    look: Visit, role: str, title: str, steps: list[tuple[str, str]]
) -> None:
    look.read(ADDRESS, role=role).expect_steps(title, steps)
