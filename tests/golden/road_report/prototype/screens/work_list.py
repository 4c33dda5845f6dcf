"""修繕の一覧"""

from prototype.kit.kinds.records import column, filter_by, records
from prototype.kit.page.screen import Screen, View
from prototype.model import Work

screen = Screen(
    "work_list",
    title="修繕の一覧",
    kind="list",
    entity=Work,
    roles=["roads", "chief", "contractor"],
    feature="F10",
)


def build(view: View) -> None:
    """Show the records, to be searched, filtered, sorted and paged."""
    with records(view, Work, sort="due_on"):
        filter_by(Work.contractor)
        filter_by(Work.state)
        filter_by(Work.method)
        column(Work.number)
        column(Work.report)
        column(Work.contractor)
        column(Work.due_on)
        column(Work.difference, title="差", feature="F12")
        column(Work.state)
