"""What the project is: its phases, roles, features and processes, as the spec tells them."""

from datetime import date

from prototype.kit.model.project import Feature, Phase, Process, Project, Role, Step

project = Project(
    "road-report",
    title="道路損傷通報",
    language="ja",
    description="道路の穴ぼこや側溝の破損を住民から受け付け、現地確認から修繕までを1つの一覧で追う。",
    organizations=["会津若松市", "喜多方市", "会津美里町"],
    sample_date=date(2026, 11, 2),
    phases=[Phase("1", "第1期", until="2027-03"), Phase("2", "第2期", until="2028-03")],
    roles=[
        Role("citizen", "住民", who="道路の損傷を見つけた市民・通勤者"),
        Role("desk", "窓口", who="総合窓口と支所の電話受付 6名"),
        Role("roads", "道路係", who="建設課道路係 4名"),
        Role("chief", "係長", who="建設課道路係長 1名"),
        Role("contractor", "維持業者", who="単価契約を結んだ道路維持業者 4社"),
    ],
    processes=[
        Process(
            "P1",
            "通報から完了まで",
            steps=[
                Step(
                    "S1",
                    "通報する",
                    actor="citizen",
                    wants="場所と状態を写真で簡単に伝えたい",
                    screen="report_form",
                ),
                Step(
                    "S2",
                    "受け付ける",
                    actor="desk",
                    wants="電話でも同じ項目を漏れなく聞きたい",
                    screen="report_list",
                    action="accept",
                    deadline="受け付けた日のうち",
                ),
                Step(
                    "S3",
                    "現地を確認する",
                    actor="roads",
                    wants="現場でタブレットから記録して、事務所での打ち直しをなくしたい",
                    screen="report_detail",
                    action="inspect",
                    deadline="3営業日",
                ),
                Step(
                    "S4",
                    "対応を決める",
                    actor="chief",
                    wants="危険なものから適切に優先順位を付けたい",
                    screen="report_board",
                    action="repair",
                    deadline="速やかに",
                ),
                Step(
                    "S5", "完了を登録する", actor="roads", screen="report_detail", action="finish"
                ),
            ],
        ),
        Process(
            "P2",
            "修繕の指示から検査まで",
            steps=[
                Step("S1", "修繕を指示する", actor="roads", screen="work_form"),
                Step(
                    "S2",
                    "着手する",
                    actor="contractor",
                    wants="指示と地図を現場で見たい",
                    screen="work_list",
                    action="start",
                    deadline="指示から5営業日",
                ),
                Step(
                    "S3",
                    "完了を報告する",
                    actor="contractor",
                    screen="work_detail",
                    action="report_done",
                ),
                Step(
                    "S4",
                    "検査する",
                    actor="roads",
                    screen="work_detail",
                    action="approve",
                    deadline="5営業日",
                ),
            ],
        ),
        Process(
            "P3",
            "県・国などへの引き継ぎ",
            steps=[
                Step("S1", "引き継ぐ", actor="chief", screen="report_detail", action="hand_over"),
                Step(
                    "S2",
                    "先方の対応を記録する",
                    actor="roads",
                    wants="住民に聞かれたら答えられるようにしておきたい",
                    screen="report_list",
                    action="close_handed",
                ),
            ],
        ),
    ],
    features=[
        Feature("F1", "通報の登録", phase="1", detail="現場でスマホから簡単に登録できる"),
        Feature(
            "F2",
            "地図で位置を選ぶ",
            phase="1",
            detail="地図を押すと緯度経度が入る。圏外のときは目印の文字だけで送れる",
        ),
        Feature(
            "F3",
            "写真を付ける",
            phase="1",
            detail="1件3枚まで。人の顔や車のナンバー等が写った写真は公開しない",
        ),
        Feature("F4", "通報の一覧と検索", phase="1", detail="市町・種別・状態・緊急度で絞り込める"),
        Feature(
            "F5", "対応状況の公開", phase="1", detail="住民がいつでも自分の通報の状態を確認できる"
        ),
        Feature(
            "F6",
            "現地確認の記録",
            phase="1",
            detail="確認日・管理者区分・確認した事実を現場で記録し、迅速に係長へ回す",
        ),
        Feature(
            "F7",
            "重複した通報の統合",
            phase="2",
            detail="近くの通報を候補として示し、同じ損傷であれば1件にまとめることができる",
        ),
        Feature(
            "F8", "対象外の管理", phase="2", detail="私道は原則対象外とし、理由を残して通報者に返す"
        ),
        Feature(
            "F9", "AIで緊急度を判定", phase="undecided", detail="写真から緊急度を高・中・低で示す"
        ),
        Feature(
            "F10",
            "修繕の指示と完了報告",
            phase="2",
            detail="業者が現場で指示を見て、施工日と結果を報告する",
        ),
        Feature(
            "F11",
            "他機関への引き継ぎ",
            phase="1",
            detail="引継先と日付を残し、必要に応じて先方の対応を確認する",
        ),
        Feature(
            "F12", "修繕費の見積と精算の比較", phase="2", detail="予算の残りを把握できるようにする"
        ),
        Feature(
            "F13",
            "路線台帳の管理",
            phase="1",
            detail="路線番号と名称を登録・変更・検索する。現行の台帳と同様とする",
        ),
        Feature(
            "F14",
            "期限を過ぎた通報の通知",
            phase="undecided",
            detail="3営業日を過ぎても確認中のものを係長へ知らせる",
        ),
        Feature(
            "F15", "除雪の苦情の受付", phase="out", detail="除雪等は別途、除雪のしくみで受ける"
        ),
    ],
)
