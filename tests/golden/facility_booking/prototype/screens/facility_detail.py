"""施設の案内"""

from prototype.kit.kinds.detail import detail, history, value
from prototype.kit.page.screen import Screen, View
from prototype.model import Facility

screen = Screen("facility_detail", title="施設の案内", kind="detail", entity=Facility)


def build(view: View) -> None:
    """Show one record, what the acting role may do with it, and its history."""
    with detail(view, Facility):
        value(Facility.name)
        value(Facility.kind)
        value(Facility.town)
        value(Facility.capacity)
        value(Facility.price)
        value(Facility.closed)
        value(Facility.equipment)
        value(Facility.cancel_days)
        history()
