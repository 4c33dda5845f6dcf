"""通報一覧"""

from prototype.kit.kinds.records import column, filter_by, records
from prototype.kit.page.screen import Screen, View
from prototype.model import Report

screen = Screen(
    "report_list", title="通報一覧", kind="list", entity=Report, roles=["desk", "roads", "chief"]
)


def build(view: View) -> None:
    """Show the records, to be searched, filtered, sorted and paged."""
    with records(view, Report, sort="-number"):
        filter_by(Report.state)
        filter_by(Report.urgency)
        filter_by(Report.kind)
        filter_by(Report.town)
        column(Report.number)
        column(Report.town)
        column(Report.kind)
        column(Report.place)
        column(Report.urgency)
        column(Report.state)
