"""見本の票"""

from prototype.kit.kinds.printed_form import paper, row
from prototype.kit.page.screen import Screen, View
from prototype.model import Item

screen = Screen("item_print", title="見本の票", kind="print", entity=Item)


def build(view: View) -> None:
    """Show one record as a form on A4, to be printed."""
    with paper(view, Item, form_number="様式第1号", recipient="会津若松市長"):
        row(Item.number)
        row(Item.name)
        row(Item.kind)
        row(Item.made_on)
        row(Item.price)
        row(Item.total)
