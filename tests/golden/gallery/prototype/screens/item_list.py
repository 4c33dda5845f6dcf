"""見本の一覧"""

from prototype.kit.kinds.records import column, filter_by, records
from prototype.kit.page.screen import Screen, View
from prototype.model import Item

screen = Screen("item_list", title="見本の一覧", kind="list", entity=Item)


def build(view: View) -> None:
    """Show the records, to be searched, filtered, sorted and paged."""
    with records(view, Item, sort="-number"):
        filter_by(Item.kind)
        filter_by(Item.state)
        filter_by(Item.shelf)
        column(Item.number)
        column(Item.name)
        column(Item.kind)
        column(Item.price)
        column(Item.made_on)
        column(Item.state)
