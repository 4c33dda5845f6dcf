"""Sheets: records out of the prototype and into it."""

TEXTS = {
    "name": ("一覧", "List"),
    "write_out": ("書き出す", "Export"),
    "write_what": (
        "今の条件に合う{count}件を、すべてのページ分、ファイルに書き出します。",
        "Exports all {count} records that match the current filters, from every page, to a file.",
    ),
    "ask_format": ("ファイルの形", "File format"),
    "xlsx": ("Excel(.xlsx)", "Excel (.xlsx)"),
    "utf-8-sig": ("CSV(UTF-8、BOM付き)", "CSV (UTF-8 with BOM)"),
    "cp932": ("CSV(Shift_JIS)", "CSV (Shift_JIS)"),
    "ask_days": ("日付の書き方", "Date format"),
    "iso": ("2026-04-01", "2026-04-01"),
    "era": ("令和8年4月1日", "令和8年4月1日"),
    "under_way": ("作っています…", "Writing…"),
    "missing": (
        "書き出しました。Shift_JISにない文字{count}個は〓にしました。",
        "Exported. {count} characters that Shift_JIS lacks were replaced by 〓.",
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
        "This file is too large to read. Copy only the rows and columns to import into a new file, and choose that.",
    ),
    "takes_long": (
        "このファイルを読むのに時間がかかりすぎるため、やめました。取り込む行と列だけを"
        "新しいファイルに写して、もう一度選んでください。",
        "Reading this file took too long, so it was stopped. Copy only the rows and columns to import into a new file, and choose that.",
    ),
    "not_read": (
        "このファイルを読んでいる途中で、処理が止まりました。もう一度選んでください。"
        "続くときは、CSVで保存し直してください。",
        "Something went wrong while reading this file. Choose it again; if that does not help, save it as CSV.",
    ),
    "take_in": ("取り込む", "Import"),
    "take_what": (
        "ExcelかCSVのファイルを選ぶと、まず内容を確かめます。「取り込む」を押すまで何も変わりません。"
        "1行目は項目の名前にしてください。",
        "Choose an Excel or CSV file. It is checked first, and nothing changes until you press “Import”. The first row must hold the column titles.",
    ),
    "others_first": (
        "ほかの方のファイルを先に確かめています。このままお待ちください…",
        "Somebody else's file is being checked first. Please wait…",
    ),
    "forgotten": (
        "ほかの方のファイルを確かめたため、このファイルの内容は覚えていません。"
        "もう一度選んでください。",
        "Other files have been checked since, so this one was dropped. Choose it again.",
    ),
    "more_left_out": ("ほかに{count}列あります", "{count} more columns"),
    "looking": ("内容を確かめています…", "Checking the file…"),
    "taking_in": ("取り込んでいます…", "Importing…"),
    "new": ("新しく登録", "New"),
    "changed": ("変更", "Changed"),
    "unchanged": ("今のまま", "Unchanged"),
    "wrong": ("直すところのある行", "Rows to correct"),
    "count": ("{count}件", "{count}"),
    "known_by": (
        "「{title}」が同じ記録を変更します。ない行は新しい記録になります。",
        "Rows with the “{title}” of a record change that record; other rows are new.",
    ),
    "all_new": (
        "記録を見分ける番号の列がないため、すべて新しい記録になります。",
        "There is no column that identifies a record, so every row becomes a new one.",
    ),
    "left_out": ("次の列は取り込みません。", "These columns are not imported."),
    "left_out_because": ("{title}: {reason}", "{title}: {reason}"),
    "no_field": ("この名前の項目はありません", "there is no field with this name"),
    "no_second": ("同じ名前の列がもうあります", "another column has the same name"),
    "no_computed": ("自動で入る項目です", "it is filled in automatically"),
    "no_file": (
        "写真やファイルは、記録の画面で付けてください",
        "add pictures and files on the screen of the record",
    ),
    "no_state": (
        "新しい記録は「{initial}」から始まります。記録の画面のボタンで進めてください",
        "a new record starts as “{initial}”; move it on with the buttons on its screen",
    ),
    "mend": (
        "次の行を直したファイルを、もう一度選んでください。まだ何も取り込んでいません。",
        "Correct these rows in the file and choose it again. Nothing has been imported yet.",
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
    "double": ("{line}行目と同じです", "Same as row {line}"),
    "no_columns": (
        "項目の名前が見つかりません。1行目に次の名前のどれかを書いてください: {titles}",
        "No known column was found. Write some of these titles in the first row: {titles}",
    ),
    "too_long": (
        "一度に取り込めるのは{limit}行までです",
        "You can import at most {limit} rows at once",
    ),
    "stopped": (
        "取り込めませんでした。何も変わっていません。ファイルをもう一度選んでください。{reason}",
        "The import failed and nothing changed. Choose the file again. {reason}",
    ),
    "taken_in": (
        "取り込みました(新しい記録{new}件、変更{changed}件)",
        "Imported: {new} new, {changed} changed",
    ),
}
