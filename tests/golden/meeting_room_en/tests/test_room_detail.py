"""Room: details"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/room_detail"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open_record(ADDRESS, "room", role="staff")
    look.expect_title("Room: details")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open_record(ADDRESS, "room", role="staff")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading [level=1]
          - term: /^Name/
          - term: /^Floor/
          - term: /^Seats/
          - term: /^Equipment/
        """
    )


@pytest.mark.parametrize("role", ["clerk"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read_record(ADDRESS, "room", role=role)
    sent.expect_title("Room: details")


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open_record(ADDRESS, "room", role="staff")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_the_values_of_a_record(look: Visit) -> None:
    look.open_record(ADDRESS, "room", role="staff")
    look.expect_values(["Name", "Floor", "Seats", "Equipment"])
