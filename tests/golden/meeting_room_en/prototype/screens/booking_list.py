"""Bookings"""

from prototype.kit.kinds.records import column, filter_by, records
from prototype.kit.page.screen import Screen, View
from prototype.model import Booking

screen = Screen("booking_list", title="Bookings", kind="list", entity=Booking)


def build(view: View) -> None:
    """Show the records, to be searched, filtered, sorted and paged."""
    with records(view, Booking, sort="day"):
        filter_by(Booking.state)
        filter_by(Booking.room)
        column(Booking.number)
        column(Booking.room)
        column(Booking.day)
        column(Booking.starts)
        column(Booking.purpose)
        column(Booking.state)
