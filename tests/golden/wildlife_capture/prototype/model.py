"""What the prototype keeps: its entities, their states and the transitions between them."""

from prototype.kit.fields import (
    Address,
    AutoNumber,
    Boolean,
    Calculated,
    Choice,
    Date,
    Decimal,
    Integer,
    Location,
    Money,
    MultiChoice,
    Multiline,
    Phone,
    PostalCode,
    Reference,
    Text,
)
from prototype.kit.model.entity import About, Entity, Flow, State, Transition


class Damage(Entity):
    """被害届"""

    about = About("damage", title="被害届", label="{number} {species}", samples=30)

    number = AutoNumber("届出番号", format="D{fiscal_year}-{seq:04}")
    town = Choice(
        "市町村",
        required=True,
        choices=[
            "会津若松市",
            "磐梯町",
            "猪苗代町",
            "会津坂下町",
            "湯川村",
            "柳津町",
            "三島町",
            "金山町",
            "昭和村",
            "会津美里町",
            "喜多方市",
            "北塩原村",
            "西会津町",
        ],
    )
    place = Text("場所", help="字名や目印", required=True, max_length=100)
    species = Choice(
        "獣種",
        required=True,
        choices=["クマ", "イノシシ", "シカ", "サル", "カラス", "その他", "わからない"],
    )
    found_on = Date("気づいた日", required=True, min=Date.read("2026-04-01"))
    object = MultiChoice(
        "被害の種類", required=True, choices=["水稲", "野菜", "果樹", "家屋", "車", "人への威嚇"]
    )
    crop_area = Decimal(
        "被害面積",
        help="わからないときは空欄で構いません",
        unit="a",
        min=Decimal.read("0"),
        max=Decimal.read("1000"),
        show_when={"object": ["水稲", "野菜", "果樹"]},
    )
    reporter = Text("届出者の氏名", required=True, max_length=30, personal=True)
    phone = Phone("電話", required=True, personal=True)
    surveyed_on = Date("調査日", min=Date.read("2026-04-01"))
    position = Location("位置", feature="F3")
    survey = Multiline("調査の結果", help="足跡・食べ跡・フン等、見たものを書く", max_length=400)

    flow = Flow(
        State("受付", initial=True),
        State("調査済"),
        State("捕獲依頼"),
        State("終了", final=True),
        Transition(
            "record_survey",
            "現地を調べた",
            from_=["受付"],
            to="調査済",
            by=["officer"],
            requires=["surveyed_on", "position", "survey"],
        ),
        Transition("request", "捕獲を依頼する", from_=["調査済"], to="捕獲依頼", by=["officer"]),
        Transition(
            "close",
            "終了する",
            from_=["調査済", "捕獲依頼"],
            to="終了",
            by=["officer"],
            reason=True,
        ),
        Transition(
            "reopen", "調査をやり直す", from_=["調査済"], to="受付", by=["chief"], reason=True
        ),
        Transition("withdraw", "取り下げる", from_=["受付"], to="終了", by=["desk"], reason=True),
    )


class Captor(Entity):
    """捕獲者"""

    about = About("captor", title="捕獲者", label="{number} {name}", samples=24)

    number = AutoNumber("隊員番号", format="T-{seq:03}")
    name = Text("氏名", required=True, max_length=30, personal=True)
    kana = Text(
        "氏名(カナ)",
        required=True,
        max_length=40,
        personal=True,
        pattern="[ァ-ヶー ]+",
        pattern_message="全角カタカナで書いてください",
    )
    unit = Choice(
        "所属",
        required=True,
        choices=[
            "若松班",
            "猪苗代班",
            "坂下班",
            "柳津・三島班",
            "金山・昭和班",
            "美里班",
            "喜多方班",
            "西会津班",
        ],
    )
    licenses = MultiChoice(
        "免許", required=True, choices=["わな猟", "第一種銃猟", "第二種銃猟", "網猟"]
    )
    license_until = Date("免許の有効期限", required=True)
    insurance = Boolean("保険に加入")
    phone = Phone("電話", required=True, personal=True)
    postal_code = PostalCode("郵便番号", personal=True)
    address = Address("住所", max_length=120, personal=True)


class Permit(Entity):
    """捕獲許可"""

    about = About("permit", title="捕獲許可", label="{number} {captor}", samples=24)

    number = AutoNumber("申請番号", format="K{fiscal_year}-{seq:03}")
    captor = Reference("捕獲者", required=True, entity="captor")
    damage = Reference("もとになる被害届", entity="damage")
    species = MultiChoice(
        "対象の獣種",
        required=True,
        max_count=3,
        choices=["クマ", "イノシシ", "シカ", "サル", "カラス"],
    )
    limit = Integer("捕獲できる頭数", required=True, unit="頭", min=1, max=200)
    method = Choice("捕獲の方法", required=True, choices=["箱わな", "くくりわな", "銃", "網"])
    traps = Integer(
        "わなの数",
        help="1人30基まで",
        unit="基",
        min=1,
        max=30,
        show_when={"method": ["箱わな", "くくりわな"]},
        required_when={"method": ["箱わな", "くくりわな"]},
    )
    area = Text("捕獲の区域", required=True, max_length=80)
    valid_from = Date("許可の初日")
    valid_until = Date("許可の末日")
    returned_on = Date("返納日")

    flow = Flow(
        State("申請", initial=True),
        State("許可"),
        State("返納待"),
        State("返納済", final=True),
        State("不許可", final=True),
        State("取下げ", final=True),
        Transition(
            "permit",
            "許可する",
            from_=["申請"],
            to="許可",
            by=["chief"],
            requires=["valid_from", "valid_until"],
        ),
        Transition(
            "refuse", "不許可にする", from_=["申請"], to="不許可", by=["chief"], reason=True
        ),
        Transition(
            "withdraw",
            "取り下げる",
            from_=["申請"],
            to="取下げ",
            by=["captor", "officer"],
            reason=True,
        ),
        Transition(
            "hand_back",
            "返納する",
            from_=["許可"],
            to="返納待",
            by=["captor"],
            requires=["returned_on"],
        ),
        Transition(
            "check_back", "返納を確かめた", from_=["返納待"], to="返納済", by=["desk", "officer"]
        ),
        Transition(
            "not_back", "差し戻す", from_=["返納待"], to="許可", by=["desk", "officer"], reason=True
        ),
    )


class Capture(Entity):
    """捕獲報告"""

    about = About("capture", title="捕獲報告", label="{number} {species}", samples=40)

    number = AutoNumber("報告番号", format="H{fiscal_year}-{seq:04}")
    permit = Reference("許可", required=True, entity="permit")
    captor = Reference("捕獲者", required=True, entity="captor")
    captured_on = Date(
        "捕獲日", required=True, min=Date.read("2026-04-01"), max=Date.read("2027-03-31")
    )
    species = Choice(
        "獣種", required=True, choices=["クマ", "イノシシ", "シカ", "サル", "カラス", "その他"]
    )
    species_other = Text(
        "獣種の名前",
        max_length=20,
        show_when={"species": ["その他"]},
        required_when={"species": ["その他"]},
    )
    count = Integer("頭数", required=True, unit="頭", default=1, min=1, max=50)
    town = Choice(
        "捕獲した市町村",
        required=True,
        choices=[
            "会津若松市",
            "磐梯町",
            "猪苗代町",
            "会津坂下町",
            "湯川村",
            "柳津町",
            "三島町",
            "金山町",
            "昭和村",
            "会津美里町",
            "喜多方市",
            "北塩原村",
            "西会津町",
        ],
    )
    place = Text("場所", help="沢や林道の名前など", required=True, max_length=80)
    position = Location("位置", feature="F3")
    evidence = MultiChoice(
        "証拠部位",
        help="獣種ごとに決められた部位を切り取る",
        choices=["尾", "両耳", "下顎の前歯"],
        required_when={"species": ["イノシシ", "シカ", "サル"]},
    )
    bag_number = Text(
        "証拠部位の袋番号",
        pattern="[A-Z][0-9]{4}",
        pattern_message="袋の札のとおり英字1文字と4桁の数字で書いてください(例 A0123)",
    )
    disposal = Choice("処分方法", required=True, choices=["埋設", "焼却", "自家消費"])
    buried_at = Text(
        "埋設した場所",
        max_length=80,
        show_when={"disposal": ["埋設"]},
        required_when={"disposal": ["埋設"]},
    )
    joint = Boolean("共同で捕獲した", feature="F8")
    members = Multiline(
        "共同の捕獲者",
        help="隊員番号を1行に1人",
        max_length=200,
        feature="F8",
        show_when={"joint": ["はい"]},
        required_when={"joint": ["はい"]},
    )
    checked_on = Date("確認日")
    check_note = Multiline("確認した内容", max_length=300)
    unit_reward = Money(
        "報償金の単価", help="クマとイノシシの成獣は金額が異なる場合がある", min=0, max=40000
    )
    reward = Calculated("報償金", formula="{unit_reward} * {count}", unit="円")
    no_pay = Choice("不支給の区分", choices=["町外での捕獲", "病死・事故死", "確認できない"])
    paid_on = Date("支払日")

    flow = Flow(
        State("下書", initial=True),
        State("報告済"),
        State("確認中"),
        State("確認済"),
        State("支払決定"),
        State("支払済", final=True),
        State("不支給", final=True),
        State("取下げ", final=True),
        Transition("submit", "報告する", from_=["下書"], to="報告済", by=["captor"]),
        Transition(
            "receive",
            "証拠部位を受け取った",
            from_=["報告済"],
            to="確認中",
            by=["desk", "officer"],
            requires=["bag_number"],
        ),
        Transition(
            "send_back",
            "差し戻す",
            from_=["報告済", "確認中"],
            to="下書",
            by=["desk", "officer"],
            reason=True,
        ),
        Transition(
            "confirm",
            "確認した",
            from_=["確認中"],
            to="確認済",
            by=["officer"],
            requires=["checked_on", "check_note"],
        ),
        Transition(
            "check_again",
            "確認をやり直す",
            from_=["確認済"],
            to="確認中",
            by=["chief"],
            reason=True,
        ),
        Transition(
            "decide",
            "支払を決める",
            from_=["確認済"],
            to="支払決定",
            by=["chief"],
            requires=["unit_reward"],
        ),
        Transition(
            "no_payment",
            "不支給にする",
            from_=["確認中", "確認済"],
            to="不支給",
            by=["chief"],
            requires=["no_pay"],
            reason=True,
        ),
        Transition(
            "pay", "支払った", from_=["支払決定"], to="支払済", by=["cashier"], requires=["paid_on"]
        ),
        Transition(
            "return_payment",
            "決定に戻す",
            from_=["支払決定"],
            to="確認済",
            by=["cashier"],
            reason=True,
        ),
        Transition(
            "withdraw",
            "取り下げる",
            from_=["下書", "報告済"],
            to="取下げ",
            by=["captor"],
            reason=True,
        ),
    )
