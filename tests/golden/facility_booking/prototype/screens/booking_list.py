"""予約一覧"""

from prototype.kit.kinds.records import column, filter_by, records
from prototype.kit.page.screen import Screen, View
from prototype.model import Booking

screen = Screen(
    "booking_list",
    title="予約一覧",
    kind="list",
    entity=Booking,
    roles=["desk", "officer", "chief", "cashier"],
)


def build(view: View) -> None:
    """Show the records, to be searched, filtered, sorted and paged."""
    with records(view, Booking, sort="date"):
        filter_by(Booking.state)
        filter_by(Booking.facility)
        filter_by(Booking.slot)
        filter_by(Booking.wants_reduction)
        column(Booking.number)
        column(Booking.facility)
        column(Booking.date)
        column(Booking.slot)
        column(Booking.group)
        column(Booking.state)
