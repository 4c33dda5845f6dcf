"""施設を登録する"""

from prototype.kit.fields import choice, integer, money, multi_choice, text
from prototype.kit.kinds.form import form
from prototype.kit.page.screen import Screen, View
from prototype.model import Facility

screen = Screen(
    "facility_form",
    title="施設を登録する",
    kind="form",
    entity=Facility,
    roles=["officer"],
    feature="F10",
)


def build(view: View) -> None:
    """Ask for a new record, or for changes to one; nothing wrong is kept."""
    with form(view, Facility):
        text(Facility.code)
        text(Facility.name)
        choice(Facility.kind)
        choice(Facility.town)
        integer(Facility.capacity)
        money(Facility.price)
        text(Facility.closed)
        multi_choice(Facility.equipment)
        integer(Facility.cancel_days)
