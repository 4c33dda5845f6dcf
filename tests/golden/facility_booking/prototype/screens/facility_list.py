"""施設を探す"""

from prototype.kit.kinds.records import column, filter_by, records
from prototype.kit.page.screen import Screen, View
from prototype.model import Facility

screen = Screen("facility_list", title="施設を探す", kind="list", entity=Facility)


def build(view: View) -> None:
    """Show the records, to be searched, filtered, sorted and paged."""
    with records(view, Facility, sort="code"):
        filter_by(Facility.town)
        filter_by(Facility.kind)
        column(Facility.name)
        column(Facility.kind)
        column(Facility.town)
        column(Facility.capacity)
        column(Facility.price)
        column(Facility.closed)
