"""What the project is: its phases, roles, features and processes, as the spec tells them."""

from datetime import date

from prototype.kit.model.project import Feature, Phase, Process, Project, Role, Step

project = Project(
    "gallery",
    title="部品の見本帳",
    language="ja",
    description="仕様に書けるすべての項目の種類、規則、画面の種類を、1つずつ載せた見本。",
    organizations=["会津若松市", "喜多方市"],
    sample_date=date(2026, 11, 2),
    phases=[Phase("1", "第1期", until="2027-03"), Phase("2", "第2期", until="2028-03")],
    roles=[
        Role("clerk", "担当者", who="見本を登録する職員"),
        Role("chief", "承認者", who="見本を確かめる係長"),
    ],
    processes=[
        Process(
            "P1",
            "見本を登録して承認する",
            steps=[
                Step(
                    "S1",
                    "登録する",
                    actor="clerk",
                    wants="どの項目に何が入るかを確かめたい",
                    screen="item_form",
                ),
                Step("S2", "提出する", actor="clerk", screen="item_detail", action="submit"),
                Step(
                    "S3",
                    "承認する",
                    actor="chief",
                    screen="item_detail",
                    action="approve",
                    deadline="3営業日",
                ),
            ],
        ),
    ],
    features=[
        Feature(
            "F1",
            "見本の登録と一覧",
            phase="1",
            detail="すべての種類の項目を1件の見本に入れて登録する",
        ),
        Feature(
            "F2", "位置と写真", phase="2", detail="位置を緯度と経度で入れ、写真を3枚まで付ける"
        ),
        Feature(
            "F3",
            "見本の取り下げ",
            phase="1",
            detail="登録した人が、承認の前に理由を書いて取り下げる",
        ),
        Feature(
            "F4", "写真から種類を判定", phase="undecided", detail="写真を見て種類の候補を3つ示す"
        ),
    ],
)
