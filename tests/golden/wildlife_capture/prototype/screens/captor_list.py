"""捕獲者名簿"""

from prototype.kit.kinds.records import column, filter_by, records
from prototype.kit.page.screen import Screen, View
from prototype.model import Captor

screen = Screen(
    "captor_list",
    title="捕獲者名簿",
    kind="list",
    entity=Captor,
    roles=["officer", "chief"],
    feature="F10",
)


def build(view: View) -> None:
    """Show the records, to be searched, filtered, sorted and paged."""
    with records(view, Captor, sort="number"):
        filter_by(Captor.unit)
        filter_by(Captor.insurance)
        column(Captor.number)
        column(Captor.name)
        column(Captor.unit)
        column(Captor.licenses)
        column(Captor.license_until)
        column(Captor.insurance)
