"""The records of the prototype: kept in a database, checked, found again, never lost.

Everything goes through :class:`Store`. The modules below it: ``database`` (connection,
transactions), ``catalogue`` and ``migrate`` (which column keeps which field, and what to do when
the spec changes), ``query`` (search, filters), ``order`` (sorting, pages), ``adding`` (counts and
sums), ``daily`` (records by days), ``saving`` (rules, transitions, numbers, history),
``draft_writer`` (half-typed forms) and ``samples`` (records to look at before anybody has typed
one).
"""

from __future__ import annotations

from .aggregates import Group, Groups
from .daily import DayOfRecords, Span
from .errors import REASON, Conflict, NotValid, Refused, StoreError, Unavailable
from .history import Change
from .patience import patiently
from .query import Page, Query
from .shown import Shown
from .store import Store

__all__ = [
    "REASON",
    "Change",
    "Conflict",
    "DayOfRecords",
    "Group",
    "Groups",
    "NotValid",
    "Page",
    "Query",
    "Refused",
    "Shown",
    "Span",
    "Store",
    "StoreError",
    "Unavailable",
    "patiently",
]
