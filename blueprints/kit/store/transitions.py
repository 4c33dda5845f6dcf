"""Moving a record from one state to another: who may, from which states, and what is required."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row

from ..model.entity import Entity, Transition
from ..texts import say
from .checking import check_transition, refuse_gone
from .errors import Conflict, Refused
from .history import TAKEN
from .kept import ID, STATE, E, Kept, Model
from .saving import cleaned, locked_row, one_at_a_time, write_change


@dataclass(frozen=True)
class TransitionRequest:
    """A transition that somebody asks for: which, in which role, why, and what was filled in.

    ``gone`` are the hashes of files that were filled in and are not there any more.
    """

    transition: str
    role: str | None
    who: str
    reason: str
    values: Mapping[str, Any]
    gone: Collection[str] = ()


def take(connection: Connection, model: Model, record: E, request: TransitionRequest) -> E:
    """Take ``record`` on and return it as it is then. ``record`` itself stays as it is.

    Raises Refused, NotValid, Conflict or Unavailable.
    """
    kept = model.of(type(record))
    one_at_a_time(connection, kept)
    row = locked_row(connection, kept, record.id)
    transition = _allowed(kept, record, row, request)
    before, given = kept.values_of(row), cleaned(kept, request.values)
    seen = cleaned(kept, record.values)
    if any(before[key] != seen.get(key) for key in given):
        raise Conflict(kept.record_of(row, type(record)))
    changed = [key for key, value in given.items() if value != before[key]]
    after = before | given | {"state": transition.to}
    reason = request.reason.strip()
    id: int = row._mapping[ID]
    refuse_gone(given, changed, request.gone)
    check_transition(connection, model, kept, transition, after, changed, reason, id)
    done = {"who": request.who, "action": TAKEN, "title": transition.title, "reason": reason}
    write_change(connection, model, kept, row, after, **done)
    return kept.record_of(locked_row(connection, kept, id), type(record))


def _allowed(kept: Kept, record: Entity, row: Row[Any], request: TransitionRequest) -> Transition:
    """Return the transition if the record may take it now.

    A record that is in another state than the one that was seen has been taken on by somebody else.
    """
    transition = kept.entity.flow.transitions.get(request.transition)
    if transition is None:
        raise Refused(say("store.no_transition"))
    state = row._mapping[STATE]
    if state != record.state:
        raise Conflict(kept.record_of(row, type(record)))
    if state not in transition.from_:
        title = kept.state_title(state)
        raise Refused(say("store.not_from_here", title=transition.title, state=title))
    if not transition.offered(state, request.role):
        raise Refused(say("store.not_your_role", title=transition.title))
    return transition
