"""市町村の詳細"""

from prototype.kit.kinds.detail import detail, history, value
from prototype.kit.page.screen import Screen, View
from prototype.model import Town

screen = Screen("town_detail", title="市町村の詳細", kind="detail", entity=Town)


def build(view: View) -> None:
    """Show one record, what the acting role may do with it, and its history."""
    with detail(view, Town):
        value(Town.code)
        value(Town.name)
        value(Town.kind)
        value(Town.office)
        value(Town.closes)
        value(Town.answers)
        value(Town.rounds)
        history()
