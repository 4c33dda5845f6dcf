"""要望を出す"""

from prototype.kit.fields import choice, integer, location, multiline, reference, text
from prototype.kit.kinds.wizard import step, wizard
from prototype.kit.page.screen import Screen, View
from prototype.model import Request

screen = Screen(
    "request_wizard",
    title="要望を出す",
    kind="wizard",
    entity=Request,
    roles=["association"],
    help="1件につき5分ほどです。途中でやめても、同じ端末なら続きから入力できます。",
)


def build(view: View) -> None:
    """Ask step by step; nothing is saved before the summary was seen."""
    with wizard(view, Request):
        with step("S1", "どの要望か"):
            reference(Request.association)
            choice(Request.repeated)
            reference(Request.previous)
            choice(Request.category)
            text(Request.subject)
        with step("S2", "場所"):
            text(Request.place)
            location(Request.position)
        with step("S3", "困っていること"):
            multiline(Request.detail)
            integer(Request.benefit)
            choice(Request.priority)
