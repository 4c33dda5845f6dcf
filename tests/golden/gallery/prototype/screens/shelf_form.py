"""置き場所を登録する"""

from prototype.kit.fields import integer, text
from prototype.kit.kinds.form import form
from prototype.kit.page.screen import Screen, View
from prototype.model import Shelf

screen = Screen(
    "shelf_form", title="置き場所を登録する", kind="form", entity=Shelf, roles=["chief"]
)


def build(view: View) -> None:
    """Ask for a new record, or for changes to one; nothing wrong is kept."""
    with form(view, Shelf):
        text(Shelf.name)
        integer(Shelf.floor)
