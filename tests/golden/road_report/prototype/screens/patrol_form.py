"""パトロールの発見を入れる"""

from prototype.kit.fields import (
    boolean,
    choice,
    date,
    decimal,
    integer,
    location,
    money,
    multiline,
    reference,
    text,
)
from prototype.kit.kinds.form import form
from prototype.kit.page.screen import Screen, View
from prototype.model import Report

screen = Screen(
    "patrol_form",
    title="パトロールの発見を入れる",
    kind="form",
    entity=Report,
    roles=["roads"],
    help="受け付けた通報に現地確認の結果を書き足すときも、この画面を使います。",
)


def build(view: View) -> None:
    """Ask for a new record, or for changes to one; nothing wrong is kept."""
    with form(view, Report):
        choice(Report.received_by)
        choice(Report.town)
        choice(Report.kind)
        text(Report.kind_other)
        text(Report.place)
        location(Report.position)
        boolean(Report.danger)
        choice(Report.urgency)
        reference(Report.road)
        choice(Report.road_class)
        date(Report.inspected_on)
        integer(Report.width)
        decimal(Report.depth)
        multiline(Report.inspection)
        money(Report.cost)
