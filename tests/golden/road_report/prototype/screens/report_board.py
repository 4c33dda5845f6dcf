"""対応状況ボード"""

from prototype.kit.kinds.board import board, line
from prototype.kit.page.screen import Screen, View
from prototype.model import Report

screen = Screen(
    "report_board", title="対応状況ボード", kind="board", entity=Report, roles=["roads", "chief"]
)


def build(view: View) -> None:
    """Show the records as cards, to be moved along the allowed transitions."""
    with board(view, Report, by=Report.state):
        line(Report.place)
        line(Report.urgency)
        line(Report.inspected_on)
