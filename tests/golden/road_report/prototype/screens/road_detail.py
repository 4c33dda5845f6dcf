"""路線の詳細"""

from prototype.kit.kinds.detail import detail, history, value
from prototype.kit.page.screen import Screen, View
from prototype.model import Road

screen = Screen(
    "road_detail",
    title="路線の詳細",
    kind="detail",
    entity=Road,
    roles=["desk", "roads", "chief"],
    feature="F13",
)


def build(view: View) -> None:
    """Show one record, what the acting role may do with it, and its history."""
    with detail(view, Road):
        value(Road.code)
        value(Road.name)
        value(Road.town)
        value(Road.rank)
        value(Road.length)
        value(Road.school_route)
        history()
