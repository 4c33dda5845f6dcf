"""作った日のカレンダー"""

from prototype.kit.kinds.calendar import calendar, filter_by, line
from prototype.kit.page.screen import Screen, View
from prototype.model import Item

screen = Screen("item_calendar", title="作った日のカレンダー", kind="calendar", entity=Item)


def build(view: View) -> None:
    """Show the records on their days, a month at a time."""
    with calendar(view, Item, date=Item.made_on):
        filter_by(Item.kind)
        line(Item.kind)
