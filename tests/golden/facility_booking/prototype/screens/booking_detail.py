"""予約の詳細"""

from prototype.kit.kinds.detail import detail, history, transitions, value
from prototype.kit.page.screen import Screen, View
from prototype.model import Booking

screen = Screen("booking_detail", title="予約の詳細", kind="detail", entity=Booking)


def build(view: View) -> None:
    """Show one record, what the acting role may do with it, and its history."""
    with detail(view, Booking):
        transitions()
        value(Booking.number)
        value(Booking.state)
        value(Booking.facility)
        value(Booking.date)
        value(Booking.slot)
        value(Booking.group)
        value(Booking.people)
        value(Booking.purpose)
        value(Booking.fee_charged)
        value(Booking.wants_reduction)
        value(Booking.reduction_reason)
        value(Booking.unit_price)
        value(Booking.hours)
        value(Booking.reduction)
        value(Booking.fee)
        value(Booking.due_on)
        value(Booking.paid)
        value(Booking.paid_on)
        value(Booking.actual_people)
        value(Booking.refund_rate)
        value(Booking.refund)
        value(Booking.refunded_on)
        history()
