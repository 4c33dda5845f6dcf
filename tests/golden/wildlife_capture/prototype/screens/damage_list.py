"""被害届の一覧"""

from prototype.kit.kinds.records import column, filter_by, records
from prototype.kit.page.screen import Screen, View
from prototype.model import Damage

screen = Screen(
    "damage_list",
    title="被害届の一覧",
    kind="list",
    entity=Damage,
    roles=["desk", "officer", "chief"],
)


def build(view: View) -> None:
    """Show the records, to be searched, filtered, sorted and paged."""
    with records(view, Damage, sort="-found_on"):
        filter_by(Damage.state)
        filter_by(Damage.town)
        filter_by(Damage.species)
        column(Damage.number)
        column(Damage.town)
        column(Damage.place)
        column(Damage.species)
        column(Damage.found_on)
        column(Damage.state)
