"""見本を登録する"""

from prototype.kit.fields import (
    address,
    boolean,
    choice,
    date,
    datetime,
    decimal,
    email,
    file,
    integer,
    location,
    money,
    multi_choice,
    multiline,
    percent,
    phone,
    photo,
    postal_code,
    reference,
    text,
    time,
    url,
    year_month,
)
from prototype.kit.kinds.form import form
from prototype.kit.page.screen import Screen, View
from prototype.model import Item

screen = Screen("item_form", title="見本を登録する", kind="form", entity=Item, roles=["clerk"])


def build(view: View) -> None:
    """Ask for a new record, or for changes to one; nothing wrong is kept."""
    with form(view, Item):
        text(Item.name)
        text(Item.code)
        multiline(Item.note)
        integer(Item.count)
        decimal(Item.weight)
        money(Item.price)
        percent(Item.rate)
        date(Item.made_on)
        time(Item.opens_at)
        datetime(Item.checked_at)
        year_month(Item.month)
        boolean(Item.urgent)
        text(Item.why_urgent)
        choice(Item.kind)
        text(Item.kind_other)
        multi_choice(Item.colors)
        reference(Item.shelf)
        text(Item.person)
        email(Item.email)
        phone(Item.phone)
        postal_code(Item.postal_code)
        address(Item.address)
        url(Item.url)
        location(Item.position)
        photo(Item.photos)
        file(Item.paper)
