"""修繕を指示する"""

from prototype.kit.fields import choice, date, money, multiline, reference
from prototype.kit.kinds.form import form
from prototype.kit.page.screen import Screen, View
from prototype.model import Work

screen = Screen(
    "work_form", title="修繕を指示する", kind="form", entity=Work, roles=["roads"], feature="F10"
)


def build(view: View) -> None:
    """Ask for a new record, or for changes to one; nothing wrong is kept."""
    with form(view, Work):
        reference(Work.report)
        choice(Work.contractor)
        choice(Work.method)
        date(Work.due_on)
        multiline(Work.order)
        money(Work.estimate)
