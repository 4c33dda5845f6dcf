"""確認の進み具合"""

from prototype.kit.kinds.board import board, line
from prototype.kit.page.screen import Screen, View
from prototype.model import Capture

screen = Screen(
    "capture_board",
    title="確認の進み具合",
    kind="board",
    entity=Capture,
    roles=["desk", "officer", "chief"],
)


def build(view: View) -> None:
    """Show the records as cards, to be moved along the allowed transitions."""
    with board(view, Capture, by=Capture.state):
        line(Capture.captor)
        line(Capture.captured_on)
        line(Capture.bag_number)
