"""From request to use"""

import pytest

from tests.visit import Visit


@pytest.mark.crawl
def test_walks_from_the_first_step_to_the_last(visit: Visit) -> None:
    # Request a room
    visit.open("/s/booking_form", role="staff")
    visit.choose_first("Room")
    visit.fill("Day", "2026-11-01")
    visit.fill("Starts", "09:30")
    visit.fill("Hours", "1.5")
    visit.fill("Purpose", "Test7391")
    visit.fill("People", "12")
    visit.tick("Visitors from outside")
    visit.fill("Organisations of the visitors", "Test7391")
    visit.add()
    visit.expect_added()
    booking = visit.latest("booking")

    # Confirm
    visit.open_for("/s/booking_detail", booking, role="clerk")
    visit.click("Confirm")
    visit.expect_taken("Confirm", "Confirmed")

    # Close
    visit.open_for("/s/booking_detail", booking, role="clerk")
    visit.click("Close")
    dialog = visit.dialog("Close")
    dialog.choose("Was it used?", "As booked")
    dialog.click("Close")
    visit.expect_taken("Close", "Closed")
