"""通報する"""

from prototype.kit.fields import choice, location, multiline, phone, photo, text
from prototype.kit.kinds.form import form
from prototype.kit.page.screen import Screen, View
from prototype.model import Report

screen = Screen(
    "report_form",
    title="通報する",
    kind="form",
    entity=Report,
    roles=["citizen"],
    help="急いで通行止めが必要なときは、この画面ではなく電話で知らせてください。",
)


def build(view: View) -> None:
    """Ask for a new record, or for changes to one; nothing wrong is kept."""
    with form(view, Report):
        choice(Report.town)
        choice(Report.kind)
        text(Report.kind_other)
        text(Report.place)
        location(Report.position)
        photo(Report.photos)
        multiline(Report.detail)
        choice(Report.wants_reply)
        text(Report.reporter)
        phone(Report.reporter_phone)
