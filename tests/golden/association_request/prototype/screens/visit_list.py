"""聴取・現地確認の一覧"""

from prototype.kit.kinds.records import column, filter_by, records
from prototype.kit.page.screen import Screen, View
from prototype.model import Visit

screen = Screen(
    "visit_list",
    title="聴取・現地確認の一覧",
    kind="list",
    entity=Visit,
    roles=["section", "manager", "desk"],
)


def build(view: View) -> None:
    """Show the records, to be searched, filtered, sorted and paged."""
    with records(view, Visit, sort="-visited_on"):
        filter_by(Visit.kind)
        filter_by(Visit.section)
        filter_by(Visit.attended)
        column(Visit.visited_on)
        column(Visit.request)
        column(Visit.kind)
        column(Visit.section)
        column(Visit.attended)
