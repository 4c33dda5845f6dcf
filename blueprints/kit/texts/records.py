"""Lists."""

TEXTS = {
    "search": ("検索", "Search"),
    "every": ("すべて", "All"),
    "clear": ("条件を消す", "Clear"),
    "add": ("{title}", "{title}"),
    "columns": ("表示する列を選ぶ", "Choose columns"),
    "columns_help": (
        "外した列は、この端末のこの一覧にだけ出なくなります。",
        "Unticked columns are hidden in this list, on this device only.",
    ),
    "pages": ("ページ", "Pages"),
    "previous": ("前へ", "Previous"),
    "next": ("次へ", "Next"),
    "some": ("全{total}件のうち{first}~{last}件目", "{first}–{last} of {total}"),
    "none": ("まだ記録がありません", "There are no records yet"),
    "no_match": ("条件に合う記録がありません", "No records match"),
}
