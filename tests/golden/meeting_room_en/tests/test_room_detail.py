"""Room: details"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/room_detail"


@pytest.mark.parametrize("role", ["staff", "clerk"])
def test_opens_for_a_role_that_may_see_it(visit: Visit, role: str) -> None:
    visit.open_record(ADDRESS, "room", role=role)
    visit.expect_title("Room: details")


def test_has_no_barriers(visit: Visit) -> None:
    visit.open_record(ADDRESS, "room", role="staff")
    visit.expect_no_barriers()


def test_shows_the_values_of_a_record(visit: Visit) -> None:
    visit.open_record(ADDRESS, "room", role="staff")
    visit.expect_values(["Name", "Floor", "Seats", "Equipment"])
