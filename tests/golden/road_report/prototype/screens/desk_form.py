"""電話・窓口の通報を入れる"""

from prototype.kit.fields import boolean, choice, location, multiline, phone, text
from prototype.kit.kinds.form import form
from prototype.kit.page.screen import Screen, View
from prototype.model import Report

screen = Screen(
    "desk_form", title="電話・窓口の通報を入れる", kind="form", entity=Report, roles=["desk"]
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
        multiline(Report.detail)
        boolean(Report.danger)
        choice(Report.urgency)
        choice(Report.wants_reply)
        text(Report.reporter)
        phone(Report.reporter_phone)
