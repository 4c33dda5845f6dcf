"""What the prototype keeps: its entities, their states and the transitions between them."""

from prototype.kit.fields import (
    Address,
    AutoNumber,
    Boolean,
    Calculated,
    Choice,
    Date,
    Datetime,
    Decimal,
    Email,
    File,
    Integer,
    Location,
    Money,
    MultiChoice,
    Multiline,
    Percent,
    Phone,
    Photo,
    PostalCode,
    Reference,
    Text,
    Time,
    Url,
    YearMonth,
)
from prototype.kit.model.entity import About, Entity, Flow, State, Transition


class Item(Entity):
    """見本"""

    about = About("item", title="見本", label="{number} {name}", samples=30)

    number = AutoNumber("番号", format="M{year}-{seq:04}")
    name = Text(
        "名前",
        help="ほかの見本と同じ名前は使えません",
        required=True,
        unique=True,
        min_length=2,
        max_length=30,
    )
    code = Text(
        "記号",
        pattern="[A-Z]{2}-[0-9]{3}",
        pattern_message="英大文字2文字とハイフンと数字3文字で書いてください(例 AB-012)",
    )
    note = Multiline("説明", max_length=300)
    count = Integer("個数", unit="個", default=1, min=1, max=999)
    weight = Decimal("重さ", unit="kg", min=Decimal.read("0.1"), max=Decimal.read("500"))
    price = Money("単価", min=0, max=1000000)
    rate = Percent("割引", min=Percent.read("0"), max=Percent.read("100"))
    total = Calculated("金額", formula="{price} * {count}", unit="円")
    made_on = Date("作った日", min=Date.read("2026-04-01"), max=Date.read("2027-03-31"))
    opens_at = Time("開く時刻", min=Time.read("8:30"), max=Time.read("17:15"))
    checked_at = Datetime("点検した日時")
    month = YearMonth("対象の月")
    urgent = Boolean("急ぐ")
    why_urgent = Text(
        "急ぐ理由",
        max_length=60,
        show_when={"urgent": ["はい"]},
        required_when={"urgent": ["はい"]},
    )
    kind = Choice("種類", required=True, choices=["文字", "数", "日付", "選択", "その他"])
    kind_other = Text(
        "種類の内容",
        max_length=40,
        show_when={"kind": ["その他"]},
        required_when={"kind": ["その他"]},
    )
    colors = MultiChoice("使う色", max_count=3, choices=["青", "緑", "赤", "黄"])
    shelf = Reference("置き場所", entity="shelf")
    person = Text("問い合わせ先の氏名", max_length=40, personal=True)
    email = Email("メール", personal=True)
    phone = Phone("電話", personal=True)
    postal_code = PostalCode("郵便番号")
    address = Address("住所", max_length=100)
    url = Url("参考のページ")
    position = Location("位置", feature="F2")
    photos = Photo("写真", many=True, max_count=3, max_size=10000000, feature="F2")
    paper = File("説明書", max_size=5000000, accept=["pdf", "xlsx"])

    flow = Flow(
        State("下書き", initial=True),
        State("提出済"),
        State("承認済", final=True),
        State("取下げ", "取り下げた", final=True),
        Transition(
            "submit", "提出する", from_=["下書き"], to="提出済", by=["clerk"], requires=["made_on"]
        ),
        Transition("approve", "承認する", from_=["提出済"], to="承認済", by=["chief"]),
        Transition(
            "send_back", "差し戻す", from_=["提出済"], to="下書き", by=["chief"], reason=True
        ),
        Transition(
            "withdraw",
            "取り下げる",
            from_=["下書き", "提出済"],
            to="取下げ",
            by=["clerk"],
            reason=True,
            feature="F3",
        ),
    )


class Shelf(Entity):
    """置き場所"""

    about = About(
        "shelf",
        title="置き場所",
        label="{name}",
        rows=[
            {"name": "1階の棚", "floor": "1"},
            {"name": "2階の倉庫", "floor": "2"},
            {"name": "展示室", "floor": "1"},
        ],
    )

    name = Text("場所の名前", required=True, unique=True, max_length=20)
    floor = Integer("階", required=True, min=1, max=5)
