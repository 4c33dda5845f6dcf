"""What the store says: when it can't do what was asked, and in the history of a record."""

TEXTS = {
    "no_file": (
        "ファイルを保存できませんでした。ディスクの空きを確かめてください({reason})",
        "The file could not be saved. Check the free disk space ({reason})",
    ),
    "conflict": (
        "ほかの人がこの記録を先に変更しました。今の内容を確かめて、もう一度お試しください",
        "Somebody else has changed this record. Check its current values and try again",
    ),
    "gone": (
        "この記録はもうありません。一覧から選び直してください",
        "This record no longer exists. Choose again from the list",
    ),
    "no_entity": (
        "この種類の記録は、今の試作品にはありません",
        "The prototype no longer has records of this kind",
    ),
    "not_valid": ("入力内容を確かめてください", "Check what was entered"),
    "no_transition": (
        "この操作は、今の試作品にはありません",
        "The prototype no longer has this step",
    ),
    "not_your_role": (
        "「{title}」は、今の役割では行えません",
        "“{title}” can't be done in the current role",
    ),
    "not_from_here": (
        "「{title}」は、状態が「{state}」の記録では行えません",
        "“{title}” can't be done with a record in state “{state}”",
    ),
    "reason": ("理由を入力してください", "Enter a reason"),
    "number_too_large": (
        "整数部分は{whole}桁まで、小数は{decimals}桁までで入力してください",
        "Use at most {whole} digits before the decimal point and {decimals} after it",
    ),
    "not_storable": (
        "使えない文字が含まれています。入力し直してください",
        "This contains characters that can't be stored. Enter it again",
    ),
    "locked": (
        "ほかの処理が記録を使っています。少し待って、もう一度お試しください",
        "The records are in use. Wait a moment and try again",
    ),
    "slow": (
        "記録を読むのに時間がかかりすぎています。少し待って、もう一度お試しください",
        "Reading the records is taking too long. Wait a moment and try again",
    ),
    "full": (
        "保存する場所がいっぱいで、保存できませんでした。管理者に知らせてください",
        "There is no storage space left, so nothing was saved. Tell the administrator",
    ),
    "not_written": (
        "ディスクに書き込めず、保存できませんでした。空きがあるか、管理者に確かめてもらってください",
        "The disk could not be written to, so nothing was saved. Ask the administrator whether it is full",
    ),
    "read_only": (
        "記録の置き場所に書き込めないため、保存できませんでした。管理者に知らせてください",
        "The record storage is read-only, so nothing was saved. Tell the administrator",
    ),
    "broken": (
        "記録のファイルが壊れているか、記録のファイルではありません。管理者に知らせてください",
        "The records file is damaged or is not a records file. Tell the administrator",
    ),
    "not_there": (
        "記録の保管場所を開けません。入力した内容は消えていません。少し待って、もう一度お試しください",
        "The record storage can't be opened. Nothing that you typed is lost. Wait a moment and try again",
    ),
    "bad_url": (
        "データベースの指定(DATABASE_URL)が正しくありません",
        "DATABASE_URL is not a valid database address",
    ),
    "no_driver": (
        "データベースにつなぐ部品 {name} が入っていません",
        "The driver {name} for the database is not installed",
    ),
    "failed": (
        "記録の読み書きができませんでした。続くときは、技術者に知らせてください",
        "The records could not be read or written. If this keeps happening, tell the engineer",
    ),
    "created": ("登録", "Added"),
    "changed": ("変更", "Changed"),
    "sample_person": ("見本", "Sample"),
}
