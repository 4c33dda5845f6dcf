"""市町村ごとの取り決め"""

from prototype.kit.kinds.records import column, filter_by, records
from prototype.kit.page.screen import Screen, View
from prototype.model import Town

screen = Screen("town_list", title="市町村ごとの取り決め", kind="list", entity=Town)


def build(view: View) -> None:
    """Show the records, to be searched, filtered, sorted and paged."""
    with records(view, Town, sort="code"):
        filter_by(Town.kind)
        column(Town.name)
        column(Town.office)
        column(Town.closes)
        column(Town.answers)
        column(Town.rounds)
