"""順番に登録する"""

from prototype.kit.fields import boolean, choice, date, integer, money, reference, text
from prototype.kit.kinds.wizard import step, wizard
from prototype.kit.page.screen import Screen, View
from prototype.model import Item

screen = Screen(
    "item_steps",
    title="順番に登録する",
    kind="wizard",
    entity=Item,
    roles=["clerk"],
    help="項目が多いときに、何枚かに分けて入れる画面です。",
)


def build(view: View) -> None:
    """Ask step by step; nothing is saved before the summary was seen."""
    with wizard(view, Item):
        with step("S1", "名前と種類"):
            text(Item.name)
            choice(Item.kind)
            text(Item.kind_other)
        with step("S2", "数と日付"):
            integer(Item.count)
            money(Item.price)
            date(Item.made_on)
        with step("S3", "急ぐかどうか"):
            boolean(Item.urgent)
            text(Item.why_urgent)
            reference(Item.shelf)
