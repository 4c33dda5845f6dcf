"""Maps."""

TEXTS = {
    "map": (
        "{title}(矢印キーで動かし、+と-で拡大・縮小します)",
        "{title} (arrow keys move it, + and - zoom)",
    ),
    "closer": ("拡大", "Zoom in"),
    "farther": ("縮小", "Zoom out"),
    "whole": ("全体", "All"),
    "centre": ("真ん中を選ぶ", "Choose the centre"),
    "choose": ("{title}を地図で選ぶ", "Choose {title} on a map"),
    "take": ("この位置にする", "Use this place"),
    "close": ("閉じる", "Close"),
    "count": ("{count}件", "×{count}"),
    "many": ("{count}件の記録(近づいて見る)", "{count} records (zoom in)"),
    "credit": ("出典: {credit}", "Map: {credit}"),
    "records": ("地図の記録({count}件)", "Records on the map ({count})"),
    "rest": (
        "ほか{count}件は表示していません。絞り込むか、一覧で見てください。",
        "{count} more are not shown. Narrow the search or use the list.",
    ),
    "nowhere": ("位置のない記録が{count}件あります", "{count} records have no location"),
    "none": ("位置のある記録がありません", "No records have a location"),
}
