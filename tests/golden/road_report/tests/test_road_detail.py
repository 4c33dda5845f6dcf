"""路線の詳細"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/road_detail"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open_record(ADDRESS, "road", role="desk")
    look.expect_title("路線の詳細")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open_record(ADDRESS, "road", role="desk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "路線の詳細" [level=1]
          - term: /^路線番号/
          - term: /^路線名/
          - term: /^市町/
          - term: /^区分/
          - term: /^延長/
          - term: /^通学路を含む/
        """
    )


@pytest.mark.parametrize("role", ["roads", "chief"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read_record(ADDRESS, "road", role=role)
    sent.expect_title("路線の詳細")


@pytest.mark.parametrize("role", ["citizen", "contractor"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open_record(ADDRESS, "road", role="desk")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_the_values_of_a_record(look: Visit) -> None:
    look.open_record(ADDRESS, "road", role="desk")
    look.expect_values(["路線番号", "路線名", "市町", "区分", "延長", "通学路を含む"])
