"""見本の進み具合"""

from prototype.kit.kinds.board import board, line
from prototype.kit.page.screen import Screen, View
from prototype.model import Item

screen = Screen("item_board", title="見本の進み具合", kind="board", entity=Item)


def build(view: View) -> None:
    """Show the records as cards, to be moved along the allowed transitions."""
    with board(view, Item, by=Item.state):
        line(Item.kind)
        line(Item.made_on)
