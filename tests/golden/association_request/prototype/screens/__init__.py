"""The screens of the prototype: every module of this folder is one.

``ORDER`` is the order of the menu. A screen that is not in it follows by its name, so a new module
needs no entry here.
"""

ORDER = [
    "home",
    "guide",
    "request_wizard",
    "request_form",
    "request_own",
    "request_list",
    "request_board",
    "request_map",
    "due_calendar",
    "progress",
    "request_detail",
    "section_form",
    "visit_form",
    "visit_list",
    "visit_detail",
    "association_list",
    "association_form",
    "association_detail",
    "town_list",
    "town_detail",
]
