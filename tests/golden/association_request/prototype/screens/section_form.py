"""担当課の記入"""

from prototype.kit.fields import (
    choice,
    date,
    location,
    money,
    multi_choice,
    multiline,
    percent,
    reference,
    text,
)
from prototype.kit.kinds.form import form
from prototype.kit.page.screen import Screen, View
from prototype.model import Request

screen = Screen(
    "section_form",
    title="担当課の記入",
    kind="form",
    entity=Request,
    roles=["section"],
    help="要望一覧から開いて、事業費などを書き足します。",
)


def build(view: View) -> None:
    """Ask for a new record, or for changes to one; nothing wrong is kept."""
    with form(view, Request):
        reference(Request.association)
        choice(Request.category)
        text(Request.subject)
        text(Request.place)
        location(Request.position)
        multiline(Request.detail)
        choice(Request.priority)
        choice(Request.section)
        multi_choice(Request.joint)
        date(Request.due_on)
        money(Request.cost)
        percent(Request.share)
        text(Request.budget_year)
        choice(Request.agency)
        multiline(Request.answer)
