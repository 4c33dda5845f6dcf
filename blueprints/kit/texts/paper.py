"""Printed forms."""

TEXTS = {
    "print": ("印刷する", "Print"),
    "hint": (
        "A4の縦で印刷されます。画面の見出しやメニューは印刷されません。",
        "Prints on A4 portrait. The screen's header and menu are not printed.",
    ),
    "open": ("「{title}」を印刷する", "Print “{title}”"),
    "when": (
        "「{title}」は、次のときに印刷できます({when})",
        "“{title}” can be printed when: {when}",
    ),
    "back": ("「{title}」へ戻る", "Back to {title}"),
    "not_now": (
        "この記録は、今の内容では印刷できません。",
        "This record can't be printed as it stands.",
    ),
    "day": ("{era}{era_year}年{month}月{day}日", "{year:04}-{month:02}-{day:02}"),
}
