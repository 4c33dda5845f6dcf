"""回答期限のカレンダー"""

from prototype.kit.kinds.calendar import calendar, filter_by, line
from prototype.kit.page.screen import Screen, View
from prototype.model import Request

screen = Screen(
    "due_calendar",
    title="回答期限のカレンダー",
    kind="calendar",
    entity=Request,
    roles=["desk", "section", "manager"],
)


def build(view: View) -> None:
    """Show the records on their days, a month at a time."""
    with calendar(
        view,
        Request,
        date=Request.due_on,
        where={"state": ["担当割当", "確認中", "実施", "予算検討", "関係機関へ", "不可"]},
    ):
        filter_by(Request.section)
        line(Request.section)
