"""許可の一覧"""

from prototype.kit.kinds.records import column, filter_by, records
from prototype.kit.page.screen import Screen, View
from prototype.model import Permit

screen = Screen(
    "permit_list",
    title="許可の一覧",
    kind="list",
    entity=Permit,
    roles=["captor", "desk", "officer", "chief"],
)


def build(view: View) -> None:
    """Show the records, to be searched, filtered, sorted and paged."""
    with records(view, Permit, sort="valid_until"):
        filter_by(Permit.state)
        filter_by(Permit.method)
        filter_by(Permit.captor)
        column(Permit.number)
        column(Permit.captor)
        column(Permit.method)
        column(Permit.limit)
        column(Permit.valid_until)
        column(Permit.state)
