"""The screens of the prototype: every module of this folder is one.

``ORDER`` is the order of the menu. A screen that is not in it follows by its name, so a new module
needs no entry here.
"""

ORDER = [
    "home",
    "facility_list",
    "facility_detail",
    "facility_form",
    "vacancy",
    "booking_form",
    "desk_form",
    "booking_own",
    "booking_list",
    "payment_list",
    "booking_board",
    "booking_detail",
    "permit_print",
    "group_form",
    "group_list",
    "group_detail",
]
