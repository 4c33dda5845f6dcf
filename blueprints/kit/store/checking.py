"""The rules that a record must keep before it is written, with those only the database knows."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from ..fields.reference import Reference
from ..model.entity import Transition, problems, shown_fields
from ..model.field import Field
from ..texts import say
from .attachments import files_in
from .errors import REASON, NotValid
from .kept import ID, Kept, Model
from .storable import is_kept, misfit


def check(
    connection: Connection,
    model: Model,
    kept: Kept,
    values: Mapping[str, Any],
    changed: Collection[str],
    asked: Collection[str] | None = None,
    id: int | None = None,
) -> None:
    """Check ``values`` of the record ``id``, of which those in ``changed`` are new.

    With ``asked`` fields that neither were asked nor changed may break a rule. What is hidden by
    ``show_when`` is not checked. Raises NotValid.
    """
    keys = None if asked is None else [*asked, *changed]
    found = problems(kept.entity, values, keys)
    for field in shown_fields(kept.entity, values):
        value = values.get(field.key)
        if value is None or field.computed or field.key not in changed or field.key in found:
            continue
        wrong = _misfit(connection, field, value)
        wrong = wrong or _against_others(connection, model, kept, field, value, id)
        if wrong:
            found[field.key] = wrong
    _raise(_storable(connection, kept, values, changed, found))


def check_transition(
    connection: Connection,
    model: Model,
    kept: Kept,
    transition: Transition,
    values: Mapping[str, Any],
    changed: Collection[str],
    reason: str,
    id: int,
) -> None:
    """Check what a transition asks for: the fields that it requires, and a reason. Raises NotValid."""
    found: dict[str, str] = {}
    for key in transition.requires:
        field = kept.entity.fields.get(key)
        if field is None or field.computed:
            continue
        value = values.get(key)
        if value is None:
            found[key] = field.missing()
        elif wrong := replace(field, required=True).problems(value):
            found[key] = wrong[0]
    if transition.reason and not reason.strip():
        found[REASON] = say("store.reason")
    elif not is_kept(reason):
        found[REASON] = say("store.not_storable")
    try:
        check(connection, model, kept, values, changed, changed, id)
    except NotValid as error:
        found = error.problems | found
    _raise(found)


def refuse_gone(values: Mapping[str, Any], changed: Collection[str], gone: Collection[str]) -> None:
    """Refuse files whose contents are gone in the values that changed. Raises NotValid.

    What a record has been without for long keeps nobody from changing something else in it.
    """
    names = {
        key: item.name for key in changed for item in files_in(values.get(key)) if item.hash in gone
    }
    _raise({key: say("file.gone", name=name) for key, name in names.items()})


def _against_others(
    connection: Connection, model: Model, kept: Kept, field: Field[Any], value: Any, id: int | None
) -> str | None:
    """Return what is wrong with a value in view of the other records."""
    if isinstance(field, Reference):
        target = model.target(field)
        if target is None or not _exists(connection, target, value):
            return say("invalid.no_record")
    if field.unique:
        same = select(kept.table.c[ID]).where(kept.columns[field.key] == field.to_column(value))
        if id is not None:
            same = same.where(kept.table.c[ID] != id)
        if connection.execute(same.limit(1)).first() is not None:
            return say("invalid.not_unique", title=field.title)
    return None


def _exists(connection: Connection, kept: Kept, id: int) -> bool:
    found = select(kept.table.c[ID]).where(kept.table.c[ID] == id)
    return connection.execute(found).first() is not None


def _storable(
    connection: Connection,
    kept: Kept,
    values: Mapping[str, Any],
    changed: Collection[str],
    found: Mapping[str, str],
) -> dict[str, str]:
    """Add hidden values that the database can't keep: they are not judged, but they are kept."""
    wrong = dict(found)
    for key in changed:
        field = kept.entity.fields[key]
        if key not in wrong and values.get(key) is not None:
            reason = _misfit(connection, field, values[key])
            wrong |= {key: reason} if reason else {}
    return wrong


def _misfit(connection: Connection, field: Field[Any], value: Any) -> str | None:
    return misfit(field.column(), field.to_column(value), connection.dialect)


def _raise(found: Mapping[str, str]) -> None:
    if found:
        raise NotValid(found)
