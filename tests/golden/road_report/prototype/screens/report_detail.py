"""通報の詳細"""

from prototype.kit.kinds.detail import detail, history, transitions, value
from prototype.kit.page.screen import Screen, View
from prototype.model import Report

screen = Screen(
    "report_detail",
    title="通報の詳細",
    kind="detail",
    entity=Report,
    roles=["desk", "roads", "chief"],
)


def build(view: View) -> None:
    """Show one record, what the acting role may do with it, and its history."""
    with detail(view, Report):
        transitions()
        value(Report.number)
        value(Report.state)
        value(Report.received_by)
        value(Report.town)
        value(Report.kind)
        value(Report.kind_other)
        value(Report.place)
        value(Report.position)
        value(Report.photos)
        value(Report.detail)
        value(Report.danger)
        value(Report.wants_reply)
        value(Report.reporter)
        value(Report.reporter_phone)
        value(Report.urgency)
        value(Report.road)
        value(Report.road_class)
        value(Report.inspected_on)
        value(Report.width)
        value(Report.depth)
        value(Report.inspection)
        value(Report.cost)
        value(Report.same_as)
        value(Report.handed_to)
        value(Report.recheck_on)
        value(Report.finished_on)
        value(Report.answer)
        history()
