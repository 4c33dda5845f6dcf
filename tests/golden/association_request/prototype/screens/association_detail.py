"""自治会の詳細"""

from prototype.kit.kinds.detail import detail, history, value
from prototype.kit.page.screen import Screen, View
from prototype.model import Association

screen = Screen(
    "association_detail",
    title="自治会の詳細",
    kind="detail",
    entity=Association,
    roles=["association", "desk", "section"],
)


def build(view: View) -> None:
    """Show one record, what the acting role may do with it, and its history."""
    with detail(view, Association):
        value(Association.number)
        value(Association.town)
        value(Association.name)
        value(Association.district)
        value(Association.households)
        value(Association.leader)
        value(Association.phone)
        value(Association.email)
        value(Association.since)
        history()
