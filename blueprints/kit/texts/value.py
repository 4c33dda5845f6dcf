"""How values read."""

TEXTS = {
    "yes": ("はい", "Yes"),
    "no": ("いいえ", "No"),
    "yen": ("円", "yen"),
    "line": ("{title}: {text}", "{title}: {text}"),
    "money": ("{amount}円", "{amount} yen"),
    "date": ("{year}年{month}月{day}日", "{year:04}-{month:02}-{day:02}"),
    "month": ("{year}年{month}月", "{year:04}-{month:02}"),
    "state": ("状態", "State"),
    "created_at": ("登録日時", "Created"),
    "updated_at": ("更新日時", "Changed"),
}
