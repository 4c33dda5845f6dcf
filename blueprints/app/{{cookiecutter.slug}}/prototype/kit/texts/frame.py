"""Header, menu and messages."""

TEXTS = {
    "menu": ("メニュー", "Menu"),
    "role": ("役割", "Role"),
    "as_role": ("{role}として見る", "Seen as {role}"),
    "phase": ("期", "Phase"),
    "all_phases": ("すべての期", "All phases"),
    "until_phase": ("{phase}まで", "Until {phase}"),
    "undecided": ("未決", "Undecided"),
    "out": ("対象外", "Out of scope"),
    "comma": ("、", ", "),
    "not_found": ("このページはありません", "There is no such page"),
    "to_home": ("ホームへ戻る", "Back to the first page"),
    "failed": (
        "この画面を表示できませんでした。ほかの画面は使えます。",
        "This screen could not be shown. The others can be used.",
    ),
    "refused": (
        "この役割では開けない画面です。開ける役割: {roles}",
        "This role can't open the screen. Roles that can: {roles}",
    ),
    "reset": ("見本データに戻す", "Back to the sample data"),
    "reset_question": (
        "入力した記録をすべて消して、見本データに戻しますか?",
        "Throw away every record that was typed and go back to the sample data?",
    ),
    "reset_done": ("見本データに戻しました", "The sample data is back"),
    "writing": (
        "保存しています。ほかの人の保存が終わるのを待っています",
        "Saving. Somebody else is saving as well, and that has to end first",
    ),
    "cancel": ("やめる", "Not now"),
}
