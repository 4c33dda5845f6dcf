"""通報一覧"""

from prototype.kit.kinds.records import column, filter_by, records
from prototype.kit.page.screen import Screen, View
from prototype.model import Report

screen = Screen("report_list", title="通報一覧", kind="list", entity=Report)


def build(view: View) -> None:
    """Show the records, to be searched, filtered, sorted and paged."""
    with records(view, Report):
        filter_by(Report.kind)
        column(Report.place)
        column(Report.kind)
