"""見本の地図"""

from prototype.kit.kinds.map import filter_by, line, on_map
from prototype.kit.page.screen import Screen, View
from prototype.model import Item

screen = Screen("item_map", title="見本の地図", kind="map", entity=Item, feature="F2")


def build(view: View) -> None:
    """Show the records at their places on a map."""
    with on_map(view, Item, location=Item.position):
        filter_by(Item.kind)
        line(Item.kind)
