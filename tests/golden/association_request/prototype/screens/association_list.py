"""自治会名簿"""

from prototype.kit.kinds.records import column, filter_by, records
from prototype.kit.page.screen import Screen, View
from prototype.model import Association

screen = Screen(
    "association_list",
    title="自治会名簿",
    kind="list",
    entity=Association,
    roles=["desk", "section"],
)


def build(view: View) -> None:
    """Show the records, to be searched, filtered, sorted and paged."""
    with records(view, Association, sort="number"):
        filter_by(Association.town)
        filter_by(Association.district)
        column(Association.number)
        column(Association.name)
        column(Association.town)
        column(Association.district)
        column(Association.households)
        column(Association.since)
