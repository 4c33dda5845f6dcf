"""通報地図"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/report_map"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="roads")
    look.expect_title("通報地図")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="roads")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "通報地図" [level=1]
        """
    )


@pytest.mark.parametrize("role", ["chief"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("通報地図")


@pytest.mark.parametrize("role", ["citizen", "desk", "contractor"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="roads")
    look.expect_no_barriers()


def test_shows_every_record_that_has_a_place(look: Visit) -> None:
    count = look.placed("report", "position")
    look.open(ADDRESS, role="roads")
    look.map.expect_places(count)


def test_a_pin_leads_to_its_record(look: Visit) -> None:
    count = look.placed("report", "position")
    look.open(ADDRESS, role="roads")
    if count:
        look.map.follow_pin()
        look.expect_title("通報の詳細")
