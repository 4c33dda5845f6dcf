"""Half-typed forms: kept for whoever types, so that nothing is lost by a restart or another role."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, select

from .catalogue import DRAFTS
from .clock import now


def draft(connection: Connection, visitor: str, place: str) -> dict[str, Any] | None:
    """Return what ``visitor`` has typed at ``place``, None when there is nothing."""
    found = connection.execute(select(DRAFTS.c.typed).where(_here(visitor, place))).scalar()
    return None if found is None else json.loads(found)


def write_draft(connection: Connection, visitor: str, place: str, typed: str | None) -> None:
    """Keep what ``visitor`` has typed at ``place``, JSON, and nothing else; None drops it."""
    connection.execute(delete(DRAFTS).where(_here(visitor, place)))
    if typed is not None:
        row = {"visitor": visitor, "place": place, "at": now(), "typed": typed}
        connection.execute(insert(DRAFTS).values(row))


def drop_all(connection: Connection) -> None:
    """Forget what everybody has typed."""
    connection.execute(delete(DRAFTS))


def _here(visitor: str, place: str) -> ColumnElement[bool]:
    return and_(DRAFTS.c.visitor == visitor, DRAFTS.c.place == place)
