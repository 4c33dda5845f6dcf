"""施設の案内"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/facility_detail"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open_record(ADDRESS, "facility", role="group")
    look.expect_title("施設の案内")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open_record(ADDRESS, "facility", role="group")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "施設の案内" [level=1]
          - term: /^施設名/
          - term: /^区分/
          - term: /^市町村/
          - term: /^定員/
          - term: /^時間単価/
          - term: /^休館日/
          - term: /^備品/
          - term: /^取消の期限/
        """
    )


@pytest.mark.parametrize("role", ["desk", "officer", "chief", "cashier"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read_record(ADDRESS, "facility", role=role)
    sent.expect_title("施設の案内")


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
