"""置き場所の詳細"""

from prototype.kit.kinds.detail import detail, history, value
from prototype.kit.page.screen import Screen, View
from prototype.model import Shelf

screen = Screen("shelf_detail", title="置き場所の詳細", kind="detail", entity=Shelf)


def build(view: View) -> None:
    """Show one record, what the acting role may do with it, and its history."""
    with detail(view, Shelf):
        value(Shelf.name)
        value(Shelf.floor)
        history()
