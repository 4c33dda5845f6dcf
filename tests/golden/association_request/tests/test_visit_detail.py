"""聴取・現地確認の記録"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/visit_detail"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open_record(ADDRESS, "visit", role="desk")
    look.expect_title("聴取・現地確認の記録")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open_record(ADDRESS, "visit", role="desk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "聴取・現地確認の記録" [level=1]
          - term: /^要望/
          - term: /^方法/
          - term: /^実施日/
          - term: /^開始/
          - term: /^実施した課/
          - term: /^自治会の立会い/
          - term: /^確認した内容/
          - term: /^図面の場所/
        """
    )


@pytest.mark.parametrize("role", ["section", "manager"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read_record(ADDRESS, "visit", role=role)
    sent.expect_title("聴取・現地確認の記録")


@pytest.mark.parametrize("role", ["association", "planner"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open_record(ADDRESS, "visit", role="desk")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_the_values_of_a_record(look: Visit) -> None:
    look.open_record(ADDRESS, "visit", role="desk")
    look.expect_values(
        [
            "要望",
            "方法",
            "実施日",
            "開始",
            "実施した課",
            "自治会の立会い",
            "確認した内容",
            "図面の場所",
        ],
    )
