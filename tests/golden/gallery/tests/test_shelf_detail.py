"""置き場所の詳細"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/shelf_detail"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open_record(ADDRESS, "shelf", role="clerk")
    look.expect_title("置き場所の詳細")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open_record(ADDRESS, "shelf", role="clerk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "置き場所の詳細" [level=1]
          - term: /^場所の名前/
          - term: /^階/
        """
    )


@pytest.mark.parametrize("role", ["chief"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read_record(ADDRESS, "shelf", role=role)
    sent.expect_title("置き場所の詳細")


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open_record(ADDRESS, "shelf", role="clerk")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_the_values_of_a_record(look: Visit) -> None:
    look.open_record(ADDRESS, "shelf", role="clerk")
    look.expect_values(["場所の名前", "階"])
