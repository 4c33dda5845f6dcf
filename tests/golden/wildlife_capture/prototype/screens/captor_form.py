"""捕獲者を登録する"""

from prototype.kit.fields import (
    address,
    boolean,
    choice,
    date,
    multi_choice,
    phone,
    postal_code,
    text,
)
from prototype.kit.kinds.form import form
from prototype.kit.page.screen import Screen, View
from prototype.model import Captor

screen = Screen(
    "captor_form",
    title="捕獲者を登録する",
    kind="form",
    entity=Captor,
    roles=["officer"],
    feature="F10",
)


def build(view: View) -> None:
    """Ask for a new record, or for changes to one; nothing wrong is kept."""
    with form(view, Captor):
        text(Captor.name)
        text(Captor.kana)
        choice(Captor.unit)
        multi_choice(Captor.licenses)
        date(Captor.license_until)
        boolean(Captor.insurance)
        phone(Captor.phone)
        postal_code(Captor.postal_code)
        address(Captor.address)
