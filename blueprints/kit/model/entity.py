"""What an entity is: fields that are kept, states it goes through, transitions between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from ..texts import say
from .field import Condition, Field, Invalid

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True)
class About:
    """How an entity is called: its key in the spec, its title, and the label of one record."""

    key: str
    _: KW_ONLY
    title: str
    label: str = ""
    samples: int = 0
    rows: Sequence[Mapping[str, Any]] = ()
    was: Sequence[str] = ()


@dataclass(frozen=True)
class State:
    """A state that a record can be in."""

    key: str
    title: str = ""
    _: KW_ONLY
    initial: bool = False
    final: bool = False
    was: Sequence[str] = ()


@dataclass(frozen=True)
class Transition:
    """A way from one state to another: who may take it and what it asks for.

    ``by`` holds role keys, empty means everybody; ``requires`` holds keys of fields that must be
    filled before the transition is taken.
    """

    key: str
    title: str
    _: KW_ONLY
    from_: Sequence[str]
    to: str
    by: Sequence[str] = ()
    requires: Sequence[str] = ()
    reason: bool = False
    feature: str = ""

    def offered(self, state: str | None, role: str | None) -> bool:
        """Tell whether ``role`` may take this transition from ``state``."""
        return state in self.from_ and (not self.by or role is None or role in self.by)


class Flow:
    """The states of an entity and the transitions between them, in the order of the spec."""

    def __init__(self, *parts: State | Transition) -> None:
        self.states = {part.key: part for part in parts if isinstance(part, State)}
        self.transitions = {part.key: part for part in parts if isinstance(part, Transition)}

    @property
    def initial(self) -> str | None:
        """The state of a new record: the one marked initial, else the first, None without states."""
        marked = [state.key for state in self.states.values() if state.initial]
        return next(iter(marked or self.states), None)

    def offered(self, state: str | None, role: str | None) -> list[Transition]:
        """Return the transitions that ``role`` may take from ``state``."""
        return [t for t in self.transitions.values() if t.offered(state, role)]


class StateField(Field[str]):
    """The state of a record, shown and filtered like a field, changed only by transitions."""

    name = "state"
    computed = True
    filterable = True
    grouped = True

    @property
    def title(self) -> str:
        """What people call it, in the language of the prototype."""
        return say("value.state")

    @title.setter
    def title(self, title: str) -> None:
        """Keep the one title that every state has."""

    @classmethod
    def read(cls, text: str) -> str:
        """Return the key of the state."""
        return text


class MomentField(Field[datetime]):
    """When a record was made or last changed: kept by the store, shown like a field."""

    name = "moment"
    computed = True

    @property
    def title(self) -> str:
        """What people call it, in the language of the prototype."""
        return say(f"value.{self.key}")

    @title.setter
    def title(self, title: str) -> None:
        """Keep the one title that every such moment has."""

    @staticmethod
    def day(value: datetime) -> date:
        """Return the day, by which calendars and charts take it."""
        return value.date()

    def show(self, value: datetime | None) -> str:
        """Return day and time as the language writes them."""
        if value is None:
            return ""
        day = say("value.date", year=value.year, month=value.month, day=value.day)
        return f"{day} {value:%H:%M}"


class Entity:
    """A kind of record. A subclass declares ``about``, its fields and, with states, ``flow``.

    A record is an instance: ``values`` holds its fields by key, ``id`` is None until it is saved,
    ``version`` counts its changes.
    """

    about: ClassVar[About]
    flow: ClassVar[Flow] = Flow()
    fields: ClassVar[Mapping[str, Field[Any]]] = {}
    state = StateField("")
    created_at = MomentField("")
    updated_at = MomentField("")

    def __init__(
        self,
        values: Mapping[str, Any] | None = None,
        *,
        id: int | None = None,
        version: int = 0,
        created_at: datetime | None = None,
        updated_at: datetime | None = None,
    ) -> None:
        self.values: dict[str, Any] = dict(values or {})
        self.id = id
        self.version = version
        self.created_at = created_at
        self.updated_at = updated_at

    def __init_subclass__(cls) -> None:
        """Collect the fields that the subclass declares, by key and in order."""
        declared = (value for value in vars(cls).values() if isinstance(value, Field))
        cls.fields = {item.key: item for item in declared}

    @property
    def label(self) -> str:
        """How this record is called: the entity's label with the record's values filled in."""
        template = self.about.label or "".join(f"{{{key}}}" for key in list(self.fields)[:1])
        known = {**self.fields, "state": type(self).state}

        def shown(match: re.Match[str]) -> str:
            found = known.get(match[1])
            return found.show(self.values.get(match[1])) if found else match[0]

        return _PLACEHOLDER.sub(shown, template).strip() or f"#{self.id}"


def fulfilled(condition: Condition, entity: type[Entity], values: Mapping[str, Any]) -> bool:
    """Tell whether ``values`` fulfil a ``show_when`` or ``required_when`` condition.

    An empty condition is fulfilled. The texts are read as the field reads them, an empty one means
    no value. A field that holds several words fulfils the condition with any of them.
    """
    return all(
        _is_any_of(wanted, entity.fields.get(key), values.get(key))
        for key, wanted in condition.items()
    )


def _is_any_of(texts: Sequence[str], field: Field[Any] | None, value: Any) -> bool:
    if isinstance(value, list | tuple) and value:
        return not set(texts).isdisjoint(value)
    if field is None or value is None or value == ():
        return str(value or "") in texts
    return any(_means(text, field, value) for text in texts)


def _means(text: str, field: Field[Any], value: Any) -> bool:
    try:
        return bool(field.read(text) == value)
    except ValueError:
        return False


def shown_fields(entity: type[Entity], values: Mapping[str, Any]) -> Iterator[Field[Any]]:
    """Yield the fields whose ``show_when`` the values fulfil."""
    return (f for f in entity.fields.values() if fulfilled(f.show_when, entity, values))


def is_required(field: Field[Any], entity: type[Entity], values: Mapping[str, Any]) -> bool:
    """Tell whether ``field`` must be filled, given the record's other values."""
    return field.required or bool(
        field.required_when and fulfilled(field.required_when, entity, values)
    )


def problems(
    entity: type[Entity], values: Mapping[str, Any], keys: Sequence[str] | None = None
) -> dict[str, str]:
    """Return the first thing wrong with each field, by key; an empty mapping when all is fine.

    ``keys`` limits the check to the fields that were asked; a hidden field is never wrong.
    """
    found: dict[str, str] = {}
    for field in shown_fields(entity, values):
        if field.computed or (keys is not None and field.key not in keys):
            continue
        value = values.get(field.key)
        if value is None and is_required(field, entity, values):
            found[field.key] = field.missing()
        elif value is not None and (wrong := field.problems(value)):
            found[field.key] = wrong[0]
    return found


__all__ = [
    "About",
    "Entity",
    "Flow",
    "Invalid",
    "State",
    "StateField",
    "Transition",
    "fulfilled",
    "is_required",
    "problems",
    "shown_fields",
]
