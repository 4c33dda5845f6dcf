"""捕獲報告の詳細"""

from prototype.kit.kinds.detail import detail, history, transitions, value
from prototype.kit.page.screen import Screen, View
from prototype.model import Capture

screen = Screen(
    "capture_detail",
    title="捕獲報告の詳細",
    kind="detail",
    entity=Capture,
    roles=["captor", "desk", "officer", "chief", "cashier"],
)


def build(view: View) -> None:
    """Show one record, what the acting role may do with it, and its history."""
    with detail(view, Capture):
        transitions()
        value(Capture.number)
        value(Capture.state)
        value(Capture.permit)
        value(Capture.captor)
        value(Capture.captured_on)
        value(Capture.species)
        value(Capture.species_other)
        value(Capture.count)
        value(Capture.town)
        value(Capture.place)
        value(Capture.position)
        value(Capture.evidence)
        value(Capture.bag_number)
        value(Capture.disposal)
        value(Capture.buried_at)
        value(Capture.joint)
        value(Capture.members)
        value(Capture.checked_on)
        value(Capture.check_note)
        value(Capture.unit_reward)
        value(Capture.reward)
        value(Capture.no_pay)
        value(Capture.paid_on)
        history()
