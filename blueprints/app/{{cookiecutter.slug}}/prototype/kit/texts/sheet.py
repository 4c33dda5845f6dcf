"""Sheets: records out of the prototype and into it."""

TEXTS = {
    "name": ("一覧", "List"),
    "write_out": ("書き出す", "Write out"),
    "write_what": (
        "今の条件に合う{count}件を、すべてのページ分、ファイルに書き出します。",
        "All {count} records that the list finds now, of all its pages, go into a file.",
    ),
    "ask_format": ("ファイルの形", "Kind of file"),
    "xlsx": ("Excel(.xlsx)", "Excel (.xlsx)"),
    "utf-8-sig": ("CSV(UTF-8、BOM付き)", "CSV (UTF-8 with BOM)"),
    "cp932": ("CSV(Shift_JIS)", "CSV (Shift_JIS)"),
    "ask_days": ("日付の書き方", "Days"),
    "iso": ("2026-04-01", "2026-04-01"),
    "era": ("令和8年4月1日", "令和8年4月1日"),
    "under_way": ("作っています…", "Writing…"),
    "missing": (
        "書き出しました。Shift_JISにない文字{count}個は〓にしました。",
        "Written. {count} characters that Shift_JIS does not have became 〓.",
    ),
    "unreadable": (
        "このファイルは読めません。Excel(.xlsx)かCSVのファイルを選んでください。",
        "This file can't be read. Choose an Excel (.xlsx) or CSV file.",
    ),
    "broken": (
        "CSVの{line}行目あたりで引用符の対応がくずれていて、読めません。",
        "The CSV can't be read: quotes don't match near line {line}.",
    ),
}
