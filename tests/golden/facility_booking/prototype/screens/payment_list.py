"""納付待ちの予約"""

from prototype.kit.kinds.records import column, filter_by, records
from prototype.kit.page.screen import Screen, View
from prototype.model import Booking

screen = Screen(
    "payment_list", title="納付待ちの予約", kind="list", entity=Booking, roles=["cashier", "desk"]
)


def build(view: View) -> None:
    """Show the records, to be searched, filtered, sorted and paged."""
    with records(view, Booking, sort="due_on", where={"state": ["納付待"]}):
        filter_by(Booking.facility)
        column(Booking.number)
        column(Booking.group)
        column(Booking.fee)
        column(Booking.due_on)
