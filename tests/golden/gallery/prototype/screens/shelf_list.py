"""置き場所の一覧"""

from prototype.kit.kinds.records import column, records
from prototype.kit.page.screen import Screen, View
from prototype.model import Shelf

screen = Screen("shelf_list", title="置き場所の一覧", kind="list", entity=Shelf)


def build(view: View) -> None:
    """Show the records, to be searched, filtered, sorted and paged."""
    with records(view, Shelf, sort="floor"):
        column(Shelf.name)
        column(Shelf.floor)
