"""通報の詳細"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/report_detail"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open_record(ADDRESS, "report")
    look.expect_title("通報の詳細")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open_record(ADDRESS, "report")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "通報の詳細" [level=1]
          - term: /^場所/
          - term: /^種別/
        """
    )


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open_record(ADDRESS, "report")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_the_values_of_a_record(look: Visit) -> None:
    look.open_record(ADDRESS, "report")
    look.expect_values(["場所", "種別"])


@pytest.mark.render
def test_leads_to_the_form_that_changes_the_record(look: Visit) -> None:
    look.open_record(ADDRESS, "report")
    look.expect_edit("/s/report_form")
