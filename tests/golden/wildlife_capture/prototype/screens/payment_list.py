"""支払待ちの報償金"""

from prototype.kit.kinds.records import column, filter_by, records
from prototype.kit.page.screen import Screen, View
from prototype.model import Capture

screen = Screen(
    "payment_list",
    title="支払待ちの報償金",
    kind="list",
    entity=Capture,
    roles=["cashier", "chief"],
)


def build(view: View) -> None:
    """Show the records, to be searched, filtered, sorted and paged."""
    with records(view, Capture, sort="number", where={"state": ["支払決定", "支払済"]}):
        filter_by(Capture.state)
        filter_by(Capture.species)
        column(Capture.number)
        column(Capture.captor)
        column(Capture.species)
        column(Capture.count)
        column(Capture.reward)
        column(Capture.state)
