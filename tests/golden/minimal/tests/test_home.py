"""ホーム"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/home"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS)
    look.expect_title("ホーム")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS)
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "ホーム" [level=1]
        """
    )


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS)
    look.expect_no_barriers()


@pytest.mark.render
def test_leads_to_every_screen(look: Visit) -> None:
    look.open(ADDRESS)
    look.expect_links([("通報一覧", "/s/report_list"), ("通報の登録", "/s/report_form")])
