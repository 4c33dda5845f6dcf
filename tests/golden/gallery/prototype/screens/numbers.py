"""見本の集計"""

from prototype.kit.kinds.dashboard import chart, count, dashboard, total
from prototype.kit.page.screen import Screen, View
from prototype.model import Item

screen = Screen("numbers", title="見本の集計", kind="dashboard")


def build(view: View) -> None:
    """Show figures and charts over the records."""
    with dashboard(view):
        count(Item, title="下書きの見本", where={"state": ["下書き"]})
        total(Item, of=Item.price, title="単価の合計")
        chart(Item, Item.kind, title="種類ごとの件数")
        chart(Item, Item.made_on, title="月ごとの件数", form="line")
        chart(Item, Item.state, title="状態の割合", form="pie")
