"""Maps."""

TEXTS = {
    "map": (
        "{title}(矢印キーで動かし、+と-で拡大・縮小します)",
        "{title} (arrow keys move it, + and - zoom)",
    ),
    "closer": ("拡大", "Closer"),
    "farther": ("縮小", "Farther"),
    "whole": ("全体", "All"),
    "centre": ("真ん中を選ぶ", "Choose the middle"),
    "choose": ("{title}を地図で選ぶ", "Choose {title} on a map"),
    "take": ("この位置にする", "Take this place"),
    "close": ("閉じる", "Close"),
    "count": ("{count}件", "×{count}"),
    "many": ("{count}件の記録(近づいて見る)", "{count} records (look closer)"),
    "credit": ("出典: {credit}", "Map: {credit}"),
    "records": ("地図の記録({count}件)", "Records on the map ({count})"),
    "rest": (
        "ほか{count}件は表示していません。絞り込むか、一覧で見てください。",
        "{count} more are not shown. Narrow them down or use the list.",
    ),
    "nowhere": ("位置のない記録が{count}件あります", "{count} records have no place"),
    "none": ("位置のある記録がありません", "No record has a place"),
}
