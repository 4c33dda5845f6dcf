"""What the prototype keeps: its entities, their states and the transitions between them."""

from prototype.kit.fields import (
    AutoNumber,
    Boolean,
    Calculated,
    Choice,
    Date,
    Email,
    Integer,
    Location,
    Money,
    MultiChoice,
    Multiline,
    Percent,
    Phone,
    Reference,
    Text,
    Time,
    Url,
    YearMonth,
)
from prototype.kit.model.entity import About, Entity, Flow, State, Transition


class Town(Entity):
    """市町村"""

    about = About(
        "town",
        title="市町村",
        label="{name}",
        rows=[
            {
                "code": "072028",
                "name": "会津若松市",
                "kind": "市",
                "office": "市民協働課",
                "closes": "毎年8月31日",
                "answers": "翌年5月",
                "rounds": "2",
            },
            {
                "code": "072087",
                "name": "喜多方市",
                "kind": "市",
                "office": "地域振興課",
                "closes": "毎年8月31日",
                "answers": "翌年6月",
                "rounds": "2",
            },
            {
                "code": "074021",
                "name": "北塩原村",
                "kind": "村",
                "office": "住民課",
                "closes": "毎年9月30日",
                "answers": "翌年4月",
                "rounds": "1",
            },
            {
                "code": "074055",
                "name": "西会津町",
                "kind": "町",
                "office": "町民税務課",
                "closes": "毎年9月15日",
                "answers": "翌年5月",
                "rounds": "1",
            },
            {
                "code": "074071",
                "name": "磐梯町",
                "kind": "町",
                "office": "町民課",
                "closes": "随時",
                "rounds": "0",
            },
            {
                "code": "074080",
                "name": "猪苗代町",
                "kind": "町",
                "office": "総務課",
                "closes": "毎年8月31日",
                "answers": "翌年4月",
                "rounds": "2",
            },
            {
                "code": "074217",
                "name": "会津坂下町",
                "kind": "町",
                "office": "政策財務課",
                "closes": "毎年9月30日",
                "answers": "翌年5月",
                "rounds": "1",
            },
            {
                "code": "074225",
                "name": "湯川村",
                "kind": "村",
                "office": "総務課",
                "closes": "随時",
                "rounds": "0",
            },
            {
                "code": "074233",
                "name": "柳津町",
                "kind": "町",
                "office": "町民課",
                "closes": "毎年10月31日",
                "answers": "翌年4月",
                "rounds": "1",
            },
            {
                "code": "074446",
                "name": "三島町",
                "kind": "町",
                "office": "町民課",
                "closes": "随時",
                "answers": "翌年4月",
                "rounds": "1",
            },
            {
                "code": "074454",
                "name": "金山町",
                "kind": "町",
                "office": "復興観光課",
                "closes": "毎年10月31日",
                "rounds": "1",
            },
            {
                "code": "074462",
                "name": "昭和村",
                "kind": "村",
                "office": "総務課",
                "closes": "随時",
                "rounds": "0",
            },
            {
                "code": "074471",
                "name": "会津美里町",
                "kind": "町",
                "office": "政策財政課",
                "closes": "毎年8月31日",
                "answers": "翌年5月",
                "rounds": "2",
            },
        ],
    )

    code = Text(
        "コード",
        required=True,
        unique=True,
        pattern="07[0-9]{4}",
        pattern_message="07で始まる6桁の団体コードで書いてください",
    )
    name = Text("市町村名", required=True, unique=True, max_length=20)
    kind = Choice("区分", required=True, choices=["市", "町", "村"])
    office = Text("要望の窓口", required=True, max_length=40)
    closes = Text("提出の締切", help="毎年8月31日 など", required=True, max_length=20)
    answers = Text("回答の時期", help="翌年5月 など", max_length=20)
    rounds = Integer("進捗の回答", unit="回/年", default=2, min=0, max=12)


class Association(Entity):
    """自治会"""

    about = About("association", title="自治会", label="{name}", samples=26)

    number = AutoNumber("自治会番号", format="{seq:04}")
    town = Reference("市町村", required=True, entity="town")
    name = Text("自治会名", required=True, unique=True, max_length=30)
    district = Choice(
        "地区", required=True, choices=["中央", "東部", "西部", "南部", "北部", "山間"]
    )
    households = Integer("世帯数", required=True, unit="世帯", min=1, max=2000)
    leader = Text("会長の氏名", required=True, max_length=30, personal=True)
    phone = Phone("会長の電話", required=True, personal=True)
    email = Email("メール", help="なければ空欄。回答は郵送します", personal=True)
    since = YearMonth("就任した月", required=True, min="2015-04")


class Request(Entity):
    """要望"""

    about = About("request", title="要望", label="{number} {subject}", samples=40)

    number = AutoNumber("要望番号", format="Y{fiscal_year}-{seq:04}")
    association = Reference("自治会", required=True, entity="association")
    subject = Text("件名", required=True, min_length=4, max_length=40)
    category = Choice(
        "種類",
        required=True,
        choices=[
            "道路・側溝",
            "除雪・流雪溝",
            "街灯・防犯灯",
            "河川・水路",
            "交通安全施設",
            "公園・集会所",
            "鳥獣・環境",
            "その他",
        ],
    )
    place = Text("場所", required=True, max_length=80)
    position = Location("位置", feature="F3")
    detail = Multiline(
        "要望の内容",
        help="いつから、だれが、何に困っているかを書いてください",
        required=True,
        min_length=10,
        max_length=600,
    )
    benefit = Integer(
        "恩恵を受ける世帯", help="おおむねの数で構いません", unit="世帯", min=1, max=2000
    )
    priority = Choice(
        "自治会の優先度",
        help="Aは自治会で3件まで",
        required=True,
        default="B",
        choices=["A", "B", "C"],
    )
    repeated = Choice("前年からの継続", required=True, default="新規", choices=["新規", "継続"])
    previous = Reference(
        "前の要望", entity="request", feature="F7", show_when={"repeated": ["継続"]}
    )
    section = Choice(
        "担当課",
        choices=["建設課", "都市計画課", "農林課", "環境生活課", "危機管理課", "教育総務課"],
    )
    joint = MultiChoice(
        "関係する課",
        max_count=3,
        feature="F8",
        choices=["建設課", "都市計画課", "農林課", "環境生活課", "危機管理課", "教育総務課"],
    )
    due_on = Date("回答期限", min=Date.read("2026-08-01"))
    cost = Money("概算の事業費", min=0, max=300000000)
    share = Percent(
        "地元負担の割合",
        feature="F10",
        default=Percent.read("0"),
        min=Percent.read("0"),
        max=Percent.read("50"),
    )
    local_cost = Calculated(
        "地元負担額", formula="{cost} * {share} / 100", unit="円", feature="F10"
    )
    budget_year = Text(
        "予算の年度", pattern="20[0-9]{2}", pattern_message="西暦4桁の年度で書いてください(例 2027)"
    )
    agency = Choice("関係機関", choices=["福島県", "国", "警察署", "土地改良区", "電力・通信会社"])
    answer = Multiline(
        "回答文", help="結論を先に書く。できない場合は理由と代わりの方法も書く", max_length=800
    )
    answered_on = Date("回答日")
    done_on = Date("完了日")

    flow = Flow(
        State("受付", initial=True),
        State("差戻し"),
        State("担当割当"),
        State("確認中"),
        State("実施"),
        State("予算検討"),
        State("関係機関へ"),
        State("不可"),
        State("回答済"),
        State("継続"),
        State("完了", final=True),
        State("取下げ", final=True),
        Transition(
            "assign",
            "担当課を割り当てる",
            from_=["受付"],
            to="担当割当",
            by=["desk"],
            requires=["section", "due_on"],
        ),
        Transition(
            "send_back", "自治会に差し戻す", from_=["受付"], to="差戻し", by=["desk"], reason=True
        ),
        Transition("resubmit", "直して出し直す", from_=["差戻し"], to="受付", by=["association"]),
        Transition(
            "not_ours",
            "担当でないので差し戻す",
            from_=["担当割当", "確認中"],
            to="受付",
            by=["section", "manager"],
            reason=True,
        ),
        Transition("take", "受け持つ", from_=["担当割当"], to="確認中", by=["section"]),
        Transition(
            "do", "すぐに実施する", from_=["確認中"], to="実施", by=["manager"], requires=["cost"]
        ),
        Transition(
            "budget",
            "予算を検討する",
            from_=["確認中"],
            to="予算検討",
            by=["manager"],
            requires=["cost", "budget_year"],
        ),
        Transition(
            "to_agency",
            "関係機関へ回す",
            from_=["確認中"],
            to="関係機関へ",
            by=["manager"],
            requires=["agency"],
        ),
        Transition(
            "refuse",
            "対応できないと決める",
            from_=["確認中"],
            to="不可",
            by=["manager"],
            reason=True,
        ),
        Transition(
            "budget_set",
            "予算に載せた",
            from_=["予算検討"],
            to="実施",
            by=["planner"],
            requires=["budget_year"],
            feature="F9",
        ),
        Transition(
            "sort_again",
            "仕分けをやり直す",
            from_=["実施", "予算検討", "関係機関へ", "不可"],
            to="確認中",
            by=["manager", "planner"],
            reason=True,
        ),
        Transition(
            "send_answer",
            "回答する",
            from_=["実施", "予算検討", "関係機関へ", "不可"],
            to="回答済",
            by=["desk"],
            requires=["answer", "answered_on"],
        ),
        Transition("carry_on", "継続にする", from_=["回答済"], to="継続", by=["section"]),
        Transition(
            "finish",
            "完了にする",
            from_=["回答済", "継続"],
            to="完了",
            by=["section"],
            requires=["done_on"],
        ),
        Transition(
            "withdraw",
            "取り下げる",
            from_=["受付", "差戻し", "担当割当"],
            to="取下げ",
            by=["association", "desk"],
            reason=True,
        ),
    )


class Visit(Entity):
    """聴取・現地確認"""

    about = About("visit", title="聴取・現地確認", label="{visited_on} {request}", samples=30)

    request = Reference("要望", required=True, entity="request")
    kind = Choice("方法", required=True, choices=["聴取", "現地確認", "電話"])
    visited_on = Date("実施日", required=True, min=Date.read("2026-08-01"))
    starts = Time("開始", min=Time.read("08:30"), max=Time.read("18:00"))
    section = Choice(
        "実施した課",
        required=True,
        choices=["建設課", "都市計画課", "農林課", "環境生活課", "危機管理課", "教育総務課"],
    )
    attended = Boolean("自治会の立会い")
    absence = Text("立会いのない理由", max_length=60, show_when={"attended": ["いいえ"]})
    result = Multiline(
        "確認した内容", help="測った長さ・台数など数で書く", required=True, max_length=500
    )
    drawing = Url("図面の場所", help="庁内の地図システムのアドレス")
