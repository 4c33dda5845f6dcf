"""Booking"""

from prototype.kit.kinds.detail import detail, history, transitions, value
from prototype.kit.page.screen import Screen, View
from prototype.model import Booking

screen = Screen("booking_detail", title="Booking", kind="detail", entity=Booking)


def build(view: View) -> None:
    """Show one record, what the acting role may do with it, and its history."""
    with detail(view, Booking):
        transitions()
        value(Booking.number)
        value(Booking.state)
        value(Booking.room)
        value(Booking.day)
        value(Booking.starts)
        value(Booking.hours)
        value(Booking.purpose)
        value(Booking.people)
        value(Booking.visitors)
        value(Booking.visitor_names)
        value(Booking.used)
        history()
