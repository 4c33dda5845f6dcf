"""通報の対応状況"""

from prototype.kit.kinds.detail import detail, history, transitions, value
from prototype.kit.page.screen import Screen, View
from prototype.model import Report

screen = Screen(
    "report_public_detail",
    title="通報の対応状況",
    kind="detail",
    entity=Report,
    roles=["citizen"],
    feature="F5",
)


def build(view: View) -> None:
    """Show one record, what the acting role may do with it, and its history."""
    with detail(view, Report, edit=False):
        transitions()
        value(Report.number)
        value(Report.state)
        value(Report.town)
        value(Report.kind)
        value(Report.kind_other)
        value(Report.place)
        value(Report.position)
        value(Report.finished_on)
        value(Report.answer)
        history()
