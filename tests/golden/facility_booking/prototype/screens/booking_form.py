"""仮予約する"""

from prototype.kit.fields import choice, date, integer, reference, text
from prototype.kit.kinds.form import form
from prototype.kit.page.screen import Screen, View
from prototype.model import Booking

screen = Screen(
    "booking_form",
    title="仮予約する",
    kind="form",
    entity=Booking,
    roles=["group"],
    help="期日は施設毎に定めます。使用料は審査のあとにお知らせします。",
)


def build(view: View) -> None:
    """Ask for a new record, or for changes to one; nothing wrong is kept."""
    with form(view, Booking):
        reference(Booking.facility)
        date(Booking.date)
        choice(Booking.slot)
        reference(Booking.group)
        integer(Booking.people)
        text(Booking.purpose)
        choice(Booking.fee_charged)
        choice(Booking.wants_reduction)
        choice(Booking.reduction_reason)
