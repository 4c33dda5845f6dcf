"""捕獲者の詳細"""

from prototype.kit.kinds.detail import detail, history, value
from prototype.kit.page.screen import Screen, View
from prototype.model import Captor

screen = Screen(
    "captor_detail",
    title="捕獲者の詳細",
    kind="detail",
    entity=Captor,
    roles=["officer", "chief"],
    feature="F10",
)


def build(view: View) -> None:
    """Show one record, what the acting role may do with it, and its history."""
    with detail(view, Captor):
        value(Captor.number)
        value(Captor.name)
        value(Captor.kana)
        value(Captor.unit)
        value(Captor.licenses)
        value(Captor.license_until)
        value(Captor.insurance)
        value(Captor.phone)
        value(Captor.postal_code)
        value(Captor.address)
        history()
