"""審査の進み具合"""

from prototype.kit.kinds.board import board, line
from prototype.kit.page.screen import Screen, View
from prototype.model import Booking

screen = Screen(
    "booking_board", title="審査の進み具合", kind="board", entity=Booking, roles=["desk", "officer"]
)


def build(view: View) -> None:
    """Show the records as cards, to be moved along the allowed transitions."""
    with board(view, Booking, by=Booking.state):
        line(Booking.date)
        line(Booking.slot)
        line(Booking.group)
