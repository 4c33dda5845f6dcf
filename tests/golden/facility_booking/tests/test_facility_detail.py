"""施設の案内"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/facility_detail"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open_record(ADDRESS, "facility", role="group")
    look.expect_title("施設の案内")


@pytest.mark.parametrize("role", ["desk", "officer", "chief", "cashier"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    look.open_record(ADDRESS, "facility", role=role)
    look.expect_title("施設の案内")


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open_record(ADDRESS, "facility", role="group")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_the_values_of_a_record(look: Visit) -> None:
    look.open_record(ADDRESS, "facility", role="group")
    look.expect_values(
        ["施設名", "区分", "市町村", "定員", "時間単価", "休館日", "備品", "取消の期限"]
    )
