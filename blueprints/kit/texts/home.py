"""The first screen."""

TEXTS = {
    "steps": ("{role}の仕事", "Tasks for {role}"),
    "screens": ("画面", "Screens"),
    "waiting": ("{count}件待ち", "{count} waiting"),
    "none": ("待ちはありません", "None waiting"),
    "deadline": ("期限: {deadline}", "Deadline: {deadline}"),
}
