"""要望を入れる"""

from prototype.kit.fields import choice, integer, location, multiline, reference, text
from prototype.kit.kinds.form import form
from prototype.kit.page.screen import Screen, View
from prototype.model import Request

screen = Screen(
    "request_form",
    title="要望を入れる",
    kind="form",
    entity=Request,
    roles=["desk"],
    help="紙で出された要望を、窓口が代わりに入れます。",
)


def build(view: View) -> None:
    """Ask for a new record, or for changes to one; nothing wrong is kept."""
    with form(view, Request):
        reference(Request.association)
        choice(Request.repeated)
        reference(Request.previous)
        choice(Request.category)
        text(Request.subject)
        text(Request.place)
        location(Request.position)
        multiline(Request.detail)
        integer(Request.benefit)
        choice(Request.priority)
