"""要望の詳細"""

from prototype.kit.kinds.detail import detail, history, transitions, value
from prototype.kit.page.screen import Screen, View
from prototype.model import Request

screen = Screen("request_detail", title="要望の詳細", kind="detail", entity=Request)


def build(view: View) -> None:
    """Show one record, what the acting role may do with it, and its history."""
    with detail(view, Request):
        transitions()
        value(Request.number)
        value(Request.state)
        value(Request.association)
        value(Request.subject)
        value(Request.category)
        value(Request.place)
        value(Request.position)
        value(Request.detail)
        value(Request.benefit)
        value(Request.priority)
        value(Request.repeated)
        value(Request.previous)
        value(Request.section)
        value(Request.joint)
        value(Request.due_on)
        value(Request.cost)
        value(Request.share)
        value(Request.local_cost)
        value(Request.budget_year)
        value(Request.agency)
        value(Request.answer)
        value(Request.answered_on)
        value(Request.done_on)
        history()
