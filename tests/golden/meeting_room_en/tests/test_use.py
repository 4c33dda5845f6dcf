"""Use of the rooms"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/use"


def test_opens(visit: Visit) -> None:
    visit.open(ADDRESS, role="clerk")
    visit.expect_title("Use of the rooms")


def test_has_no_barriers(visit: Visit) -> None:
    visit.open(ADDRESS, role="clerk")
    visit.expect_no_barriers()


@pytest.mark.parametrize("role", ["staff"])
def test_is_refused_to_a_role_that_may_not_see_it(visit: Visit, role: str) -> None:
    visit.open(ADDRESS, role=role)
    visit.expect_refused()


def test_has_its_tiles_in_order(visit: Visit) -> None:
    visit.open(ADDRESS, role="clerk")
    visit.expect_columns(
        [
            "Booking (Requested)",
            "No-shows",
            "Total of Hours (Confirmed, Closed)",
            "Booking by Room",
            "Booking by Was it used?",
            "Visits by month",
        ],
    )


def test_its_figures_are_those_of_the_records(visit: Visit) -> None:
    visit.open(ADDRESS, role="clerk")
    visit.expect_figure("Booking (Requested)", visit.records("booking", {"state": ["requested"]}))
    visit.expect_figure("No-shows", visit.records("booking", {"used": ["Not at all"]}))
    visit.expect_figure(
        "Total of Hours (Confirmed, Closed)",
        visit.total("booking", "hours", {"state": ["confirmed", "closed"]}),
    )


def test_its_charts_are_drawn_and_their_numbers_are_those_of_the_records(visit: Visit) -> None:
    visit.open(ADDRESS, role="clerk")
    visit.expect_chart(
        "Booking by Was it used?",
        [
            ("As booked", visit.records("booking", {"state": ["closed"], "used": ["As booked"]})),
            ("Shorter", visit.records("booking", {"state": ["closed"], "used": ["Shorter"]})),
            ("Not at all", visit.records("booking", {"state": ["closed"], "used": ["Not at all"]})),
        ],
    )


def test_a_figure_leads_to_the_list_of_its_records(visit: Visit) -> None:
    count = visit.records("booking", {"state": ["requested"]})
    visit.open(ADDRESS, role="clerk")
    visit.follow_figure("Booking (Requested)")
    visit.expect_title("Bookings")
    visit.table.expect_total(count)
