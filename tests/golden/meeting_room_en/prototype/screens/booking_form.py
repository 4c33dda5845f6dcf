"""Request a room"""

from prototype.kit.fields import boolean, date, decimal, integer, reference, text, time
from prototype.kit.kinds.form import form
from prototype.kit.page.screen import Screen, View
from prototype.model import Booking

screen = Screen("booking_form", title="Request a room", kind="form", entity=Booking)


def build(view: View) -> None:
    """Ask for a new record, or for changes to one; nothing wrong is kept."""
    with form(view, Booking):
        reference(Booking.room)
        date(Booking.day)
        time(Booking.starts)
        decimal(Booking.hours)
        text(Booking.purpose)
        integer(Booking.people)
        boolean(Booking.visitors)
        text(Booking.visitor_names)
