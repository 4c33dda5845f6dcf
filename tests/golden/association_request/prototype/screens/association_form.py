"""自治会を届け出る"""

from prototype.kit.fields import choice, email, integer, phone, reference, text, year_month
from prototype.kit.kinds.form import form
from prototype.kit.page.screen import Screen, View
from prototype.model import Association

screen = Screen(
    "association_form",
    title="自治会を届け出る",
    kind="form",
    entity=Association,
    roles=["association", "desk"],
)


def build(view: View) -> None:
    """Ask for a new record, or for changes to one; nothing wrong is kept."""
    with form(view, Association):
        reference(Association.town)
        text(Association.name)
        choice(Association.district)
        integer(Association.households)
        text(Association.leader)
        phone(Association.phone)
        email(Association.email)
        year_month(Association.since)
