"""今年度の被害と捕獲"""

from prototype.kit.kinds.dashboard import chart, count, dashboard, total
from prototype.kit.page.screen import Screen, View
from prototype.model import Capture, Damage, Permit

screen = Screen("season", title="今年度の被害と捕獲", kind="dashboard", roles=["officer", "chief"])


def build(view: View) -> None:
    """Show figures and charts over the records."""
    with dashboard(view):
        count(Damage, title="調査を待つ被害届", where={"state": ["受付"]})
        count(
            Capture,
            title="確認を待つ捕獲報告",
            where={"state": ["報告済", "確認中"]},
            lists=["capture_list"],
        )
        total(
            Capture,
            of=Capture.reward,
            title="支払が決まった報償金",
            where={"state": ["支払決定"]},
            feature="F9",
        )
        chart(Damage, Damage.species, title="獣種ごとの被害届")
        chart(
            Capture,
            Capture.species,
            of=Capture.count,
            title="獣種ごとの捕獲頭数",
            lists=["capture_list"],
        )
        chart(
            Capture,
            Capture.captured_on,
            of=Capture.count,
            title="月ごとの捕獲頭数",
            form="line",
            lists=["capture_list"],
        )
        chart(
            Permit,
            Permit.method,
            title="方法ごとの許可",
            form="pie",
            where={"state": ["許可"]},
            feature="F11",
        )
