"""Bookings by day"""

from prototype.kit.kinds.calendar import calendar, filter_by, line
from prototype.kit.page.screen import Screen, View
from prototype.model import Booking

screen = Screen("booking_calendar", title="Bookings by day", kind="calendar", entity=Booking)


def build(view: View) -> None:
    """Show the records on their days, a month at a time."""
    with calendar(
        view, Booking, date=Booking.day, where={"state": ["requested", "confirmed", "closed"]}
    ):
        filter_by(Booking.room)
        line(Booking.room)
        line(Booking.starts)
