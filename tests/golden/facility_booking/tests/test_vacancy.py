"""空き状況カレンダー"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/vacancy"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="group")
    look.expect_title("空き状況カレンダー")
    look.expect_help("施設を選ぶと、その施設の予約だけが出ます。")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="group")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "空き状況カレンダー" [level=1]
          - table
        """
    )


@pytest.mark.parametrize("role", ["desk", "officer"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("空き状況カレンダー")
    sent.expect_help("施設を選ぶと、その施設の予約だけが出ます。")


@pytest.mark.parametrize("role", ["chief", "cashier"])
def test_is_refused_to_a_role_that_may_not_see_it(look: Visit, role: str) -> None:
    look.read(ADDRESS, role=role).expect_refused()


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="group")
    look.expect_no_barriers()


def test_turns_its_months(look: Visit) -> None:
    look.open(ADDRESS, role="group", month="2026-11")
    look.calendar.expect_month(2026, 11, days=30, before=0)
    look.calendar.turn_on()
    look.calendar.expect_month(2026, 12, days=31, before=2)
    look.calendar.turn_back()
    look.calendar.expect_month(2026, 11, days=30, before=0)


def test_a_record_stands_on_its_day(look: Visit) -> None:
    record = look.record("booking", {"state": ["仮予約"]}, sort="date")
    day = look.value("booking", record, "date")[:10]
    look.open(ADDRESS, role="group", month=day[:7])
    look.calendar.expect_record(day, record.label, "仮予約")


def test_adds_a_record_on_a_day(look: Visit) -> None:
    look.open(ADDRESS, role="group", month="2026-11")
    look.calendar.add_on("2026-11-28")
    look.expect_title("仮予約する")
    look.expect_filled("利用日", "2026-11-28")
