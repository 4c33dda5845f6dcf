"""通報の詳細"""

from prototype.kit.kinds.detail import detail, history, value
from prototype.kit.page.screen import Screen, View
from prototype.model import Report

screen = Screen("report_detail", title="通報の詳細", kind="detail", entity=Report)


def build(view: View) -> None:
    """Show one record, what the acting role may do with it, and its history."""
    with detail(view, Report):
        value(Report.place)
        value(Report.kind)
        history()
