"""通報地図"""

from prototype.kit.kinds.map import filter_by, line, on_map
from prototype.kit.page.screen import Screen, View
from prototype.model import Report

screen = Screen(
    "report_map",
    title="通報地図",
    kind="map",
    entity=Report,
    roles=["roads", "chief"],
    feature="F2",
)


def build(view: View) -> None:
    """Show the records at their places on a map."""
    with on_map(view, Report, location=Report.position):
        filter_by(Report.state)
        filter_by(Report.kind)
        filter_by(Report.urgency)
        line(Report.place)
        line(Report.urgency)
