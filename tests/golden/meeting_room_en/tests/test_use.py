"""Use of the rooms"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/use"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_title("Use of the rooms")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "Use of the rooms" [level=1]
          - heading "Booking by Room" [level=2]
          - heading "Visits by month" [level=2]
        """
    )


@pytest.mark.parametrize("role", ["staff"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.parametrize(("phase", "shown", "hidden"), [("1", [], ["Visits by month"])])
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
def test_has_its_tiles_in_order(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.dashboard.expect_tiles(
        [
            "Booking (Requested)",
            "No-shows",
            "Total of Hours (Confirmed, Closed)",
            "Booking by Room",
            "Booking by Was it used?",
            "Visits by month",
        ],
    )


def test_its_figures_are_those_of_the_records(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.dashboard.expect_figure(
        "Booking (Requested)", look.records("booking", {"state": ["requested"]})
    )
    look.dashboard.expect_figure("No-shows", look.records("booking", {"used": ["Not at all"]}))
    look.dashboard.expect_figure(
        "Total of Hours (Confirmed, Closed)",
        look.total("booking", "hours", {"state": ["confirmed", "closed"]}),
    )


def test_its_charts_are_drawn_and_their_numbers_are_those_of_the_records(look: Visit) -> None:
    look.open(ADDRESS, role="clerk")
    look.dashboard.expect_chart(
        "Booking by Was it used?",
        [
            ("As booked", look.records("booking", {"state": ["closed"], "used": ["As booked"]})),
            ("Shorter", look.records("booking", {"state": ["closed"], "used": ["Shorter"]})),
            ("Not at all", look.records("booking", {"state": ["closed"], "used": ["Not at all"]})),
        ],
    )


def test_a_figure_leads_to_the_list_of_its_records(look: Visit) -> None:
    count = look.records("booking", {"state": ["requested"]})
    look.open(ADDRESS, role="clerk")
    look.dashboard.follow_figure("Booking (Requested)")
    look.expect_title("Bookings")
    look.table.expect_total(count)
