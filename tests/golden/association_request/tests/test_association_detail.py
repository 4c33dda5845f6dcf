"""自治会の詳細"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/association_detail"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open_record(ADDRESS, "association", role="association")
    look.expect_title("自治会の詳細")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open_record(ADDRESS, "association", role="association")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "自治会の詳細" [level=1]
          - term: /^自治会番号/
          - term: /^市町村/
          - term: /^自治会名/
          - term: /^地区/
          - term: /^世帯数/
          - term: /^会長の氏名/
          - term: /^会長の電話/
          - term: /^メール/
          - term: /^就任した月/
        """
    )


@pytest.mark.parametrize("role", ["desk", "section"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read_record(ADDRESS, "association", role=role)
    sent.expect_title("自治会の詳細")


@pytest.mark.parametrize("role", ["manager", "planner"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open_record(ADDRESS, "association", role="association")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_the_values_of_a_record(look: Visit) -> None:
    look.open_record(ADDRESS, "association", role="association")
    look.expect_values(
        [
            "自治会番号",
            "市町村",
            "自治会名",
            "地区",
            "世帯数",
            "会長の氏名",
            "会長の電話",
            "メール",
            "就任した月",
        ],
    )


@pytest.mark.render
def test_leads_to_the_form_that_changes_the_record(look: Visit) -> None:
    look.open_record(ADDRESS, "association", role="association")
    look.expect_edit("/s/association_form")
