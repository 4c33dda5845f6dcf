"""Bookings by day"""

import pytest

from tests.visit import Visit

ADDRESS = "/s/booking_calendar"


@pytest.mark.render
def test_opens(look: Visit) -> None:
    look.open(ADDRESS, role="staff")
    look.expect_title("Bookings by day")


@pytest.mark.render
def test_is_built_of_its_parts(look: Visit) -> None:
    look.open(ADDRESS, role="staff")
    look.expect_structure(
        """
        - banner
        - complementary:
          - navigation
        - main:
          - heading "Bookings by day" [level=1]
          - table
        """
    )


@pytest.mark.parametrize("role", ["clerk"])
def test_opens_for_a_role_that_may_see_it(look: Visit, role: str) -> None:
    sent = look.read(ADDRESS, role=role)
    sent.expect_title("Bookings by day")


@pytest.mark.crawl
def test_has_no_barriers(look: Visit) -> None:
    look.open(ADDRESS, role="staff")
    look.expect_no_barriers()


def test_turns_its_months(look: Visit) -> None:
    look.open(ADDRESS, role="staff", month="2026-11")
    look.calendar.expect_month(2026, 11, days=30, before=0)
    look.calendar.turn_on()
    look.calendar.expect_month(2026, 12, days=31, before=2)
    look.calendar.turn_back()
    look.calendar.expect_month(2026, 11, days=30, before=0)


def test_a_record_stands_on_its_day(look: Visit) -> None:
    record = look.record("booking", {"state": ["requested"]}, sort="day")
    day = look.value("booking", record, "day")[:10]
    look.open(ADDRESS, role="staff", month=day[:7])
    look.calendar.expect_record(day, record.label, "Requested")


def test_adds_a_record_on_a_day(look: Visit) -> None:
    look.open(ADDRESS, role="staff", month="2026-11")
    look.calendar.add_on("2026-11-28")
    look.expect_title("Request a room")
    look.expect_filled("Day", "2026-11-28")
