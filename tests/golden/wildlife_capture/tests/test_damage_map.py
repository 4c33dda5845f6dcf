"""被害の地図"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/damage_map"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_title("被害の地図")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "被害の地図" [level=1]
        """
    )


@pytest.mark.parametrize("role", ["officer", "chief"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("被害の地図")


@pytest.mark.parametrize("role", ["resident", "captor", "cashier"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_no_barriers()


def test_shows_every_record_that_has_a_place(look: Visit) -> None:
    count = look.placed("damage", "position")
    look.open(ADDRESS, role="desk")
    look.map.expect_places(count)


def test_a_pin_leads_to_its_record(look: Visit) -> None:
    count = look.placed("damage", "position")
    look.open(ADDRESS, role="desk")
    if count:
        look.map.follow_pin()
        look.expect_title("被害届の詳細")
