"""はじめての方へ"""

from prototype.kit.kinds.page import page
from prototype.kit.page.screen import Screen, View

screen = Screen("guide", title="はじめての方へ", kind="page", feature="F1")


def build(view: View) -> None:
    """Show what is to be read here."""
    page(
        view,
        "## 要望を出せる方",
        "自治会の会長か、会長から頼まれた役員の方です。お一人からのご意見は、それぞれの課の窓口へお願いします。",
        "",
        "## 用意するもの",
        "- 場所のわかるもの(住所か、目印になる建物)",
        "- 困っている世帯のおおよその数",
        "- 去年も出した要望なら、そのときの**要望番号**",
        "",
        "## 出してから回答まで",
        "1. [要望を出す](request_wizard)から、1件ずつ登録します。締切は[市町村ごとの取り決め](town_list)にあります。",
        "2. 担当の課が、秋に現地を確かめます。立会いをお願いすることがあります。",
        "3. 翌年の春に回答します。途中の様子は[要望の状況](request_own)で見られます。",
        "",
        "会長が替わったときは、先に[自治会を届け出る](association_form)から届け出てください。",
    )
