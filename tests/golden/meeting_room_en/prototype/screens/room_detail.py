"""Room: details"""

from prototype.kit.kinds.detail import detail, history, value
from prototype.kit.page.screen import Screen, View
from prototype.model import Room

screen = Screen("room_detail", title="Room: details", kind="detail", entity=Room)


def build(view: View) -> None:
    """Show one record, what the acting role may do with it, and its history."""
    with detail(view, Room):
        value(Room.name)
        value(Room.floor)
        value(Room.seats)
        value(Room.equipment)
        history()
