"""被害届の詳細"""

from prototype.kit.kinds.detail import detail, history, transitions, value
from prototype.kit.page.screen import Screen, View
from prototype.model import Damage

screen = Screen(
    "damage_detail",
    title="被害届の詳細",
    kind="detail",
    entity=Damage,
    roles=["desk", "officer", "chief"],
)


def build(view: View) -> None:
    """Show one record, what the acting role may do with it, and its history."""
    with detail(view, Damage):
        transitions()
        value(Damage.number)
        value(Damage.state)
        value(Damage.town)
        value(Damage.place)
        value(Damage.species)
        value(Damage.found_on)
        value(Damage.object)
        value(Damage.crop_area)
        value(Damage.reporter)
        value(Damage.phone)
        value(Damage.surveyed_on)
        value(Damage.position)
        value(Damage.survey)
        history()
