"""A tile of a dashboard shows one thing, with the keys that this takes, of fields that suit it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.spec.model import TILE_KINDS, Entity, Spec, Tile
from generator.spec.problems import Finding, Path, Words
from generator.spec.vocabulary import FieldType, Vocabulary

from .uses import record_fields

_TAKES = {"count": {"where"}, "sum": {"of", "where"}, "chart": {"by", "of", "as", "where"}}
_NEEDS = {"count": "", "sum": "of", "chart": "by"}


def check(spec: Spec, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Check every tile of every screen."""
    for key, screen in spec.screens.items():
        for index, tile in enumerate(screen.tiles):
            path: Path = ("screens", key, "tiles", index)
            shown = [name for name in TILE_KINDS if getattr(tile, name)]
            if not shown:
                wanted = tuple((*path, name) for name in TILE_KINDS)
                yield Finding("empty_tile", path, {}, depends_on=wanted)
                continue
            for name in shown[1:]:
                values = {"key": name, "other": shown[0]}
                yield Finding("tile_shows_two", (*path, name), values, at_key=True)
            yield from _keys(path, tile, shown)
            if (entity := spec.entities.get(tile.entity or "")) is not None:
                yield from _fields(path, tile, entity, vocabulary)


def _keys(path: Path, tile: Tile, shown: list[str]) -> Iterator[Finding]:
    kind = shown[0]
    given = {"as" if name == "as_" else name for name in tile.model_fields_set}
    for name in sorted(given & {"of", "by", "as"} - _TAKES[kind]):
        values: dict[str, Any] = {"key": name, "kind": kind, "takes": Words(sorted(_TAKES[kind]))}
        yield Finding("tile_key", (*path, name), values, at_key=True)
    needed = _NEEDS[kind]
    if needed and not getattr(tile, needed):
        values = {"key": needed, "kind": kind}
        yield Finding("tile_needs", path, values, depends_on=((*path, needed),))


def _fields(path: Path, tile: Tile, entity: Entity, vocabulary: Vocabulary) -> Iterator[Finding]:
    """The field of a sum is numeric; the one that groups a chart has few values, or days."""
    home: Path = ("entities", tile.entity or "", "fields")
    numbers = [key for key in entity.fields if _numeric(vocabulary, entity, key)]
    apart = [key for key in entity.fields if _grouped(vocabulary, entity, key)]
    if tile.of in entity.fields and tile.of not in numbers:
        values: dict[str, Any] = {"name": tile.of, "known": Words(numbers)}
        by = ((*home, tile.of or "", "type"),)
        yield Finding("tile_no_number", (*path, "of"), values, depends_on=by)
    if tile.by in entity.fields and tile.by not in apart:
        values = {"name": tile.by, "known": Words([*apart, *record_fields(entity)])}
        by = ((*home, tile.by or "", "type"),)
        yield Finding("tile_not_apart", (*path, "by"), values, depends_on=by)


def _type(vocabulary: Vocabulary, entity: Entity, key: str) -> FieldType | None:
    return vocabulary.field_types.get(entity.fields[key].type)


def _numeric(vocabulary: Vocabulary, entity: Entity, key: str) -> bool:
    """Tell whether a field is a number; of a type that is not built nobody knows."""
    kind = _type(vocabulary, entity, key)
    return kind is None or bool(getattr(kind, "numeric", False))


def _grouped(vocabulary: Vocabulary, entity: Entity, key: str) -> bool:
    kind = _type(vocabulary, entity, key)
    return kind is None or bool(getattr(kind, "grouped", False)) or hasattr(kind, "day")
