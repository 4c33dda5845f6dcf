"""What the project is: its phases, roles, features and processes, as the spec tells them."""

from datetime import date

from prototype.kit.model.project import Feature, Phase, Process, Project, Role, Step

project = Project(
    "association-request",
    title="自治会要望管理",
    language="ja",
    description="自治会から毎年出される要望を、聴取・現地確認・仕分け・回答・進捗回答まで1件ずつ追う。",
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
    phases=[Phase("1", "第1期", until="2027-07"), Phase("2", "第2期", until="2028-07")],
    roles=[
        Role("association", "自治会", who="自治会長と役員(1市町村あたり20〜500団体)"),
        Role("desk", "市民協働係", who="市民協働課 市民協働係 3名"),
        Role("section", "担当課", who="建設・農林・環境・教育など各課の担当者 12名"),
        Role("manager", "担当課長", who="担当課の課長 6名"),
        Role("planner", "企画財政", who="企画財政課 財政係 2名(予算要求の取りまとめ)"),
    ],
    processes=[
        Process(
            "P1",
            "要望の提出から回答まで",
            steps=[
                Step(
                    "S1",
                    "要望を提出する",
                    actor="association",
                    wants="去年の要望を写して、変わった所だけ直したい",
                    screen="request_wizard",
                    deadline="8月31日",
                ),
                Step(
                    "S2",
                    "担当課を割り当てる",
                    actor="desk",
                    wants="どの課の仕事かを迷わず決めたい",
                    screen="request_list",
                    action="assign",
                    deadline="10営業日",
                ),
                Step(
                    "S3",
                    "担当課で受け持つ",
                    actor="section",
                    wants="自分の課の分だけを並べて見たい",
                    screen="request_list",
                    action="take",
                    deadline="5営業日",
                ),
                Step(
                    "S4",
                    "聴取・現地確認を記録する",
                    actor="section",
                    wants="自治会長に立ち会ってもらった内容を残したい",
                    screen="visit_form",
                    deadline="10月末",
                ),
                Step(
                    "S5",
                    "仕分けする",
                    actor="manager",
                    wants="実現可能なものから順次、優先順位を適切に判断したい",
                    screen="request_board",
                    action="budget",
                    deadline="11月15日",
                ),
                Step(
                    "S6",
                    "回答する",
                    actor="desk",
                    screen="request_detail",
                    action="send_answer",
                    deadline="翌年5月末",
                ),
            ],
        ),
        Process(
            "P2",
            "進捗の回答",
            steps=[
                Step("S1", "継続にする", actor="section", screen="request_list", action="carry_on"),
                Step(
                    "S2",
                    "完了にする",
                    actor="section",
                    wants="完成の写真も残したい",
                    screen="request_detail",
                    action="finish",
                    deadline="10月末と3月末",
                ),
            ],
        ),
        Process(
            "P3",
            "予算への反映",
            steps=[
                Step(
                    "S1",
                    "予算検討の要望を確かめる",
                    actor="planner",
                    wants="課ごとに絞り込んで金額を確かめたい",
                    screen="request_list",
                    action="budget_set",
                    deadline="2月末",
                ),
            ],
        ),
        Process(
            "P4",
            "自治会の役員交代",
            steps=[
                Step("S1", "役員の交代を届け出る", actor="association", screen="association_form"),
                Step("S2", "名簿を確かめる", actor="desk", screen="association_list"),
            ],
        ),
    ],
    features=[
        Feature(
            "F1",
            "要望の提出",
            phase="1",
            detail="自治会が画面から提出する。紙で出されたものは窓口が代わりに入れる",
        ),
        Feature(
            "F2",
            "担当課の割り当て",
            phase="1",
            detail="割り当てと差し戻しを記録する。複数課にまたがる場合は調整する",
        ),
        Feature(
            "F3",
            "場所の記録",
            phase="1",
            detail="地図の緯度と経度を残し、同様の要望が近くにないか確かめる",
        ),
        Feature(
            "F4", "聴取・現地確認の記録", phase="1", detail="立会いの有無や確認した内容などを残す"
        ),
        Feature(
            "F5",
            "自治会による状況の確認",
            phase="1",
            detail="自治会は自分の要望の状態と回答をいつでも見られる",
        ),
        Feature(
            "F6",
            "優先順位の自動計算",
            phase="out",
            detail="優先度・世帯数・危険度などから順位を出す",
        ),
        Feature(
            "F7",
            "前の要望との関連付け",
            phase="2",
            detail="前年の要望を写して出せる。継続しているものは経過をまとめて見られる",
        ),
        Feature(
            "F8", "複数課の共同対応", phase="2", detail="主に受け持つ課のほかに関係する課を選べる"
        ),
        Feature(
            "F9",
            "予算への反映",
            phase="2",
            detail="次年度予算への計上を検討するものを課ごとに一覧にする",
        ),
        Feature(
            "F10",
            "地元負担額の計算",
            phase="2",
            detail="事業費に割合を掛けて示す。割合は別に定める",
        ),
        Feature(
            "F11",
            "回答書の作成",
            phase="1",
            detail="回答文を登録し、様式第2号として出力することができる",
        ),
        Feature(
            "F12", "進捗の回答", phase="1", detail="年2回、継続の要望の進み具合を自治会に知らせる"
        ),
        Feature("F13", "自治会名簿", phase="1", detail="会長の交代など変更があったときに届け出る"),
        Feature(
            "F14",
            "回答期限の通知",
            phase="undecided",
            detail="期限が近い要望を担当課に適時知らせる",
        ),
        Feature(
            "F15",
            "要望書の読み取り",
            phase="undecided",
            detail="紙の要望書を読み取って件名と内容を入れる",
        ),
    ],
)
