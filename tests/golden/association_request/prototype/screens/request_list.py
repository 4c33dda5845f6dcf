"""要望一覧"""

from prototype.kit.kinds.records import column, filter_by, records
from prototype.kit.page.screen import Screen, View
from prototype.model import Request

screen = Screen(
    "request_list",
    title="要望一覧",
    kind="list",
    entity=Request,
    roles=["desk", "section", "manager", "planner"],
)


def build(view: View) -> None:
    """Show the records, to be searched, filtered, sorted and paged."""
    with records(view, Request, sort="due_on"):
        filter_by(Request.state)
        filter_by(Request.section)
        filter_by(Request.category)
        filter_by(Request.priority)
        column(Request.number)
        column(Request.association)
        column(Request.subject)
        column(Request.section)
        column(Request.due_on)
        column(Request.state)
