"""What is said about a value that a field does not accept."""

TEXTS = {
    "required": ("{title}を入力してください", "Enter {title}"),
    "unchosen": ("{title}を選んでください", "Choose {title}"),
    "tick": ("確かめてチェックを付けてください", "Tick the box"),
    "text": ("1行の文字で入力してください", "Enter one line of text"),
    "multiline": ("文字で入力してください", "Enter text"),
    "integer": ("整数で入力してください(例: {example})", "Enter a whole number, such as {example}"),
    "decimal": ("数字で入力してください(例: {example})", "Enter a number, such as {example}"),
    "calculated": ("数字で入力してください(例: {example})", "Enter a number, such as {example}"),
    "money": ("金額を数字で入力してください(例: {example})", "Enter an amount, such as {example}"),
    "percent": (
        "割合を数字で入力してください(例: {example})",
        "Enter a percentage, such as {example}",
    ),
    "date": ("日付を入力してください(例: {example})", "Enter a date, such as {example}"),
    "time": ("時刻を入力してください(例: {example})", "Enter a time, such as {example}"),
    "datetime": (
        "日付と時刻を入力してください(例: {example})",
        "Enter a date and time, such as {example}",
    ),
    "year_month": ("年月を入力してください(例: {example})", "Enter a month, such as {example}"),
    "boolean": ("「はい」か「いいえ」を選んでください", "Choose yes or no"),
    "choice": ("選択肢から選んでください", "Choose one of the options"),
    "multi_choice": ("選択肢から選んでください", "Choose from the options"),
    "reference": ("一覧から選んでください", "Choose one from the list"),
    "email": (
        "メールアドレスを入力してください(例: {example})",
        "Enter an e-mail address, such as {example}",
    ),
    "phone": (
        "電話番号を入力してください(例: {example})",
        "Enter a telephone number, such as {example}",
    ),
    "postal_code": (
        "郵便番号を7桁で入力してください(例: {example})",
        "Enter a postal code, such as {example}",
    ),
    "address": ("住所を1行で入力してください", "Enter the address on one line"),
    "url": (
        "http で始まるアドレスを入力してください(例: {example})",
        "Enter an address such as {example}",
    ),
    "location": (
        "緯度と経度を入力してください(例: {example})",
        "Enter latitude and longitude, such as {example}",
    ),
    "auto_number": ("番号を入力してください(例: {example})", "Enter a number, such as {example}"),
    "file": ("ファイルを選んでください", "Choose a file"),
    "photo": ("写真を選んでください", "Choose a picture"),
    "other": (
        "この形では入力できません(例: {example})",
        "This can't be read. Enter something like {example}",
    ),
    "too_long": (
        "{limit}文字以内で入力してください(今は{length}文字)",
        "Use at most {limit} characters (now {length})",
    ),
    "too_short": (
        "{limit}文字以上で入力してください(今は{length}文字)",
        "Use at least {limit} characters (now {length})",
    ),
    "pattern": ("決められた形で入力してください", "Use the required format"),
    "under_min": ("{limit}以上にしてください", "Use {limit} or more"),
    "over_max": ("{limit}以下にしてください", "Use {limit} or less"),
    "not_a_choice": ("選択肢から選んでください", "Choose one of the options"),
    "too_many": ("{limit}個まで選べます", "Choose at most {limit}"),
    "not_unique": ("同じ{title}の記録がもうあります", "A record with this {title} already exists"),
    "no_record": ("選んだ記録が見つかりません", "The chosen record does not exist"),
}
