"""The screens of the prototype: every module of this folder is one.

``ORDER`` is the order of the menu. A screen that is not in it follows by its name, so a new module
needs no entry here.
"""

ORDER = [
    "home",
    "booking_form",
    "booking_list",
    "booking_board",
    "booking_calendar",
    "use",
    "booking_detail",
    "room_list",
    "room_detail",
]
