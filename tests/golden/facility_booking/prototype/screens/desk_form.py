"""予約を入れる・直す"""

from prototype.kit.fields import choice, date, decimal, integer, money, percent, reference, text
from prototype.kit.kinds.form import form
from prototype.kit.page.screen import Screen, View
from prototype.model import Booking

screen = Screen(
    "desk_form", title="予約を入れる・直す", kind="form", entity=Booking, roles=["desk", "officer"]
)


def build(view: View) -> None:
    """Ask for a new record, or for changes to one; nothing wrong is kept."""
    with form(view, Booking):
        reference(Booking.group)
        reference(Booking.facility)
        date(Booking.date)
        choice(Booking.slot)
        integer(Booking.people)
        text(Booking.purpose)
        choice(Booking.fee_charged)
        choice(Booking.wants_reduction)
        choice(Booking.reduction_reason)
        money(Booking.unit_price)
        decimal(Booking.hours)
        percent(Booking.reduction)
        date(Booking.due_on)
