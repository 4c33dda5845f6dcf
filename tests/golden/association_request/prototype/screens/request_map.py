"""要望の地図"""

from prototype.kit.kinds.map import filter_by, line, on_map
from prototype.kit.page.screen import Screen, View
from prototype.model import Request

screen = Screen(
    "request_map",
    title="要望の地図",
    kind="map",
    entity=Request,
    roles=["desk", "section", "manager"],
    feature="F3",
)


def build(view: View) -> None:
    """Show the records at their places on a map."""
    with on_map(view, Request, location=Request.position):
        filter_by(Request.category)
        filter_by(Request.section)
        filter_by(Request.state)
        line(Request.association)
        line(Request.place)
