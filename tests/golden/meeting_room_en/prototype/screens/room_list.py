"""Rooms"""

from prototype.kit.kinds.records import column, records
from prototype.kit.page.screen import Screen, View
from prototype.model import Room

screen = Screen("room_list", title="Rooms", kind="list", entity=Room)


def build(view: View) -> None:
    """Show the records, to be searched, filtered, sorted and paged."""
    with records(view, Room, sort="name"):
        column(Room.name)
        column(Room.floor)
        column(Room.seats)
        column(Room.equipment)
