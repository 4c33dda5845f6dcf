"""聴取・現地確認を入れる"""

from prototype.kit.fields import boolean, choice, date, multiline, reference, text, time, url
from prototype.kit.kinds.form import form
from prototype.kit.page.screen import Screen, View
from prototype.model import Visit

screen = Screen(
    "visit_form", title="聴取・現地確認を入れる", kind="form", entity=Visit, roles=["section"]
)


def build(view: View) -> None:
    """Ask for a new record, or for changes to one; nothing wrong is kept."""
    with form(view, Visit):
        reference(Visit.request)
        choice(Visit.kind)
        date(Visit.visited_on)
        time(Visit.starts)
        choice(Visit.section)
        boolean(Visit.attended)
        text(Visit.absence)
        multiline(Visit.result)
        url(Visit.drawing)
