"""被害を届け出る"""

from prototype.kit.fields import choice, date, decimal, multi_choice, phone, text
from prototype.kit.kinds.form import form
from prototype.kit.page.screen import Screen, View
from prototype.model import Damage

screen = Screen(
    "damage_form",
    title="被害を届け出る",
    kind="form",
    entity=Damage,
    roles=["resident", "desk"],
    help="クマを見たときは、この画面ではなく警察か役場に電話してください。",
)


def build(view: View) -> None:
    """Ask for a new record, or for changes to one; nothing wrong is kept."""
    with form(view, Damage):
        choice(Damage.town)
        text(Damage.place)
        choice(Damage.species)
        date(Damage.found_on)
        multi_choice(Damage.object)
        decimal(Damage.crop_area)
        text(Damage.reporter)
        phone(Damage.phone)
