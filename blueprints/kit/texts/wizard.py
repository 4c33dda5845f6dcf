"""Forms in steps."""

TEXTS = {
    "steps": ("入力の手順", "Steps"),
    "count": ("{number}/{total}", "{number}/{total}"),
    "next": ("次へ", "Next"),
    "back": ("前に戻る", "Back"),
    "confirm": ("内容の確認", "Summary"),
    "look": (
        "まだ登録されていません。内容を確かめて、下のボタンを押してください。",
        "Nothing is saved yet. Check it, then press the button below.",
    ),
    "change": ("直す", "Change"),
    "change_step": ("「{title}」を直す", "Change “{title}”"),
}
