"""仕分けボード"""

from prototype.kit.kinds.board import board, line
from prototype.kit.page.screen import Screen, View
from prototype.model import Request

screen = Screen(
    "request_board",
    title="仕分けボード",
    kind="board",
    entity=Request,
    roles=["manager", "section", "desk"],
)


def build(view: View) -> None:
    """Show the records as cards, to be moved along the allowed transitions."""
    with board(view, Request, by=Request.state):
        line(Request.section)
        line(Request.priority)
        line(Request.local_cost, feature="F10")
