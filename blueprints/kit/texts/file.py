"""Files and pictures."""

TEXTS = {
    "choose": ("ファイルを選ぶ", "Choose a file"),
    "choose_more": ("ファイルを追加する", "Add a file"),
    "choose_picture": ("写真を選ぶ", "Choose a picture"),
    "choose_more_pictures": ("写真を追加する", "Add a picture"),
    "replace": ("別のファイルに替える", "Choose another file"),
    "replace_picture": ("別の写真に替える", "Choose another picture"),
    "remove": ("{name}を消す", "Remove {name}"),
    "remove_short": ("消す", "Remove"),
    "limits": ("{count}個まで、1個{size}まで", "Up to {count} files, {size} each"),
    "limits_one": ("{size}まで", "Up to {size}"),
    "limits_pictures": (
        "{count}枚まで。カメラで撮るか、保存してある写真を選べます。",
        "Up to {count}. Take a photo or choose from your pictures.",
    ),
    "limits_picture": (
        "カメラで撮るか、保存してある写真を選べます。",
        "Take a photo or choose from your pictures.",
    ),
    "endings": ("使える種類: {endings}", "Accepted types: {endings}"),
    "under_way": ("送っています…", "Uploading…"),
    "wait": (
        "ファイルを送り終わるまでお待ちください",
        "Wait until the file has been uploaded",
    ),
    "not_sent": (
        "「{name}」を送れませんでした。つながりを確かめて、もう一度選んでください。",
        "“{name}” could not be uploaded. Check the connection and choose it again.",
    ),
    "gone": (
        "「{name}」はもう残っていません。消してから、もう一度選んでください",
        "“{name}” is no longer available. Remove it and choose it again",
    ),
    "refused": (
        "この画面を開ける役割ではないため、受け取れませんでした",
        "Your role can't upload files here",
    ),
    "empty": ("「{name}」は空のファイルです", "“{name}” is empty"),
    "too_large": (
        "「{name}」は大きすぎます。{limit}までにしてください",
        "“{name}” is too large; at most {limit}",
    ),
    "too_many": ("{limit}個までにしてください", "At most {limit}"),
    "wrong_ending": (
        "「{name}」は使えない種類です(使える種類: {endings})",
        "“{name}” is not one of the accepted types: {endings}",
    ),
    "not_what_it_says": (
        "「{name}」の中身は、名前の末尾が示す種類ではありません",
        "The content of “{name}” does not match its file extension",
    ),
    "no_picture": (
        "「{name}」は写真として開けません。JPEGかPNGの写真を選んでください",
        "“{name}” can't be opened as a picture; choose a JPEG or PNG",
    ),
    "too_many_pixels": (
        "「{name}」は縦か横が長すぎるか、画素が多すぎて開けません。"
        "JPEGで保存し直すか、小さくしてから、もう一度選んでください",
        "“{name}” has too many pixels to be opened. Save it as JPEG or make it smaller, "
        "and choose it again",
    ),
    "too_long": (
        "「{name}」を開くのに時間がかかりすぎるため、やめました。"
        "JPEGで保存し直すか、別の写真を選んでください",
        "“{name}” took too long to open. Save it again as JPEG, or choose another picture",
    ),
    "not_opened": (
        "「{name}」を開いている途中で、処理が止まりました。もう一度選ぶか、別の写真を選んでください",
        "Something went wrong while opening “{name}”. Choose it again, or choose another picture",
    ),
    "busy": (
        "いま送られているファイルが多いため、「{name}」を受け取れませんでした。"
        "少し待って、もう一度選んでください",
        "Too many files are being uploaded right now, so “{name}” was not accepted. Wait a moment and choose it again",
    ),
    "picture": ("{title}({number}/{count})", "{title} ({number}/{count})"),
    "sample_picture": ("現場写真{number}.jpg", "picture{number}.jpg"),
    "sample_file": ("見本{number}", "sample{number}"),
    "sample_words": (
        "見本のファイルです。試作品のために自動で作りました。",
        "A sample file, generated for the prototype.",
    ),
}
