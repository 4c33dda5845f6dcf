"""路線の詳細"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/road_detail"


@pytest.mark.parametrize("role", ["desk", "roads", "chief"])
def test_opens_for_a_role_that_may_see_it(visit: Visit, role: str) -> None:
    visit.open_record(ADDRESS, "road", role=role)
    visit.expect_title("路線の詳細")


def test_has_no_barriers(visit: Visit) -> None:
    visit.open_record(ADDRESS, "road", role="desk")
    visit.expect_no_barriers()


@pytest.mark.parametrize("role", ["citizen", "contractor"])
def test_is_refused_to_a_role_that_may_not_see_it(visit: Visit, role: str) -> None:
    visit.open(ADDRESS, role=role)
    visit.expect_refused()


def test_shows_the_values_of_a_record(visit: Visit) -> None:
    visit.open_record(ADDRESS, "road", role="desk")
    visit.expect_values(["路線番号", "路線名", "市町", "区分", "延長", "通学路を含む"])
