"""What the kinds of screens show, one module a kind, and what several of them share.

The rest of the kit knows no kind by name, but what is true of those that are listed here.
"""

START = ["home"]
"""What opens first."""

ONE_RECORD = ["detail", "print"]
"""What shows one record, which the address names: no menu leads there, but other screens do."""

FROM_RECORDS = ["detail"]
"""What shows one record and is opened from where several are shown."""

ENTERING = ["form", "wizard"]
"""Where somebody enters a record; of several, the first of these is led to."""
