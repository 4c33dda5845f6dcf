"""What the project is: its phases, roles, features and processes, as the spec tells them."""

from datetime import date

from prototype.kit.model.project import Feature, Phase, Process, Project, Role, Step

project = Project(
    "wildlife-capture",
    title="有害鳥獣捕獲",
    language="ja",
    description="住民の被害届を起点に、捕獲の許可、現場からの捕獲報告、報償金の決定と支払を記録する。",
    organizations=[
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
    sample_date=date(2026, 11, 2),
    phases=[Phase("1", "第1期", until="2027-03"), Phase("2", "第2期", until="2028-03")],
    roles=[
        Role("resident", "住民", who="農地や家の被害に遭った住民"),
        Role("captor", "捕獲者", who="鳥獣被害対策実施隊と猟友会の会員(約180名)"),
        Role("desk", "窓口", who="農林課と支所の窓口 8名"),
        Role("officer", "鳥獣担当", who="農林課 鳥獣対策担当 3名"),
        Role("chief", "係長", who="農林課 農村整備係長 1名"),
        Role("cashier", "会計", who="会計課 支払担当 2名"),
    ],
    processes=[
        Process(
            "P1",
            "被害届から捕獲の許可まで",
            steps=[
                Step(
                    "S1",
                    "被害を届け出る",
                    actor="resident",
                    wants="畑から電話1本で済ませたい",
                    screen="damage_form",
                ),
                Step(
                    "S2",
                    "現地を調べる",
                    actor="officer",
                    wants="どの獣が何頭くらい来ているかを正しくつかみたい",
                    screen="damage_list",
                    action="record_survey",
                    deadline="2営業日",
                ),
                Step("S3", "捕獲を申請する", actor="captor", screen="permit_form"),
                Step(
                    "S4",
                    "捕獲を許可する",
                    actor="chief",
                    wants="免許の期限切れを見落としたくない",
                    screen="permit_list",
                    action="permit",
                    deadline="5営業日",
                ),
            ],
        ),
        Process(
            "P2",
            "捕獲報告から報償金の支払まで",
            steps=[
                Step(
                    "S1",
                    "捕獲を記録する",
                    actor="captor",
                    wants="手袋のまま数回押すだけで済ませたい",
                    screen="capture_form",
                ),
                Step(
                    "S2",
                    "報告する",
                    actor="captor",
                    screen="capture_list",
                    action="submit",
                    deadline="捕獲後すみやかに",
                ),
                Step(
                    "S3",
                    "証拠部位を受け取る",
                    actor="desk",
                    wants="袋の番号と報告の番号をその場で合わせたい",
                    screen="capture_board",
                    action="receive",
                ),
                Step(
                    "S4",
                    "報告と現物を確かめる",
                    actor="officer",
                    wants="同じ個体の二重請求を見つけたい",
                    screen="capture_detail",
                    action="confirm",
                    deadline="5営業日",
                ),
                Step(
                    "S5",
                    "報償金を決める",
                    actor="chief",
                    screen="capture_detail",
                    action="decide",
                    deadline="毎月末",
                ),
                Step(
                    "S6",
                    "支払う",
                    actor="cashier",
                    screen="payment_list",
                    action="pay",
                    deadline="決定から15日",
                ),
            ],
        ),
        Process(
            "P3",
            "許可証の返納",
            steps=[
                Step(
                    "S1",
                    "許可証を返納する",
                    actor="captor",
                    wants="山から下りたついでに支所で返したい",
                    screen="permit_detail",
                    action="hand_back",
                    deadline="期間満了から30日以内",
                ),
                Step(
                    "S2", "返納を確かめる", actor="desk", screen="permit_list", action="check_back"
                ),
            ],
        ),
    ],
    features=[
        Feature(
            "F1",
            "被害届の受付",
            phase="1",
            detail="住民がスマホで、または窓口が電話を聞きながら届け出を入れる",
        ),
        Feature(
            "F2",
            "調査の記録",
            phase="1",
            detail="調査した日と結果を残し、必要に応じて捕獲を依頼する",
        ),
        Feature("F3", "位置の記録", phase="1", detail="端末の位置情報から緯度経度を入れる"),
        Feature(
            "F4", "写真の添付", phase="2", detail="体に番号を書いた写真と全体の写真など4枚まで"
        ),
        Feature(
            "F5",
            "圏外での入力",
            phase="undecided",
            detail="電波の届かない山でも入力でき、戻ったら自動で送る",
        ),
        Feature("F6", "捕獲報告", phase="1", detail="手書きの様式第3号と同じ項目を入れて報告する"),
        Feature(
            "F7",
            "証拠部位の受け取りと確認",
            phase="1",
            detail="袋番号で現物と突き合わせ、適切に確認する",
        ),
        Feature("F8", "共同捕獲の配分", phase="2", detail="共同で捕獲したときの配分は別に定める"),
        Feature(
            "F9",
            "報償金の決定と支払",
            phase="1",
            detail="単価と頭数から計算し、会計に渡せる一覧を作る",
        ),
        Feature("F10", "捕獲者名簿", phase="1", detail="免許の種類や有効期限等を管理できる"),
        Feature("F11", "捕獲の許可", phase="1", detail="申請を受け、免許の期限を見て許可する"),
        Feature("F12", "許可証の返納の管理", phase="2", detail="返納の期限が近い人に随時知らせる"),
        Feature(
            "F13", "二重請求の検出", phase="2", detail="同じ写真や同じ位置の報告を見つけて知らせる"
        ),
        Feature("F14", "わなの遠隔通知との連携", phase="out"),
        Feature(
            "F15",
            "捕獲地図の公開",
            phase="undecided",
            detail="場所を特定されないよう配慮して公開する",
        ),
    ],
)
