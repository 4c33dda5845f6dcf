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
    "forbidden": ("このページは開けません", "This page is not open to you"),
    "error": ("このページを表示できませんでした", "This page could not be shown"),
    "what_now": (
        "メニューから選び直すか、ホームへ戻ってください。",
        "Choose another page from the menu, or go back to the first one.",
    ),
    "to_home": ("ホームへ戻る", "Back to the first page"),
    "failed": (
        "この画面を表示できませんでした。ほかの画面は使えます。",
        "This screen could not be shown. The others can be used.",
    ),
    "look_again": (
        "このままお待ちください。記録が読めるようになると、自動で表示します。",
        "Please wait. It is shown as soon as the records can be read.",
    ),
    "reading": (
        "記録を読んでいます。ほかの処理が終わるのを待っています",
        "Reading the records. Something else has to end first",
    ),
    "refused": (
        "この役割では開けない画面です。開ける役割: {roles}",
        "This role can't open the screen. Roles that can: {roles}",
    ),
    "reset": ("全員の記録を見本に戻す", "Bring everybody's records back to the samples"),
    "reset_question": (
        "参加している全員の記録を片づけて、見本データに戻しますか? 片づけた記録は、メニューからあとで戻せます。",
        "Put everybody's records away and go back to the sample data? The menu brings them back later.",
    ),
    "reset_done": (
        "全員の記録を見本データに戻しました。メニューの下から元に戻せます",
        "Everybody's records are back to the sample data. The foot of the menu takes that back",
    ),
    "undo_reset": ("片づけた記録を元に戻す", "Bring the records back that were put away"),
    "undo_reset_question": (
        "{moment}に片づけた全員の記録を元に戻しますか? 今ある記録は、入れ替わりに片づけます。",
        "Bring everybody's records back that were put away on {moment}? Those that are there now are put away instead.",
    ),
    "undo_reset_done": ("片づけた記録を元に戻しました", "The records are back"),
    "writing": (
        "保存しています。ほかの人の保存が終わるのを待っています",
        "Saving. Somebody else is saving as well, and that has to end first",
    ),
    "cancel": ("やめる", "Not now"),
}
