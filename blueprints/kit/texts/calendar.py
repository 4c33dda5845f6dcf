"""Calendars."""

TEXTS = {
    "months": ("月を選ぶ", "Choose a month"),
    "previous": ("前の月", "Previous month"),
    "next": ("次の月", "Next month"),
    "this_month": ("今月", "This month"),
    "weekdays": ("日月火水木金土", "SunMonTueWedThuFriSat"),
    "day": ("{month}月{day}日", "{month}/{day}"),
    "day_and_weekday": ("{month}月{day}日({weekday})", "{weekday} {month}/{day}"),
    "today": ("今日", "Today"),
    "holiday": ("{name}", "Public holiday"),
    "more": ("ほか{count}件", "{count} more"),
    "more_of": ("{day}のほか{count}件を見る", "{count} more on {day}"),
    "add": ("{day}に追加する", "Add on {day}"),
    "of_day": ("{day}の記録({total}件)", "Records on {day} ({total})"),
    "all_days": ("月の全体に戻る", "Back to the whole month"),
    "rest": (
        "ほか{count}件は表示していません。絞り込むか、一覧で見てください。",
        "{count} more are not shown. Narrow the search or use the list.",
    ),
    "none": ("この月に記録はありません。", "No records this month."),
}
