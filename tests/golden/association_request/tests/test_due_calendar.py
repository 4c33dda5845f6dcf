"""回答期限のカレンダー"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/due_calendar"

# Not tested here:
# - the records on their days: none need have a day


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_title("回答期限のカレンダー")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "回答期限のカレンダー" [level=1]
          - table
        """
    )


@pytest.mark.parametrize("role", ["section", "manager"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("回答期限のカレンダー")


@pytest.mark.parametrize("role", ["association", "planner"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="desk")
    look.expect_no_barriers()


def test_turns_its_months(look: Visit) -> None:
    look.open(ADDRESS, role="desk", month="2026-11")
    look.calendar.expect_month(2026, 11, days=30, before=0)
    look.calendar.turn_on()
    look.calendar.expect_month(2026, 12, days=31, before=2)
    look.calendar.turn_back()
    look.calendar.expect_month(2026, 11, days=30, before=0)


def test_adds_a_record_on_a_day(look: Visit) -> None:
    look.open(ADDRESS, role="section", month="2026-11")
    look.calendar.add_on("2026-11-28")
    look.expect_title("担当課の記入")
    look.expect_filled("回答期限", "2026-11-28")
