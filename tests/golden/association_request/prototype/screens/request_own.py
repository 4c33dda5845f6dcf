"""要望の状況"""

from prototype.kit.kinds.records import column, filter_by, records
from prototype.kit.page.screen import Screen, View
from prototype.model import Request

screen = Screen(
    "request_own",
    title="要望の状況",
    kind="list",
    entity=Request,
    roles=["association"],
    feature="F5",
)


def build(view: View) -> None:
    """Show the records, to be searched, filtered, sorted and paged."""
    with records(view, Request, sort="-number"):
        filter_by(Request.association)
        filter_by(Request.state)
        filter_by(Request.category)
        column(Request.number)
        column(Request.association)
        column(Request.subject)
        column(Request.priority)
        column(Request.answered_on)
        column(Request.state)
