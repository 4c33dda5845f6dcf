"""What happened to a record: who made it, changed it or took it on, when, and what it was before."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from ..model.entity import Entity
from ..texts import say
from .catalogue import HISTORY
from .kept import Kept

CREATED, CHANGED, TAKEN = "created", "changed", "taken"


@dataclass(frozen=True)
class Change:
    """One thing that happened to a record.

    ``at`` is as the clocks in Japan show it. ``action`` is the title of the transition as it was
    called then, or that the record was added or changed. ``changes`` holds the title of each field
    with its text before and after.
    """

    at: datetime
    who: str
    action: str
    reason: str
    changes: Sequence[tuple[str, str, str]]


def differences(
    entity: type[Entity], before: Mapping[str, str], after: Mapping[str, str]
) -> Sequence[tuple[str, str, str, str]]:
    """Return key, title and both texts of every field that reads differently."""
    titles = {"state": entity.state.title} | {
        key: field.title for key, field in entity.fields.items()
    }
    return [
        (key, title, before.get(key, ""), after.get(key, ""))
        for key, title in titles.items()
        if before.get(key, "") != after.get(key, "")
    ]


def entry(
    kept: Kept,
    record_id: int,
    *,
    at: datetime,
    who: str,
    action: str,
    title: str = "",
    reason: str = "",
    changes: Sequence[tuple[str, str, str, str]] = (),
    sample: bool = False,
) -> dict[str, Any]:
    """Return a row of the history table."""
    return {
        "table_name": kept.table_name,
        "record_id": record_id,
        "at": at,
        "who": who,
        "action": action,
        "title": title,
        "reason": reason,
        "changes": json.dumps(changes),
        "sample": sample,
    }


def remember(connection: Connection, entries: Sequence[dict[str, Any]]) -> None:
    """Write entries into the history."""
    if entries:
        connection.execute(insert(HISTORY), entries)


def history(connection: Connection, kept: Kept, record_id: int) -> list[Change]:
    """Return what happened to a record, newest first."""
    here = (HISTORY.c.table_name == kept.table_name) & (HISTORY.c.record_id == record_id)
    rows = connection.execute(select(HISTORY).where(here).order_by(HISTORY.c.id.desc()))
    return [
        Change(
            at=row.at,
            who=row.who,
            action=row.title if row.action == TAKEN else say(f"store.{row.action}"),
            reason=row.reason,
            changes=[(title, before, after) for _, title, before, after in json.loads(row.changes)],
        )
        for row in rows
    ]
