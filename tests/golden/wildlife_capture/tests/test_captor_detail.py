"""捕獲者の詳細"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/captor_detail"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open_record(ADDRESS, "captor", role="officer")
    look.expect_title("捕獲者の詳細")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open_record(ADDRESS, "captor", role="officer")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "捕獲者の詳細" [level=1]
          - term: /^隊員番号/
          - term: /^氏名/
          - term: /^所属/
          - term: /^免許/
          - term: /^免許の有効期限/
          - term: /^保険に加入/
          - term: /^電話/
          - term: /^郵便番号/
          - term: /^住所/
        """
    )


@pytest.mark.parametrize("role", ["chief"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read_record(ADDRESS, "captor", role=role)
    sent.expect_title("捕獲者の詳細")


@pytest.mark.parametrize("role", ["resident", "captor", "desk", "cashier"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open_record(ADDRESS, "captor", role="officer")
    look.expect_no_barriers()


@pytest.mark.render
def test_shows_the_values_of_a_record(look: Visit) -> None:
    look.open_record(ADDRESS, "captor", role="officer")
    look.expect_values(
        [
            "隊員番号",
            "氏名",
            "氏名(カナ)",
            "所属",
            "免許",
            "免許の有効期限",
            "保険に加入",
            "電話",
            "郵便番号",
            "住所",
        ],
    )


@pytest.mark.render
def test_leads_to_the_form_that_changes_the_record(look: Visit) -> None:
    look.open_record(ADDRESS, "captor", role="officer")
    look.expect_edit("/s/captor_form")
