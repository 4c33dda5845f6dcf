"""被害の地図"""

from prototype.kit.kinds.map import filter_by, line, on_map
from prototype.kit.page.screen import Screen, View
from prototype.model import Damage

screen = Screen(
    "damage_map",
    title="被害の地図",
    kind="map",
    entity=Damage,
    roles=["desk", "officer", "chief"],
    feature="F3",
)


def build(view: View) -> None:
    """Show the records at their places on a map."""
    with on_map(view, Damage, location=Damage.position):
        filter_by(Damage.species)
        filter_by(Damage.town)
        line(Damage.place)
        line(Damage.found_on)
