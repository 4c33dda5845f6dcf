"""聴取・現地確認の記録"""

from prototype.kit.kinds.detail import detail, history, value
from prototype.kit.page.screen import Screen, View
from prototype.model import Visit

screen = Screen(
    "visit_detail",
    title="聴取・現地確認の記録",
    kind="detail",
    entity=Visit,
    roles=["section", "manager", "desk"],
)


def build(view: View) -> None:
    """Show one record, what the acting role may do with it, and its history."""
    with detail(view, Visit):
        value(Visit.request)
        value(Visit.kind)
        value(Visit.visited_on)
        value(Visit.starts)
        value(Visit.section)
        value(Visit.attended)
        value(Visit.absence)
        value(Visit.result)
        value(Visit.drawing)
        history()
