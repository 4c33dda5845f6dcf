"""What the prototype keeps: its entities, their states and the transitions between them."""

from prototype.kit.fields import (
    AutoNumber,
    Boolean,
    Calculated,
    Choice,
    Date,
    Decimal,
    Integer,
    Location,
    Money,
    Multiline,
    Phone,
    Photo,
    Reference,
    Text,
)
from prototype.kit.model.entity import About, Entity, Flow, State, Transition


class Report(Entity):
    """通報"""

    about = About("report", title="通報", label="{number} {kind}", samples=40)

    number = AutoNumber("受付番号", format="R{fiscal_year}-{seq:04}")
    received_by = Choice(
        "受付方法", default="ウェブ", choices=["ウェブ", "電話", "窓口", "職員パトロール"]
    )
    town = Choice("市町", required=True, choices=["会津若松市", "喜多方市", "会津美里町"])
    kind = Choice(
        "種別", required=True, choices=["穴ぼこ", "段差", "側溝", "標識", "街灯", "倒木", "その他"]
    )
    kind_other = Text(
        "種別の内容",
        max_length=40,
        show_when={"kind": ["その他"]},
        required_when={"kind": ["その他"]},
    )
    place = Text(
        "場所",
        help="近くの建物や交差点など、目印になるものを書いてください",
        required=True,
        max_length=100,
    )
    position = Location("位置", help="地図の緯度と経度。例 37.4948, 139.9298", feature="F2")
    photos = Photo("写真", many=True, max_count=3, max_size=10000000, feature="F3")
    detail = Multiline("状況", help="大きさや深さはおおむねで構いません", max_length=400)
    danger = Boolean("通行に危険がある")
    wants_reply = Choice("結果の連絡", required=True, default="不要", choices=["必要", "不要"])
    reporter = Text(
        "通報者の氏名",
        max_length=40,
        personal=True,
        show_when={"wants_reply": ["必要"]},
        required_when={"wants_reply": ["必要"]},
    )
    reporter_phone = Phone(
        "通報者の電話",
        help="日中に連絡のつく番号",
        personal=True,
        show_when={"wants_reply": ["必要"]},
        required_when={"wants_reply": ["必要"]},
    )
    urgency = Choice(
        "緊急度", help="高は、けがや車の破損につながるもの等", choices=["高", "中", "低"]
    )
    road = Reference("路線", entity="road")
    road_class = Choice("管理者区分", choices=["市町道", "県道", "国道", "私道", "不明"])
    inspected_on = Date("現地確認日", min=Date.read("2026-04-01"))
    width = Integer("損傷の幅", unit="cm", min=1, max=3000)
    depth = Decimal(
        "損傷の深さ",
        unit="cm",
        min=Decimal.read("0"),
        max=Decimal.read("300"),
        show_when={"kind": ["穴ぼこ", "段差", "側溝"]},
    )
    inspection = Multiline("確認した事実", help="推測ではなく確認した事実を書く", max_length=500)
    cost = Money("修繕費の概算", min=0, max=50000000)
    same_as = Reference("統合先の通報", entity="report", feature="F7")
    handed_to = Choice(
        "引継先",
        choices=["福島県の建設事務所", "国の国道事務所", "土地改良区", "警察署", "電力・通信会社"],
    )
    recheck_on = Date("次に見に行く日")
    finished_on = Date("完了日")
    answer = Multiline(
        "対応内容", help="住民に公開されます。氏名などの個人情報は書かない", max_length=500
    )

    flow = Flow(
        State("受付", initial=True),
        State("確認中"),
        State("判断待ち", "対応の判断待ち"),
        State("対応中"),
        State("経過観察"),
        State("他機関引継"),
        State("完了", final=True),
        State("対象外", final=True),
        State("統合済", final=True),
        State("取下げ", final=True),
        Transition(
            "accept", "受け付ける", from_=["受付"], to="確認中", by=["desk"], requires=["urgency"]
        ),
        Transition(
            "inspect",
            "現地を確認した",
            from_=["確認中"],
            to="判断待ち",
            by=["roads"],
            requires=["inspected_on", "road_class", "inspection"],
        ),
        Transition(
            "send_back", "差し戻す", from_=["確認中"], to="受付", by=["roads", "chief"], reason=True
        ),
        Transition(
            "look_again",
            "現地確認をやり直す",
            from_=["判断待ち"],
            to="確認中",
            by=["chief"],
            reason=True,
        ),
        Transition(
            "repair",
            "対応すると決める",
            from_=["判断待ち"],
            to="対応中",
            by=["chief"],
            requires=["urgency"],
        ),
        Transition(
            "observe",
            "経過観察にする",
            from_=["判断待ち"],
            to="経過観察",
            by=["chief"],
            requires=["recheck_on"],
        ),
        Transition("recheck", "もう一度確認する", from_=["経過観察"], to="確認中", by=["roads"]),
        Transition(
            "hand_over",
            "他機関へ引き継ぐ",
            from_=["判断待ち"],
            to="他機関引継",
            by=["chief"],
            requires=["handed_to"],
            feature="F11",
        ),
        Transition(
            "close_handed",
            "先方の対応を確認した",
            from_=["他機関引継"],
            to="完了",
            by=["roads"],
            requires=["answer"],
            feature="F11",
        ),
        Transition(
            "reject",
            "対象外にする",
            from_=["確認中", "判断待ち"],
            to="対象外",
            by=["chief"],
            reason=True,
            feature="F8",
        ),
        Transition(
            "merge",
            "統合する",
            from_=["受付", "確認中"],
            to="統合済",
            by=["desk", "roads"],
            requires=["same_as"],
            feature="F7",
        ),
        Transition(
            "finish",
            "完了にする",
            from_=["対応中"],
            to="完了",
            by=["roads"],
            requires=["finished_on", "answer"],
        ),
        Transition(
            "withdraw",
            "通報を取り下げる",
            from_=["受付"],
            to="取下げ",
            by=["citizen", "desk"],
            reason=True,
        ),
    )


class Work(Entity):
    """修繕指示"""

    about = About("work", title="修繕指示", label="{number} {contractor}", samples=24)

    number = AutoNumber("指示番号", format="W{fiscal_year}-{seq:03}")
    report = Reference("通報", required=True, entity="report")
    contractor = Choice(
        "業者",
        required=True,
        choices=[
            "第1工区 維持業者",
            "第2工区 維持業者",
            "第3工区 維持業者",
            "塩川・山都工区 維持業者",
        ],
    )
    method = Choice(
        "工法",
        required=True,
        choices=["常温合材", "舗装打換え", "側溝ふた交換", "区画線・標識", "その他"],
    )
    due_on = Date("工期", required=True)
    order = Multiline(
        "指示内容", help="交通規制が必要な場合はその旨も書く", required=True, max_length=300
    )
    estimate = Money("見積額", required=True, min=0, max=50000000)
    actual = Money("精算額", min=0, max=50000000)
    difference = Calculated("見積との差", formula="{actual} - {estimate}", unit="円", feature="F12")
    done_on = Date("施工日")
    result = Multiline("施工の結果", max_length=300)
    checked_on = Date("検査日")

    flow = Flow(
        State("指示済", initial=True),
        State("施工中"),
        State("検査待ち"),
        State("検査済", final=True),
        State("指示取消", final=True),
        Transition("start", "着手する", from_=["指示済"], to="施工中", by=["contractor"]),
        Transition(
            "report_done",
            "完了を報告する",
            from_=["施工中"],
            to="検査待ち",
            by=["contractor"],
            requires=["done_on", "result"],
        ),
        Transition(
            "redo", "手直しを求める", from_=["検査待ち"], to="施工中", by=["roads"], reason=True
        ),
        Transition(
            "approve",
            "検査に合格",
            from_=["検査待ち"],
            to="検査済",
            by=["roads"],
            requires=["checked_on", "actual"],
        ),
        Transition(
            "cancel",
            "指示を取り消す",
            from_=["指示済", "施工中"],
            to="指示取消",
            by=["chief"],
            reason=True,
        ),
    )


class Road(Entity):
    """路線"""

    about = About(
        "road",
        title="路線",
        label="{code} {name}",
        rows=[
            {
                "code": "AW-012",
                "name": "城南門田線",
                "town": "会津若松市",
                "rank": "幹線1級",
                "length": "4.2",
                "school_route": "はい",
            },
            {
                "code": "AW-027",
                "name": "湊中央線",
                "town": "会津若松市",
                "rank": "幹線2級",
                "length": "7.8",
            },
            {
                "code": "AW-041",
                "name": "北会津堤防線",
                "town": "会津若松市",
                "rank": "幹線2級",
                "length": "5.1",
            },
            {
                "code": "AW-118",
                "name": "東山旧道線",
                "town": "会津若松市",
                "rank": "その他",
                "length": "1.6",
            },
            {
                "code": "AW-203",
                "name": "町北団地2号線",
                "town": "会津若松市",
                "rank": "その他",
                "length": "0.7",
                "school_route": "はい",
            },
            {
                "code": "KT-003",
                "name": "塩川豊川線",
                "town": "喜多方市",
                "rank": "幹線1級",
                "length": "6.4",
                "school_route": "はい",
            },
            {
                "code": "KT-015",
                "name": "山都相川線",
                "town": "喜多方市",
                "rank": "幹線2級",
                "length": "9.3",
            },
            {
                "code": "KT-088",
                "name": "熱塩温泉通り線",
                "town": "喜多方市",
                "rank": "その他",
                "length": "1.2",
            },
            {
                "code": "MS-001",
                "name": "高田本郷線",
                "town": "会津美里町",
                "rank": "幹線1級",
                "length": "5.7",
                "school_route": "はい",
            },
            {
                "code": "MS-034",
                "name": "新鶴農免線",
                "town": "会津美里町",
                "rank": "その他",
                "length": "3.3",
            },
        ],
    )

    code = Text(
        "路線番号",
        required=True,
        unique=True,
        pattern="[A-Z]{2}-[0-9]{3}",
        pattern_message="市町の英字2文字とハイフンと3桁の数字で書いてください(例 AW-012)",
    )
    name = Text("路線名", required=True, max_length=40)
    town = Choice("市町", required=True, choices=["会津若松市", "喜多方市", "会津美里町"])
    rank = Choice("区分", required=True, choices=["幹線1級", "幹線2級", "その他"])
    length = Decimal("延長", unit="km", min=Decimal.read("0.1"), max=Decimal.read("99.9"))
    school_route = Boolean("通学路を含む")
