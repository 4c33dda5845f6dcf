"""対応状況を見る"""

from prototype.kit.kinds.records import column, filter_by, records
from prototype.kit.page.screen import Screen, View
from prototype.model import Report

screen = Screen(
    "report_public",
    title="対応状況を見る",
    kind="list",
    entity=Report,
    roles=["citizen"],
    feature="F5",
)


def build(view: View) -> None:
    """Show the records, to be searched, filtered, sorted and paged."""
    with records(
        view,
        Report,
        sort="-number",
        where={"state": ["受付", "確認中", "判断待ち", "対応中", "経過観察", "他機関引継", "完了"]},
    ):
        filter_by(Report.town)
        filter_by(Report.kind)
        filter_by(Report.state)
        column(Report.number)
        column(Report.kind)
        column(Report.place)
        column(Report.state)
        column(Report.finished_on)
