"""自治会の詳細"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/association_detail"


@pytest.mark.parametrize("role", ["association", "desk", "section"])
def test_opens_for_a_role_that_may_see_it(visit: Visit, role: str) -> None:
    visit.open_record(ADDRESS, "association", role=role)
    visit.expect_title("自治会の詳細")


def test_has_no_barriers(visit: Visit) -> None:
    visit.open_record(ADDRESS, "association", role="association")
    visit.expect_no_barriers()


@pytest.mark.parametrize("role", ["manager", "planner"])
def test_is_refused_to_a_role_that_may_not_see_it(visit: Visit, role: str) -> None:
    visit.open(ADDRESS, role=role)
    visit.expect_refused()


def test_shows_the_values_of_a_record(visit: Visit) -> None:
    visit.open_record(ADDRESS, "association", role="association")
    visit.expect_values(
        [
            "自治会番号",
            "市町村",
            "自治会名",
            "地区",
            "世帯数",
            "会長の氏名",
            "会長の電話",
            "メール",
            "就任した月",
        ],
    )


def test_leads_to_the_form_that_changes_the_record(visit: Visit) -> None:
    visit.open_record(ADDRESS, "association", role="association")
    visit.edit()
    visit.expect_title("自治会を届け出る")
