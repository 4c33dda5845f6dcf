"""仕分けの状況"""

from prototype.kit.kinds.dashboard import chart, count, dashboard, total
from prototype.kit.page.screen import Screen, View
from prototype.model import Request

screen = Screen(
    "progress", title="仕分けの状況", kind="dashboard", roles=["desk", "manager", "planner"]
)


def build(view: View) -> None:
    """Show figures and charts over the records."""
    with dashboard(view):
        count(Request, title="担当課が決まっていない要望", where={"state": ["受付"]})
        count(Request, title="確認中の要望", where={"state": ["担当割当", "確認中"]})
        total(
            Request,
            of=Request.cost,
            title="予算を検討する事業費",
            where={"state": ["予算検討"]},
            feature="F9",
        )
        chart(Request, Request.state, title="状態ごとの要望")
        chart(Request, Request.section, title="担当課ごとの要望")
        chart(Request, Request.category, title="種類ごとの要望")
        chart(
            Request,
            Request.section,
            of=Request.cost,
            title="担当課ごとの事業費",
            where={"state": ["実施", "予算検討"]},
            feature="F9",
        )
