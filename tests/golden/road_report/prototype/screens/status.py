"""対応の状況"""

from prototype.kit.kinds.dashboard import chart, count, dashboard, total
from prototype.kit.page.screen import Screen, View
from prototype.model import Report, Work

screen = Screen(
    "status",
    title="対応の状況",
    kind="dashboard",
    roles=["desk", "roads", "chief"],
    help="件数を押すと、その通報の一覧が開きます。",
)


def build(view: View) -> None:
    """Show figures and charts over the records."""
    with dashboard(view):
        count(Report, title="受け付けていない通報", where={"state": ["受付"]})
        count(Report, title="現地確認を待つ通報", where={"state": ["確認中"]})
        count(
            Report,
            title="緊急度が高く終わっていない通報",
            where={
                "urgency": ["高"],
                "state": ["受付", "確認中", "判断待ち", "対応中", "経過観察"],
            },
        )
        total(Report, of=Report.cost, title="対応中の修繕費の概算", where={"state": ["対応中"]})
        chart(Report, Report.kind, title="種別ごとの件数", lists=["report_list"])
        chart(Report, Report.state, title="状態ごとの件数", lists=["report_list"])
        chart(
            Report,
            Report.inspected_on,
            title="月ごとの現地確認",
            form="line",
            lists=["report_list"],
        )
        chart(Report, Report.town, title="市町ごとの割合", form="pie", lists=["report_list"])
        chart(Work, Work.contractor, of=Work.actual, title="業者ごとの精算額", feature="F12")
