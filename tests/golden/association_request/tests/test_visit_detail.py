"""聴取・現地確認の記録"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/visit_detail"


@pytest.mark.parametrize("role", ["desk", "section", "manager"])
def test_opens_for_a_role_that_may_see_it(visit: Visit, role: str) -> None:
    visit.open_record(ADDRESS, "visit", role=role)
    visit.expect_title("聴取・現地確認の記録")


def test_has_no_barriers(visit: Visit) -> None:
    visit.open_record(ADDRESS, "visit", role="desk")
    visit.expect_no_barriers()


@pytest.mark.parametrize("role", ["association", "planner"])
def test_is_refused_to_a_role_that_may_not_see_it(visit: Visit, role: str) -> None:
    visit.open(ADDRESS, role=role)
    visit.expect_refused()


def test_shows_the_values_of_a_record(visit: Visit) -> None:
    visit.open_record(ADDRESS, "visit", role="desk")
    visit.expect_values(
        [
            "要望",
            "方法",
            "実施日",
            "開始",
            "実施した課",
            "自治会の立会い",
            "確認した内容",
            "図面の場所",
        ],
    )
