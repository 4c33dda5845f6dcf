"""Boards."""

TEXTS = {
    "count": ("{total}件", "{total}"),
    "line": ("{title}: {text}", "{title}: {text}"),
    "move": ("進める", "Move"),
    "move_card": ("「{label}」を進める", "Move “{label}”"),
    "rest": ("ほか{count}件を一覧で見る", "{count} more in the list"),
}
