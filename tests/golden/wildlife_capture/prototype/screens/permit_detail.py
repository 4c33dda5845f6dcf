"""許可の詳細"""

from prototype.kit.kinds.detail import detail, history, transitions, value
from prototype.kit.page.screen import Screen, View
from prototype.model import Permit

screen = Screen(
    "permit_detail",
    title="許可の詳細",
    kind="detail",
    entity=Permit,
    roles=["captor", "desk", "officer", "chief"],
)


def build(view: View) -> None:
    """Show one record, what the acting role may do with it, and its history."""
    with detail(view, Permit):
        transitions()
        value(Permit.number)
        value(Permit.state)
        value(Permit.captor)
        value(Permit.damage)
        value(Permit.species)
        value(Permit.limit)
        value(Permit.method)
        value(Permit.traps)
        value(Permit.area)
        value(Permit.valid_from)
        value(Permit.valid_until)
        value(Permit.returned_on)
        history()
