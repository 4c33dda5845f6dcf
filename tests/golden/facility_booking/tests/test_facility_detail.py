"""施設の案内"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/facility_detail"


@pytest.mark.parametrize("role", ["group", "desk", "officer", "chief", "cashier"])
def test_opens_for_a_role_that_may_see_it(visit: Visit, role: str) -> None:
    visit.open_record(ADDRESS, "facility", role=role)
    visit.expect_title("施設の案内")


def test_has_no_barriers(visit: Visit) -> None:
    visit.open_record(ADDRESS, "facility", role="group")
    visit.expect_no_barriers()


def test_shows_the_values_of_a_record(visit: Visit) -> None:
    visit.open_record(ADDRESS, "facility", role="group")
    visit.expect_values(
        ["施設名", "区分", "市町村", "定員", "時間単価", "休館日", "備品", "取消の期限"]
    )
