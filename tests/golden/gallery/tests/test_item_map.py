"""見本の地図"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/item_map"


@pytest.mark.parametrize("role", ["clerk", "chief"])
def test_opens_for_a_role_that_may_see_it(visit: Visit, role: str) -> None:
    visit.open(ADDRESS, role=role)
    visit.expect_title("見本の地図")


def test_has_no_barriers(visit: Visit) -> None:
    visit.open(ADDRESS, role="clerk")
    visit.expect_no_barriers()


def test_shows_every_record_that_has_a_place(visit: Visit) -> None:
    count = visit.placed("item", "position")
    visit.open(ADDRESS, role="clerk")
    visit.expect_places(count)


def test_a_pin_leads_to_its_record(visit: Visit) -> None:
    count = visit.placed("item", "position")
    visit.open(ADDRESS, role="clerk")
    if count:
        visit.follow_pin()
        visit.expect_title("見本の詳細")
