"""How the entities of a spec are written in ``model.py``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from generator.naming import class_identifier, distinct, identifier
from generator.pycode import Call, Expression, Name, Table, call
from generator.spec.model import Condition, Entity, EntityField, Spec, State, Transition
from generator.spec.vocabulary import FieldType, Vocabulary

from .memory import Memory

# What every class of an entity has already, and what its body names.
RESERVED: tuple[str, ...] = (
    *("about", "created_at", "fields", "flow", "id", "label", "state", "updated_at"),
    *("values", "version", "About", "Entity", "Flow", "State", "Transition"),
)
_SCREEN_NAMES = ("Screen", "View")

_PLAIN: tuple[str, ...] = (
    *("help", "required", "unique", "min_length", "max_length", "entity", "format", "formula"),
    *("unit", "many", "max_count", "max_size", "feature", "personal"),
)


@dataclass(frozen=True)
class FieldPlan:
    """A field as the generated source names it."""

    key: str
    name: str
    type: str
    spec: EntityField
    declaration: Call
    wide: bool
    filterable: bool
    computed: bool
    dated: bool

    @property
    def class_name(self) -> str:
        """The class of the field's type in the kit."""
        return self.declaration.name


@dataclass(frozen=True)
class EntityPlan:
    """An entity as the generated source names and declares it."""

    key: str
    class_name: str
    spec: Entity
    about: Call
    fields: tuple[FieldPlan, ...]
    flow: Call | None

    @property
    def title(self) -> str:
        """The title of the entity."""
        return self.spec.title

    def field(self, key: str) -> FieldPlan | None:
        """Return the field of ``key``, None for those every record has (``state``, …)."""
        return self._by_key.get(key)

    def target(self, key: str) -> Name:
        """Return what a screen names the field of ``key``: ``Report.kind``."""
        field = self.field(key)
        return Name(f"{self.class_name}.{field.name if field else key}")

    @cached_property
    def _by_key(self) -> dict[str, FieldPlan]:
        return {field.key: field for field in self.fields}


@dataclass(frozen=True)
class ModelPlan:
    """All of ``model.py``."""

    entities: tuple[EntityPlan, ...]

    @property
    def kit_names(self) -> tuple[str, ...]:
        """What the module needs of the kit's entities."""
        flows = [entity.flow for entity in self.entities if entity.flow]
        return (
            "About",
            "Entity",
            *(["Flow"] if flows else []),
            *(c for f in flows for c in _calls(f)),
        )

    @property
    def field_names(self) -> tuple[str, ...]:
        """The classes of the field types in use."""
        return tuple(field.class_name for entity in self.entities for field in entity.fields)


def _calls(flow: Call) -> set[str]:
    return {part.name for part in flow.args if isinstance(part, Call)}


def plan_entities(spec: Spec, vocabulary: Vocabulary, memory: Memory) -> dict[str, EntityPlan]:
    """Return every entity of ``spec`` by its key.

    Fields whose type is not built yet are left out; loading the spec reported them.
    """
    types = vocabulary.field_types
    reserved = (*RESERVED, *_SCREEN_NAMES, *(class_of(kind) for kind in types.values()))
    names = distinct(map(class_identifier, spec.entities), reserved)
    return {
        key: memory.recall(
            "entity", key, (name, entity), partial(_plan_entity, key, name, entity, types)
        )
        for (key, entity), name in zip(spec.entities.items(), names, strict=True)
    }


def class_of(field_type: FieldType) -> str:
    """Return the name of the kit's class for a field type."""
    return field_type.__name__


def _plan_entity(
    key: str, class_name: str, entity: Entity, types: Mapping[str, FieldType]
) -> EntityPlan:
    built = {name: field for name, field in entity.fields.items() if field.type in types}
    # A field named like a class of the kit would hide it from the fields after it.
    reserved = (*RESERVED, *sorted({class_of(types[field.type]) for field in built.values()}))
    names = distinct_fields(list(built), reserved)
    fields = tuple(
        _plan_field(field_key, name, field, types[field.type])
        for (field_key, field), name in zip(built.items(), names, strict=True)
    )
    return EntityPlan(
        key=key,
        class_name=class_name,
        spec=entity,
        about=_about(key, entity),
        fields=fields,
        flow=_flow(entity) if entity.states else None,
    )


def distinct_fields(keys: list[str], reserved: tuple[str, ...]) -> list[str]:
    """Return the attribute names of fields; only an exact clash with ``reserved`` counts."""
    taken = set(reserved)
    names = [f"{name}_" if name in taken else name for name in map(identifier, keys)]
    return distinct(names)


def _plan_field(key: str, name: str, field: EntityField, kind: FieldType) -> FieldPlan:
    class_name = class_of(kind)
    settings: dict[str, Expression] = {"key": "" if key == name else key}
    for plain in _PLAIN:
        settings[plain] = getattr(field, plain)
    for typed in ("default", "min", "max"):
        settings[typed] = _typed(getattr(field, typed), class_name, kind.read)
    if field.pattern:
        settings |= {"pattern": field.pattern.regex, "pattern_message": field.pattern.message}
    settings |= {"choices": field.choices, "accept": field.accept, "was": field.was}
    settings |= {name: _condition(getattr(field, name)) for name in ("show_when", "required_when")}
    return FieldPlan(
        key=key,
        name=name,
        type=field.type,
        spec=field,
        declaration=call(class_name, field.title, **settings),
        wide=getattr(kind, "wide", False),
        filterable=getattr(kind, "filterable", False),
        computed=getattr(kind, "computed", False),
        dated=hasattr(kind, "day") or field.type == "year_month",
    )


def _typed(raw: str | None, class_name: str, read: Callable[[str], object]) -> Expression:
    """Return the value of ``raw`` as a literal, or as a call that reads it from its text.

    A value like a date has no literal, and a class name in the body of the entity could be hidden
    by a field of the same name; the class of the type never is.
    """
    if raw is None:
        return None
    value = read(raw)
    if isinstance(value, bool | int | str):
        return value
    if isinstance(value, tuple) and all(isinstance(item, str) for item in value):
        return value
    return call(f"{class_name}.read", raw)


def _condition(condition: Condition) -> Table:
    return Table(tuple(condition.items()))


def _about(key: str, entity: Entity) -> Call:
    rows: tuple[Expression, ...] = tuple(
        Table(tuple((name, _one_or_many(texts)) for name, texts in row.items()))
        for row in entity.rows
    )
    return call(
        "About",
        key,
        title=entity.title,
        label=entity.label,
        samples=None if rows else entity.samples,
        rows=rows,
        was=entity.was,
    )


def _one_or_many(texts: tuple[str, ...]) -> Expression:
    return texts[0] if len(texts) == 1 else texts


def _flow(entity: Entity) -> Call:
    states = [_state(key, state) for key, state in entity.states.items()]
    transitions = [_transition(key, item) for key, item in entity.transitions.items()]
    return call("Flow", *states, *transitions)


def _state(key: str, state: State) -> Call:
    title = () if state.title == key else (state.title,)
    return call("State", key, *title, initial=state.initial, final=state.final, was=state.was)


def _transition(key: str, transition: Transition) -> Call:
    settings: dict[str, Any] = {
        name: getattr(transition, name)
        for name in ("from_", "to", "by", "requires", "reason", "feature")
    }
    return call("Transition", key, transition.title, **settings)
