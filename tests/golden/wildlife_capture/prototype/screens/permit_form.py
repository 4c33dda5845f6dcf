"""捕獲を申請する"""

from prototype.kit.fields import choice, integer, multi_choice, reference, text
from prototype.kit.kinds.form import form
from prototype.kit.page.screen import Screen, View
from prototype.model import Permit

screen = Screen(
    "permit_form", title="捕獲を申請する", kind="form", entity=Permit, roles=["captor", "officer"]
)


def build(view: View) -> None:
    """Ask for a new record, or for changes to one; nothing wrong is kept."""
    with form(view, Permit):
        reference(Permit.captor)
        reference(Permit.damage)
        multi_choice(Permit.species)
        choice(Permit.method)
        integer(Permit.traps)
        integer(Permit.limit)
        text(Permit.area)
