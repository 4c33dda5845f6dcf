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
    "limits": ("{count}個まで、1個{size}まで", "At most {count}, each up to {size}"),
    "limits_one": ("{size}まで", "Up to {size}"),
    "limits_pictures": (
        "{count}枚まで。カメラで撮るか、保存してある写真を選べます。",
        "At most {count}. Take one with the camera or choose from your pictures.",
    ),
    "limits_picture": (
        "カメラで撮るか、保存してある写真を選べます。",
        "Take one with the camera or choose from your pictures.",
    ),
    "endings": ("使える種類: {endings}", "Kinds: {endings}"),
    "under_way": ("送っています…", "Sending…"),
    "wait": (
        "ファイルを送り終わるまでお待ちください",
        "Wait until the file has been sent",
    ),
    "not_sent": (
        "「{name}」を送れませんでした。つながりを確かめて、もう一度選んでください。",
        "“{name}” could not be sent. Look at the connection and choose it again.",
    ),
    "gone": (
        "「{name}」はもう残っていません。消してから、もう一度選んでください",
        "“{name}” is no longer here. Remove it and choose it again",
    ),
    "refused": (
        "この画面を開ける役割ではないため、受け取れませんでした",
        "Your role may not hand in files here",
    ),
    "empty": ("「{name}」は空のファイルです", "“{name}” is empty"),
    "too_large": (
        "「{name}」は大きすぎます。{limit}までにしてください",
        "“{name}” is too large; at most {limit}",
    ),
    "too_many": ("{limit}個までにしてください", "At most {limit}"),
    "wrong_ending": (
        "「{name}」は使えない種類です(使える種類: {endings})",
        "“{name}” is of another kind than {endings}",
    ),
    "not_what_it_says": (
        "「{name}」の中身は、名前の末尾が示す種類ではありません",
        "What is in “{name}” is not what its ending says",
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
        "“{name}” took too long to open and was given up. Save it as JPEG anew, "
        "or choose another picture",
    ),
    "not_opened": (
        "「{name}」を開いている途中で、処理が止まりました。もう一度選ぶか、別の写真を選んでください",
        "Something broke while “{name}” was opened. Choose it again, or another picture",
    ),
    "busy": (
        "いま送られているファイルが多いため、「{name}」を受け取れませんでした。"
        "少し待って、もう一度選んでください",
        "Too many files are being sent just now, so “{name}” was not taken. "
        "Wait a moment and choose it again",
    ),
    "picture": ("{title}({number}/{count})", "{title} ({number}/{count})"),
    "sample_picture": ("現場写真{number}.jpg", "picture{number}.jpg"),
    "sample_file": ("見本{number}", "sample{number}"),
    "sample_words": (
        "見本のファイルです。試作品のために自動で作りました。",
        "A sample file, made by itself for the prototype.",
    ),
}
