"""捕獲報告の一覧"""

from prototype.kit.kinds.records import column, filter_by, records
from prototype.kit.page.screen import Screen, View
from prototype.model import Capture

screen = Screen(
    "capture_list",
    title="捕獲報告の一覧",
    kind="list",
    entity=Capture,
    roles=["captor", "desk", "officer", "chief"],
)


def build(view: View) -> None:
    """Show the records, to be searched, filtered, sorted and paged."""
    with records(view, Capture, sort="-captured_on"):
        filter_by(Capture.state)
        filter_by(Capture.species)
        filter_by(Capture.town)
        column(Capture.number)
        column(Capture.captured_on)
        column(Capture.captor)
        column(Capture.species)
        column(Capture.count)
        column(Capture.state)
