"""Header, menu and messages."""

TEXTS = {
    "menu": ("メニュー", "Menu"),
    "role": ("役割", "Role"),
    "as_role": ("{role}として見る", "View as {role}"),
    "phase": ("期", "Phase"),
    "all_phases": ("すべての期", "All phases"),
    "until_phase": ("{phase}まで", "Up to {phase}"),
    "undecided": ("未決", "Undecided"),
    "out": ("対象外", "Out of scope"),
    "comma": ("、", ", "),
    "not_found": ("このページはありません", "This page does not exist"),
    "forbidden": ("このページは開けません", "You don't have access to this page"),
    "error": ("このページを表示できませんでした", "This page could not be shown"),
    "what_now": (
        "メニューから選び直すか、ホームへ戻ってください。",
        "Choose another page from the menu, or go back to the home page.",
    ),
    "to_home": ("ホームへ戻る", "Back to the home page"),
    "failed": (
        "この画面を表示できませんでした。ほかの画面は使えます。",
        "This screen could not be shown. The other screens still work.",
    ),
    "look_again": (
        "このままお待ちください。記録が読めるようになると、自動で表示します。",
        "Please wait. It will appear as soon as the records can be read.",
    ),
    "reading": (
        "記録を読んでいます。ほかの処理が終わるのを待っています",
        "Reading the records. Waiting for another task to finish",
    ),
    "refused": (
        "この役割では開けない画面です。開ける役割: {roles}",
        "This role can't open this screen. Roles that can: {roles}",
    ),
    "reset": ("全員の記録を見本に戻す", "Reset everybody's records to the sample data"),
    "reset_question": (
        "参加している全員の記録を片づけて、見本データに戻しますか? 片づけた記録は、メニューからあとで戻せます。",
        "Set aside everybody's records and go back to the sample data? You can restore them later from the menu.",
    ),
    "reset_done": (
        "全員の記録を見本データに戻しました。メニューの下から元に戻せます",
        "Everybody's records are back to the sample data. You can undo this at the bottom of the menu",
    ),
    "undo_reset": ("片づけた記録を元に戻す", "Restore the records that were set aside"),
    "undo_reset_question": (
        "{moment}に片づけた全員の記録を元に戻しますか? 今ある記録は、入れ替わりに片づけます。",
        "Restore everybody's records that were set aside on {moment}? The current records will be set aside instead.",
    ),
    "undo_reset_done": ("片づけた記録を元に戻しました", "The records have been restored"),
    "writing": (
        "保存しています。ほかの人の保存が終わるのを待っています",
        "Saving. Waiting for somebody else's save to finish",
    ),
    "cancel": ("やめる", "Cancel"),
}
