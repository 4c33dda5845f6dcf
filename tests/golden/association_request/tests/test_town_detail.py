"""市町村の詳細"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/town_detail"


@pytest.mark.parametrize("role", ["association", "desk", "section", "manager", "planner"])
def test_opens_for_a_role_that_may_see_it(visit: Visit, role: str) -> None:
    visit.open_record(ADDRESS, "town", role=role)
    visit.expect_title("市町村の詳細")


def test_has_no_barriers(visit: Visit) -> None:
    visit.open_record(ADDRESS, "town", role="association")
    visit.expect_no_barriers()


def test_shows_the_values_of_a_record(visit: Visit) -> None:
    visit.open_record(ADDRESS, "town", role="association")
    visit.expect_values(
        ["コード", "市町村名", "区分", "要望の窓口", "提出の締切", "回答の時期", "進捗の回答"]
    )
