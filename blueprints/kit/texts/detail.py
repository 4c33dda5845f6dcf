"""One record, its transitions and its history."""

TEXTS = {
    "edit": ("変更する", "Edit"),
    "back": ("「{title}」へ戻る", "Back to {title}"),
    "gone": ("この記録はありません", "There is no such record"),
    "choose": ("一覧から記録を選んでください", "Choose a record from the list"),
    "empty": ("(未入力)", "(empty)"),
    "actions": ("できること", "Actions"),
    "history": ("履歴", "History"),
    "moment": ("{day} {time}", "{day} {time}"),
    "nobody": ("(役割なし)", "(no role)"),
    "because": ("理由: {reason}", "Reason: {reason}"),
    "changed": ("{title}: {before} → {after}", "{title}: {before} → {after}"),
    "reason": ("理由", "Reason"),
    "reason_help": (
        "あとで読む人にわかるように書いてください",
        "Write it so that people who read it later understand",
    ),
    "taken": (
        "「{action}」をしました。今の状態: {state}",
        "“{action}” is done. The state is now: {state}",
    ),
    "overtaken": (
        "ほかの人がこの記録を先に変更しました({changes})。今の内容を確かめて、"
        "必要ならもう一度行ってください",
        "Somebody else changed this record first ({changes}). Check it, and try again if necessary",
    ),
    "not_allowed": (
        "「{source}」から「{target}」へは、この役割では動かせません",
        "This role can't move it from “{source}” to “{target}”",
    ),
}
