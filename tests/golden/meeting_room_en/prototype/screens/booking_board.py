"""Requests at a glance"""

from prototype.kit.kinds.board import board, line
from prototype.kit.page.screen import Screen, View
from prototype.model import Booking

screen = Screen(
    "booking_board", title="Requests at a glance", kind="board", entity=Booking, roles=["clerk"]
)


def build(view: View) -> None:
    """Show the records as cards, to be moved along the allowed transitions."""
    with board(view, Booking, by=Booking.state):
        line(Booking.room)
        line(Booking.day)
        line(Booking.starts)
