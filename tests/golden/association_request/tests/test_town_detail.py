"""市町村の詳細"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/town_detail"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open_record(ADDRESS, "town", role="association")
    look.expect_title("市町村の詳細")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open_record(ADDRESS, "town", role="association")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "市町村の詳細" [level=1]
          - term: /^コード/
          - term: /^市町村名/
          - term: /^区分/
          - term: /^要望の窓口/
          - term: /^提出の締切/
          - term: /^回答の時期/
          - term: /^進捗の回答/
        """
    )


@pytest.mark.parametrize("role", ["desk", "section", "manager", "planner"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read_record(ADDRESS, "town", role=role)
    sent.expect_title("市町村の詳細")


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open_record(ADDRESS, "town", role="association")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_the_values_of_a_record(look: Visit) -> None:
    look.open_record(ADDRESS, "town", role="association")
    look.expect_values(
        ["コード", "市町村名", "区分", "要望の窓口", "提出の締切", "回答の時期", "進捗の回答"]
    )
