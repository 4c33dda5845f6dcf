"""路線を登録する"""

from prototype.kit.fields import boolean, choice, decimal, text
from prototype.kit.kinds.form import form
from prototype.kit.page.screen import Screen, View
from prototype.model import Road

screen = Screen(
    "road_form", title="路線を登録する", kind="form", entity=Road, roles=["roads"], feature="F13"
)


def build(view: View) -> None:
    """Ask for a new record, or for changes to one; nothing wrong is kept."""
    with form(view, Road):
        text(Road.code)
        text(Road.name)
        choice(Road.town)
        choice(Road.rank)
        decimal(Road.length)
        boolean(Road.school_route)
