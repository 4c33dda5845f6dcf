"""見本の票"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/item_print"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open_record(ADDRESS, "item", role="clerk")
    look.expect_title("見本の票")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open_record(ADDRESS, "item", role="clerk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "見本の票" [level=1]
        """
    )


@pytest.mark.parametrize("role", ["chief"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read_record(ADDRESS, "item", role=role)
    sent.expect_title("見本の票")


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open_record(ADDRESS, "item", role="clerk")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_the_record_on_paper(look: Visit) -> None:
    look.open_record(ADDRESS, "item", role="clerk")
    look.paper.expect_form("見本の票", rows=["番号", "名前", "種類", "作った日", "単価", "金額"])
    look.paper.expect_text("様式第1号", "会津若松市長")


def test_prints_the_paper_alone(visit: Visit) -> None:
    visit.open_record(ADDRESS, "item", role="clerk")
    visit.paper.expect_prints()


def test_shows_on_paper_what_the_detail_shows(visit: Visit) -> None:
    visit.open_record("/s/item_detail", "item", role="clerk")
    visit.paper.expect_same(["番号", "名前", "種類"], "見本の票")
