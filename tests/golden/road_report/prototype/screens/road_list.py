"""路線台帳"""

from prototype.kit.kinds.records import column, filter_by, records
from prototype.kit.page.screen import Screen, View
from prototype.model import Road

screen = Screen(
    "road_list",
    title="路線台帳",
    kind="list",
    entity=Road,
    roles=["desk", "roads", "chief"],
    feature="F13",
)


def build(view: View) -> None:
    """Show the records, to be searched, filtered, sorted and paged."""
    with records(view, Road, sort="code"):
        filter_by(Road.town)
        filter_by(Road.rank)
        filter_by(Road.school_route)
        column(Road.code)
        column(Road.name)
        column(Road.town)
        column(Road.rank)
        column(Road.length)
