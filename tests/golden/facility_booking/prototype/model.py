"""What the prototype keeps: its entities, their states and the transitions between them."""

from prototype.kit.fields import (
    AutoNumber,
    Calculated,
    Choice,
    Date,
    Decimal,
    Email,
    Integer,
    Money,
    MultiChoice,
    Percent,
    Phone,
    Reference,
    Text,
)
from prototype.kit.model.entity import About, Entity, Flow, State, Transition


class Facility(Entity):
    """施設"""

    about = About(
        "facility",
        title="施設",
        label="{name}",
        rows=[
            {
                "code": "001",
                "name": "鶴城地区体育館",
                "kind": "体育館",
                "town": "会津若松市",
                "capacity": "400",
                "price": "1100",
                "closed": "毎週月曜日",
                "equipment": ["音響設備", "卓球台"],
                "cancel_days": "7",
            },
            {
                "code": "002",
                "name": "北部公民館 大会議室",
                "kind": "会議室",
                "town": "会津若松市",
                "capacity": "80",
                "price": "520",
                "closed": "第3月曜日",
                "equipment": ["プロジェクター", "車いす用トイレ"],
                "cancel_days": "3",
            },
            {
                "code": "003",
                "name": "北部公民館 調理室",
                "kind": "調理室",
                "town": "会津若松市",
                "capacity": "24",
                "price": "630",
                "closed": "第3月曜日",
                "equipment": "調理台",
                "cancel_days": "3",
            },
            {
                "code": "004",
                "name": "湊コミュニティ館 和室",
                "kind": "和室",
                "town": "会津若松市",
                "capacity": "30",
                "price": "310",
                "closed": "年末年始",
                "cancel_days": "3",
            },
            {
                "code": "005",
                "name": "東山交流ホール",
                "kind": "ホール",
                "town": "会津若松市",
                "capacity": "520",
                "price": "4200",
                "closed": "毎週火曜日",
                "equipment": ["音響設備", "ピアノ", "車いす用トイレ"],
                "cancel_days": "30",
            },
            {
                "code": "101",
                "name": "坂下町民体育センター",
                "kind": "体育館",
                "town": "会津坂下町",
                "capacity": "300",
                "price": "840",
                "closed": "毎週月曜日",
                "equipment": "卓球台",
                "cancel_days": "7",
            },
            {
                "code": "102",
                "name": "坂下中央会館 第1会議室",
                "kind": "会議室",
                "town": "会津坂下町",
                "capacity": "40",
                "price": "420",
                "closed": "年末年始",
                "equipment": "プロジェクター",
                "cancel_days": "3",
            },
            {
                "code": "103",
                "name": "坂下中央会館 多目的ホール",
                "kind": "ホール",
                "town": "会津坂下町",
                "capacity": "260",
                "price": "2600",
                "closed": "年末年始",
                "equipment": ["音響設備", "ピアノ"],
                "cancel_days": "14",
            },
            {
                "code": "201",
                "name": "湯川村ふれあい会館 和室",
                "kind": "和室",
                "town": "湯川村",
                "capacity": "36",
                "price": "300",
                "closed": "祝日",
                "cancel_days": "3",
            },
            {
                "code": "202",
                "name": "湯川村ふれあい会館 調理室",
                "kind": "調理室",
                "town": "湯川村",
                "capacity": "20",
                "price": "400",
                "closed": "祝日",
                "equipment": "調理台",
                "cancel_days": "3",
            },
            {
                "code": "301",
                "name": "柳津町民スポーツ館",
                "kind": "体育館",
                "town": "柳津町",
                "capacity": "200",
                "price": "600",
                "closed": "毎週水曜日",
                "equipment": ["音響設備", "卓球台"],
                "cancel_days": "7",
            },
            {
                "code": "302",
                "name": "柳津ふるさと会館 研修室",
                "kind": "会議室",
                "town": "柳津町",
                "capacity": "50",
                "price": "360",
                "closed": "毎週水曜日",
                "equipment": ["プロジェクター", "車いす用トイレ"],
                "cancel_days": "3",
            },
        ],
    )

    code = Text(
        "施設番号",
        required=True,
        unique=True,
        pattern="[0-9]{3}",
        pattern_message="3桁の数字で書いてください",
    )
    name = Text("施設名", required=True, max_length=40)
    kind = Choice("区分", required=True, choices=["体育館", "会議室", "ホール", "調理室", "和室"])
    town = Choice("市町村", required=True, choices=["会津若松市", "会津坂下町", "湯川村", "柳津町"])
    capacity = Integer("定員", required=True, unit="人", min=1, max=2000)
    price = Money("時間単価", help="市外の団体は1.5倍", required=True, min=0, max=20000)
    closed = Text("休館日", help="毎週月曜日 など", max_length=60)
    equipment = MultiChoice(
        "備品",
        choices=["音響設備", "プロジェクター", "ピアノ", "調理台", "卓球台", "車いす用トイレ"],
    )
    cancel_days = Integer("取消の期限", unit="日前", default=7, min=0, max=60)


class Group(Entity):
    """利用団体"""

    about = About("group", title="利用団体", label="{name}", samples=24)

    number = AutoNumber("登録番号", format="D-{seq:04}")
    name = Text("団体名", required=True, unique=True, max_length=40)
    area = Choice(
        "登録区分",
        help="会員の過半数が市内に住むか通っていれば市内",
        required=True,
        choices=["市内", "市外"],
    )
    leader = Text("代表者氏名", required=True, max_length=30, personal=True)
    phone = Phone("電話", help="日中に連絡のつく番号", required=True, personal=True)
    email = Email("メール", personal=True)
    members = Integer("会員数", required=True, unit="人", min=5, max=1000)
    purpose = Choice(
        "主な活動",
        required=True,
        choices=["スポーツ", "文化・芸術", "学習会", "地域活動", "福祉", "その他"],
    )
    valid_until = Date("登録の有効期限")

    flow = Flow(
        State("申込", initial=True),
        State("登録"),
        State("停止"),
        State("抹消", final=True),
        Transition(
            "accept",
            "登録を認める",
            from_=["申込"],
            to="登録",
            by=["officer"],
            requires=["valid_until"],
        ),
        Transition("decline", "登録しない", from_=["申込"], to="抹消", by=["officer"], reason=True),
        Transition(
            "suspend",
            "利用を停止する",
            from_=["登録"],
            to="停止",
            by=["chief"],
            reason=True,
            feature="F9",
        ),
        Transition("resume", "停止を解く", from_=["停止"], to="登録", by=["chief"], feature="F9"),
        Transition(
            "close",
            "登録を抹消する",
            from_=["登録", "停止"],
            to="抹消",
            by=["officer"],
            reason=True,
        ),
    )


class Booking(Entity):
    """予約"""

    about = About("booking", title="予約", label="{number} {facility}", samples=40)

    number = AutoNumber("予約番号", format="Y{fiscal_year}-{seq:05}")
    facility = Reference("施設", required=True, entity="facility")
    date = Date("利用日", required=True, min=Date.read("2026-04-01"), max=Date.read("2027-12-31"))
    slot = Choice(
        "時間帯",
        help="午前は9時から、午後は13時から、夜間は18時から",
        required=True,
        choices=["午前", "午後", "夜間"],
    )
    group = Reference("利用団体", required=True, entity="group")
    people = Integer(
        "利用人数", help="おおよその人数で構いません", required=True, unit="人", min=1, max=2000
    )
    purpose = Text("利用目的", required=True, max_length=60)
    fee_charged = Choice("入場料", required=True, default="取らない", choices=["取らない", "取る"])
    wants_reduction = Choice(
        "減免の希望", required=True, default="希望しない", choices=["希望しない", "希望する"]
    )
    reduction_reason = Choice(
        "減免の理由",
        choices=["市の共催", "学校・子ども会", "障がい者団体", "その他"],
        show_when={"wants_reduction": ["希望する"]},
        required_when={"wants_reduction": ["希望する"]},
    )
    unit_price = Money(
        "適用する時間単価",
        help="市外の団体や入場料を取る場合は割増になることがある",
        min=0,
        max=60000,
    )
    hours = Decimal("利用時間", unit="時間", min=Decimal.read("0.5"), max=Decimal.read("12"))
    reduction = Percent(
        "減免率",
        help="なしは0、半額は50、全額は100",
        default=Percent.read("0"),
        min=Percent.read("0"),
        max=Percent.read("100"),
    )
    fee = Calculated(
        "使用料", formula="{unit_price} * {hours} * (100 - {reduction}) / 100", unit="円"
    )
    due_on = Date("納付期限")
    paid = Money("納付額", min=0, max=1000000)
    paid_on = Date("納付日")
    actual_people = Integer("利用人数の実績", unit="人", feature="F7", min=0, max=2000)
    refund_rate = Percent("還付率", feature="F8", min=Percent.read("0"), max=Percent.read("100"))
    refund = Calculated("還付額", formula="{paid} * {refund_rate} / 100", unit="円", feature="F8")
    refunded_on = Date("振込日", feature="F8")

    flow = Flow(
        State("仮予約", initial=True),
        State("審査中"),
        State("納付待"),
        State("納付済"),
        State("許可"),
        State("利用済", final=True),
        State("取消"),
        State("還付決定"),
        State("還付済", final=True),
        State("期限切れ", final=True),
        State("不許可", final=True),
        Transition("review", "審査を始める", from_=["仮予約"], to="審査中", by=["desk"]),
        Transition(
            "send_back",
            "差し戻す",
            from_=["審査中"],
            to="仮予約",
            by=["desk", "officer"],
            reason=True,
        ),
        Transition(
            "charge",
            "使用料を決める",
            from_=["審査中"],
            to="納付待",
            by=["officer"],
            requires=["unit_price", "hours", "due_on"],
        ),
        Transition(
            "waive", "全額減免にする", from_=["審査中"], to="納付済", by=["officer"], reason=True
        ),
        Transition(
            "refuse",
            "不許可にする",
            from_=["審査中", "納付済"],
            to="不許可",
            by=["chief"],
            reason=True,
        ),
        Transition(
            "confirm_payment",
            "納付を確かめた",
            from_=["納付待"],
            to="納付済",
            by=["cashier"],
            requires=["paid", "paid_on"],
        ),
        Transition(
            "expire", "期限切れにする", from_=["納付待"], to="期限切れ", by=["cashier", "desk"]
        ),
        Transition("permit", "使用を許可する", from_=["納付済"], to="許可", by=["chief"]),
        Transition(
            "use",
            "利用を記録する",
            from_=["許可"],
            to="利用済",
            by=["desk"],
            requires=["actual_people"],
            feature="F7",
        ),
        Transition(
            "cancel",
            "取り消す",
            from_=["仮予約", "審査中", "納付待", "納付済", "許可"],
            to="取消",
            by=["group", "desk"],
            reason=True,
        ),
        Transition(
            "decide_refund",
            "還付を決める",
            from_=["取消"],
            to="還付決定",
            by=["officer"],
            requires=["refund_rate"],
            feature="F8",
        ),
        Transition(
            "pay_refund",
            "還付した",
            from_=["還付決定"],
            to="還付済",
            by=["cashier"],
            requires=["refunded_on"],
            feature="F8",
        ),
    )
