"""置き場所の詳細"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/shelf_detail"


@pytest.mark.parametrize("role", ["clerk", "chief"])
def test_opens_for_a_role_that_may_see_it(visit: Visit, role: str) -> None:
    visit.open_record(ADDRESS, "shelf", role=role)
    visit.expect_title("置き場所の詳細")


def test_has_no_barriers(visit: Visit) -> None:
    visit.open_record(ADDRESS, "shelf", role="clerk")
    visit.expect_no_barriers()


def test_shows_the_values_of_a_record(visit: Visit) -> None:
    visit.open_record(ADDRESS, "shelf", role="clerk")
    visit.expect_values(["場所の名前", "階"])
