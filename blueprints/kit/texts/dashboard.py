"""Dashboards."""

TEXTS = {
    "count": ("{entity}の件数", "{entity}: all records"),
    "count_where": ("{entity}({where})", "{entity} ({where})"),
    "total": ("{of}の合計", "Total of {of}"),
    "total_where": ("{of}の合計({where})", "Total of {of} ({where})"),
    "chart": ("{entity}の件数({by}別)", "{entity} by {by}"),
    "chart_of": ("{of}の合計({by}別)", "Total of {of} by {by}"),
    "records": ("{count}件", "{count}"),
    "figure": ("{title}: {figure}", "{title}: {figure}"),
    "figure_in_list": (
        "{title}: {figure}(一覧で見る)",
        "{title}: {figure} (see the list)",
    ),
    "as_table": ("数字を表で見る", "Show the numbers as a table"),
    "number": ("件数", "Number"),
    "sum": ("合計", "Total"),
    "empty": ("(未入力)", "(empty)"),
    "earlier": ("それより前", "Earlier"),
    "others": ("そのほか", "Others"),
    "none": ("まだ記録がありません", "There are no records yet"),
}
