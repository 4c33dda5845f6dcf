"""The screens of the prototype: every module of this folder is one.

``ORDER`` is the order of the menu. A screen that is not in it follows by its name, so a new module
needs no entry here.
"""

ORDER = [
    "home",
    "damage_form",
    "damage_list",
    "damage_detail",
    "damage_map",
    "season",
    "permit_form",
    "permit_list",
    "permit_detail",
    "capture_form",
    "capture_list",
    "capture_board",
    "payment_list",
    "capture_detail",
    "captor_list",
    "captor_form",
    "captor_detail",
]
