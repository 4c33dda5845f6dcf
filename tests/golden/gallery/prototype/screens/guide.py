"""この見本帳の使い方"""

from prototype.kit.kinds.page import page
from prototype.kit.page.screen import Screen, View

screen = Screen("guide", title="この見本帳の使い方", kind="page")


def build(view: View) -> None:
    """Show what is to be read here."""
    page(
        view,
        "## 何が見られますか",
        "仕様に書ける**すべての部品**を、1つずつ載せています。",
        "",
        "- 項目の種類は[見本を登録する](item_form)で確かめられます。",
        "- 画面の種類は、左のメニューから1つずつ開いてください。",
        "",
        "## 自分の仕様に写すには",
        "1. 使いたい部品を画面で見つけます。",
        "2. この見本帳の仕様から、その行を写します。",
    )
