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
    "too_large": (
        "このファイルは大きすぎて読めません。取り込む行と列だけを新しいファイルに写して、"
        "もう一度選んでください。",
        "This file is too large to be read. Copy only the rows and columns that are to be taken in "
        "into a new file, and choose that.",
    ),
    "takes_long": (
        "このファイルを読むのに時間がかかりすぎるため、やめました。取り込む行と列だけを"
        "新しいファイルに写して、もう一度選んでください。",
        "Reading this file took too long and was given up. Copy only the rows and columns that are "
        "to be taken in into a new file, and choose that.",
    ),
    "not_read": (
        "このファイルを読んでいる途中で、処理が止まりました。もう一度選んでください。"
        "続くときは、CSVで保存し直してください。",
        "Something broke while this file was read. Choose it again; if that does not help, "
        "save it as CSV.",
    ),
    "take_in": ("取り込む", "Take in"),
    "take_what": (
        "ExcelかCSVのファイルを選ぶと、まず内容を確かめます。「取り込む」を押すまで何も変わりません。"
        "1行目は項目の名前にしてください。",
        "Choose an Excel or CSV file; it is looked at first, and nothing changes until you take it in. "
        "The first row must hold the titles of the columns.",
    ),
    "others_first": (
        "ほかの方のファイルを先に確かめています。このままお待ちください…",
        "Somebody else's file is looked at first. Please wait…",
    ),
    "forgotten": (
        "ほかの方のファイルを確かめたため、このファイルの内容は覚えていません。"
        "もう一度選んでください。",
        "Other files were looked at since, and this one was forgotten. Choose it again.",
    ),
    "more_left_out": ("ほかに{count}列あります", "{count} more columns"),
    "looking": ("内容を確かめています…", "Looking at it…"),
    "taking_in": ("取り込んでいます…", "Taking it in…"),
    "new": ("新しく登録", "New"),
    "changed": ("変更", "Changed"),
    "unchanged": ("今のまま", "As they are"),
    "wrong": ("直すところのある行", "Rows to mend"),
    "count": ("{count}件", "{count}"),
    "known_by": (
        "「{title}」が同じ記録を変更します。ない行は新しい記録になります。",
        "Records with the same “{title}” are changed; other rows are new.",
    ),
    "all_new": (
        "記録を見分ける番号の列がないため、すべて新しい記録になります。",
        "There is no column that tells records apart: every row is a new one.",
    ),
    "left_out": ("次の列は取り込みません。", "These columns stay out."),
    "left_out_because": ("{title}: {reason}", "{title}: {reason}"),
    "no_field": ("この名前の項目はありません", "no field is called so"),
    "no_second": ("同じ名前の列がもうあります", "another column is called the same"),
    "no_computed": ("自動で入る項目です", "it comes by itself"),
    "no_file": (
        "写真やファイルは、記録の画面で付けてください",
        "add pictures and files on the screen of the record",
    ),
    "no_state": (
        "新しい記録は「{initial}」から始まります。記録の画面のボタンで進めてください",
        "a new record begins as “{initial}”; take it on by the buttons on its screen",
    ),
    "mend": (
        "次の行を直したファイルを、もう一度選んでください。まだ何も取り込んでいません。",
        "Mend these rows in the file and choose it again. Nothing was taken in yet.",
    ),
    "line": ("行", "Row"),
    "column": ("項目", "Column"),
    "reason": ("理由", "Reason"),
    "line_number": ("{number}行目", "Row {number}"),
    "more_wrong": ("ほかに{count}か所あります", "{count} more"),
    "no_such_number": (
        "「{number}」の記録はありません。新しい記録は、この欄を空にしてください",
        "There is no record “{number}”; leave this empty for a new one",
    ),
    "no_record": (
        "「{label}」という記録が見つかりません",
        "There is no record called “{label}”",
    ),
    "several_records": (
        "「{label}」という記録が{count}件あり、決められません",
        "{count} records are called “{label}”",
    ),
    "double": ("{line}行目と同じです", "The same as in row {line}"),
    "no_columns": (
        "項目の名前が見つかりません。1行目に次の名前のどれかを書いてください: {titles}",
        "No column is known. Write some of these titles into the first row: {titles}",
    ),
    "too_long": ("一度に取り込めるのは{limit}行までです", "At most {limit} rows at once"),
    "stopped": (
        "取り込めませんでした。何も変わっていません。ファイルをもう一度選んでください。{reason}",
        "Nothing was taken in, and nothing changed. Choose the file again. {reason}",
    ),
    "taken_in": (
        "取り込みました(新しい記録{new}件、変更{changed}件)",
        "Taken in: {new} new, {changed} changed",
    ),
}
