"""要望の地図"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/request_map"


@pytest.mark.parametrize("role", ["desk", "section", "manager"])
def test_opens_for_a_role_that_may_see_it(visit: Visit, role: str) -> None:
    visit.open(ADDRESS, role=role)
    visit.expect_title("要望の地図")


def test_has_no_barriers(visit: Visit) -> None:
    visit.open(ADDRESS, role="desk")
    visit.expect_no_barriers()


@pytest.mark.parametrize("role", ["association", "planner"])
def test_is_refused_to_a_role_that_may_not_see_it(visit: Visit, role: str) -> None:
    visit.open(ADDRESS, role=role)
    visit.expect_refused()


def test_shows_every_record_that_has_a_place(visit: Visit) -> None:
    count = visit.placed("request", "position")
    visit.open(ADDRESS, role="desk")
    visit.expect_places(count)


def test_a_pin_leads_to_its_record(visit: Visit) -> None:
    count = visit.placed("request", "position")
    visit.open(ADDRESS, role="desk")
    if count:
        visit.follow_pin()
        visit.expect_title("要望の詳細")
