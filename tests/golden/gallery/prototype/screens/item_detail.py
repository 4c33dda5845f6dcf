"""見本の詳細"""

from prototype.kit.kinds.detail import detail, history, transitions, value
from prototype.kit.page.screen import Screen, View
from prototype.model import Item

screen = Screen("item_detail", title="見本の詳細", kind="detail", entity=Item)


def build(view: View) -> None:
    """Show one record, what the acting role may do with it, and its history."""
    with detail(view, Item):
        transitions()
        value(Item.number)
        value(Item.state)
        value(Item.name)
        value(Item.code)
        value(Item.note)
        value(Item.count)
        value(Item.weight)
        value(Item.price)
        value(Item.rate)
        value(Item.total)
        value(Item.made_on)
        value(Item.opens_at)
        value(Item.checked_at)
        value(Item.month)
        value(Item.urgent)
        value(Item.why_urgent)
        value(Item.kind)
        value(Item.kind_other)
        value(Item.colors)
        value(Item.shelf)
        value(Item.person)
        value(Item.email)
        value(Item.phone)
        value(Item.postal_code)
        value(Item.address)
        value(Item.url)
        value(Item.position)
        value(Item.photos)
        value(Item.paper)
        history()
