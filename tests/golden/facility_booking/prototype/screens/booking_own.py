"""予約の状況"""

from prototype.kit.kinds.records import column, filter_by, records
from prototype.kit.page.screen import Screen, View
from prototype.model import Booking

screen = Screen("booking_own", title="予約の状況", kind="list", entity=Booking, roles=["group"])


def build(view: View) -> None:
    """Show the records, to be searched, filtered, sorted and paged."""
    with records(view, Booking, sort="-date"):
        filter_by(Booking.state)
        filter_by(Booking.facility)
        column(Booking.number)
        column(Booking.facility)
        column(Booking.date)
        column(Booking.slot)
        column(Booking.fee)
        column(Booking.state)
