"""Boards."""

TEXTS = {
    "count": ("{total}件", "{total}"),
    "move": ("進める", "Move"),
    "move_card": ("「{label}」を進める", "Move “{label}”"),
    "which_way": ("「{target}」へ、どう進めますか", "How should it move to “{target}”?"),
    "rest": ("ほか{count}件を一覧で見る", "{count} more in the list"),
}
