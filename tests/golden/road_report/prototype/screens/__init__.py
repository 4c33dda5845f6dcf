"""The screens of the prototype: every module of this folder is one.

``ORDER`` is the order of the menu. A screen that is not in it follows by its name, so a new module
needs no entry here.
"""

ORDER = [
    "home",
    "report_form",
    "report_public",
    "report_public_detail",
    "desk_form",
    "patrol_form",
    "report_list",
    "report_board",
    "status",
    "report_map",
    "report_detail",
    "work_form",
    "work_list",
    "work_detail",
    "road_list",
    "road_form",
    "road_detail",
]
