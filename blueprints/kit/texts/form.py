"""Forms."""

TEXTS = {
    "required_mark": ("※必須", "Required"),
    "optional_mark": ("※任意", "Optional"),
    "choose": ("選んでください", "Choose"),
    "example": ("例: {example}", "For example: {example}"),
    "calendar": ("{title}をカレンダーから選ぶ", "Choose {title} from a calendar"),
    "search_records": ("{title}を検索", "Search {title}"),
    "comes_by_itself": ("自動で入ります", "Filled in automatically"),
    "error": ("*{message}", "* {message}"),
    "add": ("登録する", "Add"),
    "change": ("変更を保存する", "Save changes"),
    "back": ("保存しないで戻る", "Back without saving"),
    "gone": ("この記録はもうありません", "This record no longer exists"),
    "draft": (
        "前に入力した内容を戻しました。まだ保存されていません。",
        "What you entered before has been restored. It is not saved yet.",
    ),
    "lost": (
        "次の項目は画面から削除されました。入力した文字は、ここからコピーできます。",
        "These fields were removed from the form. You can copy what you typed.",
    ),
    "drop_draft": ("入力を消してやり直す", "Discard and start again"),
    "wrong": (
        "入力を確かめてください({count}か所)。入力した内容は消えていません。",
        "Check what you entered ({count}). Nothing you typed is lost.",
    ),
    "not_saved": (
        "{message}。入力した内容は消えていません。",
        "{message}. Nothing you typed is lost.",
    ),
    "wrong_field": ("{title}: {message}", "{title}: {message}"),
    "added": ("「{label}」を登録しました", "“{label}” has been added"),
    "changed": ("「{label}」の変更を保存しました", "Changes to “{label}” have been saved"),
    "conflict": (
        "ほかの人が先に変更を保存しました。その内容を取り込みました。確かめてもう一度保存してください。{fields}",
        "Somebody else saved first. Their changes have been merged in; check them and save again. {fields}",
    ),
    "their_value": (
        "「{title}」は相手が「{value}」に変えました(下はあなたの入力のままです)",
        "“{title}”: they changed it to “{value}” (your entry is kept below)",
    ),
}
