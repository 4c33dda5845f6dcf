"""Where a screen, a condition, a label or a formula names a field, the entity must have it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from generator.spec.judge import judged_value
from generator.spec.model import Condition, Entity, EntityField, Screen, Spec
from generator.spec.problems import Finding, Path, Words, unknown
from generator.spec.vocabulary import RECORD_FIELDS, Vocabulary

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")


class Uses:
    """Looks up the fields of one entity, and the values that are compared with them."""

    def __init__(self, key: str, entity: Entity, vocabulary: Vocabulary) -> None:
        self.entity = entity
        self.path: Path = ("entities", key)
        self.vocabulary = vocabulary
        self._known = dict.fromkeys(entity.fields) | dict.fromkeys(record_fields(entity))

    def named(
        self, path: Path, names: Iterable[str], known: Collection[str] | None = None
    ) -> Iterator[Finding]:
        """Find the names that are no field."""
        known = self._known if known is None else known
        for name in names:
            if name not in known:
                states = [(*self.path, "states")] if name == "state" else []
                wanted = ((*self.path, "fields", name), *states)
                yield unknown("field", path, name, known, *wanted, at_text=name)

    def condition(self, path: Path, condition: Condition) -> Iterator[Finding]:
        """Find fields that aren't there, and values that those fields can't have."""
        for name, texts in condition.items():
            here = (*path, name)
            if name not in self._known:
                values = {"name": name, "known": Words(self._known, name)}
                wanted = ((*self.path, "fields", name),)
                yield Finding("unknown_field", here, values, at_key=True, depends_on=wanted)
            for text in texts:
                yield from self.value(here, name, text)
            if not texts:
                yield Finding("empty_list", here, {"key": name}, at_key=True)

    def value(self, path: Path, name: str, text: str) -> Iterator[Finding]:
        """Find out whether ``text`` can be a value of the field ``name``."""
        if name == "state" and self.entity.states and text not in self.entity.states:
            states = (*self.path, "states", text)
            yield unknown("state", path, text, self.entity.states, states, at_text=text)
        field = self.entity.fields.get(name)
        kind = self.vocabulary.field_types.get(field.type) if field else None
        if field and kind and not field.entity and text:
            own = (*self.path, "fields", name)
            yield from judged_value(path, field, kind, text, own)


def record_fields(entity: Entity) -> tuple[str, ...]:
    """Return what every record of ``entity`` has beside its own fields."""
    return tuple(name for name in RECORD_FIELDS if name != "state" or entity.states)


def check(spec: Spec, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Look up every field that is named, and the values that conditions ask for."""
    uses = {key: Uses(key, entity, vocabulary) for key, entity in spec.entities.items()}
    for own in uses.values():
        yield from _entity(own)
    for key, screen in spec.screens.items():
        path: Path = ("screens", key)
        if screen.entity in uses:
            yield from _screen(path, screen, uses[screen.entity])
        for index, tile in enumerate(screen.tiles):
            counted = uses.get(tile.entity or "")
            if counted is not None:
                here = (*path, "tiles", index)
                yield from counted.named((*here, "by"), [tile.by] if tile.by else [])
                yield from counted.named((*here, "of"), [tile.of] if tile.of else [])
                yield from counted.condition((*here, "where"), tile.where)


def _entity(uses: Uses) -> Iterator[Finding]:
    entity = uses.entity
    for key, field in entity.fields.items():
        here = (*uses.path, "fields", key)
        yield from uses.condition((*here, "show_when"), field.show_when)
        yield from uses.condition((*here, "required_when"), field.required_when)
        yield from _formula((*here, "formula"), field, uses)
    yield from uses.named((*uses.path, "label"), _PLACEHOLDER.findall(entity.label or ""))


def _formula(path: Path, field: EntityField, uses: Uses) -> Iterator[Finding]:
    """A formula names fields of this entity that are numbers."""
    names = _PLACEHOLDER.findall(field.formula or "")
    yield from uses.named(path, names, uses.entity.fields)
    for name in names:
        other = uses.entity.fields.get(name)
        kind = uses.vocabulary.field_types.get(other.type) if other else None
        if kind is not None and not getattr(kind, "numeric", True):
            by = (*uses.path, "fields", name, "type")
            values = {"name": name, "type": kind.name}
            yield Finding("formula_no_number", path, values, at_text=name, depends_on=(by,))


def _screen(path: Path, screen: Screen, uses: Uses) -> Iterator[Finding]:
    for part in ("columns", "filters", "fields"):
        for index, use in enumerate(getattr(screen, part)):
            yield from uses.named((*path, part, index), [use.field])
    if screen.sort:
        yield from uses.named((*path, "sort"), [screen.sort.removeprefix("-")])
    for part in ("by", "date", "location"):
        name = getattr(screen, part)
        yield from uses.named((*path, part), [name] if name else [])
    for key, step in screen.steps.items():
        for index, name in enumerate(step.fields):
            yield from uses.named((*path, "steps", key, "fields", index), [name])
    for part in screen.traits.fields_named_in:
        names = _PLACEHOLDER.findall(getattr(screen, part) or "")
        yield from uses.named((*path, part), names)
    yield from uses.condition((*path, "where"), screen.where)
