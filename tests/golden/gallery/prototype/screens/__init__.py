"""The screens of the prototype: every module of this folder is one.

``ORDER`` is the order of the menu. A screen that is not in it follows by its name, so a new module
needs no entry here.
"""

ORDER = [
    "home",
    "guide",
    "item_form",
    "item_steps",
    "item_list",
    "item_detail",
    "item_board",
    "item_calendar",
    "item_map",
    "item_print",
    "numbers",
    "shelf_list",
    "shelf_form",
    "shelf_detail",
]
