"""通報の登録"""

from prototype.kit.fields import choice, text
from prototype.kit.kinds.form import form
from prototype.kit.page.screen import Screen, View
from prototype.model import Report

screen = Screen("report_form", title="通報の登録", kind="form", entity=Report)


def build(view: View) -> None:
    """Ask for a new record, or for changes to one; nothing wrong is kept."""
    with form(view, Report):
        text(Report.place)
        choice(Report.kind)
