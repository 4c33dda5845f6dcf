"""What the project is: its phases, roles, features and processes, as the spec tells them."""

from datetime import date

from prototype.kit.model.project import Feature, Phase, Process, Project, Role, Step

project = Project(
    "facility-booking",
    title="公共施設予約",
    language="ja",
    description="空きを調べて仮予約し、審査・納付・許可・還付までを窓口と利用団体が同じ画面で確かめる。",
    organizations=["会津若松市", "会津坂下町", "湯川村", "柳津町"],
    sample_date=date(2026, 11, 2),
    phases=[Phase("1", "第1期", until="2027-09"), Phase("2", "第2期", until="2028-09")],
    roles=[
        Role("group", "利用団体", who="登録団体の予約担当者(約350団体)"),
        Role("desk", "施設窓口", who="各施設の窓口 1〜2名(夜間は委託の管理人)"),
        Role("officer", "生涯学習係", who="教育委員会 生涯学習課 生涯学習係 3名"),
        Role("chief", "課長", who="生涯学習課長 1名(使用許可の専決)"),
        Role("cashier", "会計", who="会計課 出納係 2名"),
    ],
    processes=[
        Process(
            "P1",
            "予約から利用まで",
            steps=[
                Step(
                    "S1",
                    "施設を選ぶ",
                    actor="group",
                    wants="電話をかけずに広さと料金を見比べたい",
                    screen="facility_list",
                ),
                Step(
                    "S2",
                    "仮予約する",
                    actor="group",
                    wants="夜でも家から申し込みたい",
                    screen="booking_form",
                    deadline="利用日の3日前の午後11時59分まで",
                ),
                Step(
                    "S3",
                    "内容を審査する",
                    actor="desk",
                    wants="二重予約と定員超えを見落としたくない",
                    screen="booking_list",
                    action="review",
                    deadline="2営業日",
                ),
                Step(
                    "S4",
                    "使用料と減免を決める",
                    actor="officer",
                    wants="減免は必要に応じて行うとなっているので、過去の例を見て決めたい",
                    screen="booking_detail",
                    action="charge",
                    deadline="3営業日",
                ),
                Step(
                    "S5",
                    "納付を確かめる",
                    actor="cashier",
                    screen="payment_list",
                    action="confirm_payment",
                    deadline="納付期限まで",
                ),
                Step(
                    "S6",
                    "使用を許可する",
                    actor="chief",
                    screen="booking_list",
                    action="permit",
                    deadline="速やかに",
                ),
                Step(
                    "S7",
                    "利用を記録する",
                    actor="desk",
                    wants="人数の実績をその場で入れたい",
                    screen="booking_board",
                    action="use",
                ),
            ],
        ),
        Process(
            "P2",
            "取消と還付",
            steps=[
                Step(
                    "S1",
                    "取消を申し出る",
                    actor="group",
                    wants="電話がつながらない時間でも取り消したい",
                    screen="booking_detail",
                    action="cancel",
                ),
                Step(
                    "S2",
                    "還付を決める",
                    actor="officer",
                    screen="booking_detail",
                    action="decide_refund",
                    deadline="5営業日",
                ),
                Step(
                    "S3", "還付する", actor="cashier", screen="booking_detail", action="pay_refund"
                ),
            ],
        ),
        Process(
            "P3",
            "利用団体の登録",
            steps=[
                Step("S1", "登録を申し込む", actor="group", screen="group_form"),
                Step(
                    "S2",
                    "登録を認める",
                    actor="officer",
                    wants="市内・市外の別を適切に判断したい",
                    screen="group_list",
                    action="accept",
                    deadline="5営業日",
                ),
            ],
        ),
    ],
    features=[
        Feature(
            "F1",
            "仮予約の申し込み",
            phase="1",
            detail="家からでも窓口でも同じ項目で申し込める。だれでも直感的に使えること",
        ),
        Feature("F2", "空き状況のカレンダー", phase="1", detail="施設ごとに1か月の空きを見せる"),
        Feature(
            "F3",
            "二重予約の防止",
            phase="1",
            detail="同じ施設・日・時間帯の予約が2件入らないようにする",
        ),
        Feature(
            "F4",
            "減免の判断の支援",
            phase="2",
            detail="過去の減免の例を示す。減免は必要に応じて行う",
        ),
        Feature("F5", "納付の記録", phase="1", detail="納付書の控えを見て会計が納付日を入れる"),
        Feature("F6", "使用許可書の印刷", phase="1", detail="様式第2号を印刷できる"),
        Feature("F7", "利用実績の記録", phase="1", detail="利用人数等を記録し、定期的に集計する"),
        Feature("F8", "還付の管理", phase="2", detail="取り消した日に応じた率で還付額を計算する"),
        Feature(
            "F9",
            "無断キャンセルの団体の利用停止",
            phase="undecided",
            detail="無断キャンセルが続いた団体は利用を停止することがある",
        ),
        Feature("F10", "施設台帳の管理", phase="1", detail="料金や休館日などを職員が自分で直せる"),
        Feature(
            "F11", "団体登録の受付", phase="1", detail="団体の登録を受け付け、有効期限を管理する"
        ),
        Feature("F12", "使用料の電子納付", phase="out"),
        Feature("F13", "玄関の電子錠との連携", phase="out", detail="夜間の鍵の受け渡しをなくす"),
        Feature(
            "F14",
            "納付期限のお知らせメール",
            phase="undecided",
            detail="期限が近づいたら適宜メールで知らせる",
        ),
    ],
)
