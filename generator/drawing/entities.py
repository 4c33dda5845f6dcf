"""What is kept about each kind of record, and which refers to which, with how many at each end."""

from __future__ import annotations

from collections.abc import Iterator

from generator.messages import text
from generator.spec.model import Entity, EntityField, Spec

from .drawing import Drawing
from .mermaid import escaped, word

_MOST_FIELDS = 6
"""Fields of an entity that was not chosen: more would hide how the entities hang together."""


def choices(spec: Spec) -> dict[str, str]:
    """Return all entities together, then each of them with those around it."""
    titles = {key: entity.title for key, entity in spec.entities.items()}
    if not titles:
        return {}
    return {"": text("drawing.all_entities")} | titles


def draw(spec: Spec, chosen: str) -> Drawing:
    """Draw the entity ``chosen`` with those it is linked with, or all when it is empty."""
    near = _near(spec, chosen)
    heads = ("entity", "field", "type", "required", "refers_to")
    return Drawing(
        "\n".join(_lines(spec, near, chosen)),
        tuple(text(f"drawing.{head}") for head in heads),
        tuple(_rows(spec, [chosen] if chosen else list(spec.entities))),
    )


def _near(spec: Spec, chosen: str) -> list[str]:
    if not chosen:
        return list(spec.entities)
    return [
        key
        for key, entity in spec.entities.items()
        if chosen in (key, *_targets(entity)) or key in _targets(spec.entities[chosen])
    ]


def _targets(entity: Entity) -> list[str]:
    return [field.entity for field in entity.fields.values() if _refers(field) and field.entity]


def _refers(field: EntityField) -> bool:
    return field.type == "reference" and bool(field.entity)


def _lines(spec: Spec, near: list[str], chosen: str) -> Iterator[str]:
    ids = {key: f"e{number}" for number, key in enumerate(spec.entities)}
    yield "erDiagram"
    yield "direction LR"
    for key in near:
        entity = spec.entities[key]
        yield f'{ids[key]}["{escaped(entity.title)}"] {{'
        shown = dict(entity.fields) if key == chosen else _main_fields(entity)
        yield from (_field(spec, field) for field in shown.values())
        if rest := len(entity.fields) - len(shown):
            yield f"{word(text('drawing.more', count=rest))} {word('…')}"
        yield "}"
    for key in near:
        for field in spec.entities[key].fields.values():
            if _refers(field) and field.entity in near:
                ends = f"{_many_here(field)}--{_one_there(field)}"
                yield f'{ids[key]} {ends} {ids[field.entity]} : "{escaped(field.title)}"'


def _main_fields(entity: Entity) -> dict[str, EntityField]:
    """Return the first fields, and all that refer to other records."""
    first = list(entity.fields)[:_MOST_FIELDS]
    return {key: field for key, field in entity.fields.items() if key in first or _refers(field)}


def _field(spec: Spec, field: EntityField) -> str:
    required = f' "{escaped(text("drawing.is_required"))}"' if field.required else ""
    return f"{word(field.title)} {word(_type(spec, field))}{required}"


def _many_here(field: EntityField) -> str:
    return "|o" if field.unique else "}o"


def _one_there(field: EntityField) -> str:
    return "||" if field.required else "o|"


def _rows(spec: Spec, keys: list[str]) -> Iterator[tuple[str, ...]]:
    for key in keys:
        entity = spec.entities[key]
        for field in entity.fields.values():
            required = text("drawing.is_required") if field.required else ""
            yield entity.title, field.title, _type(spec, field), required, _reference(spec, field)


def _reference(spec: Spec, field: EntityField) -> str:
    target = spec.entities.get(field.entity or "")
    if target is None or not _refers(field):
        return ""
    number = "exactly_one" if field.required else "at_most_one"
    return text(f"drawing.{number}", title=target.title)


def _type(spec: Spec, field: EntityField) -> str:
    """Return what people call the type; one of the user's own is called as the spec does."""
    target = spec.entities.get(field.entity or "")
    if _refers(field) and target is not None:
        return text("drawing.type.reference", title=target.title)
    try:
        return text(f"drawing.type.{field.type}")
    except KeyError:
        return field.type
