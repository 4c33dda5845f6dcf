"""修繕の詳細"""

from prototype.kit.kinds.detail import detail, history, transitions, value
from prototype.kit.page.screen import Screen, View
from prototype.model import Work

screen = Screen(
    "work_detail",
    title="修繕の詳細",
    kind="detail",
    entity=Work,
    roles=["roads", "chief", "contractor"],
    feature="F10",
)


def build(view: View) -> None:
    """Show one record, what the acting role may do with it, and its history."""
    with detail(view, Work):
        transitions()
        value(Work.number)
        value(Work.state)
        value(Work.report)
        value(Work.contractor)
        value(Work.method)
        value(Work.due_on)
        value(Work.order)
        value(Work.estimate)
        value(Work.actual)
        value(Work.difference)
        value(Work.done_on)
        value(Work.result)
        value(Work.checked_on)
        history()
