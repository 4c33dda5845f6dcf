"""The shape of the language as its models say it: which keys a part has, and what they hold."""

from __future__ import annotations

from collections.abc import Iterator
from enum import EnumMeta
from functools import cache
from typing import Any, get_args, get_origin

from .model import Part, Spec
from .problems import Path


def part_at(path: Path) -> tuple[type[Part], Any]:
    """Return the part of the language that ``path`` leads through last, and what stands there."""
    part: type[Part] = Spec
    annotation: Any = Spec
    for key in path:
        if annotation is part:
            fields = fields_of(part)
            annotation = fields[key] if isinstance(key, str) and key in fields else None
        else:
            annotation = held(annotation)
        if is_part(annotation):
            part = annotation
        elif (inner := inner_part(annotation)) and not holds_many(annotation):
            part = annotation = inner
    return part, annotation


@cache
def fields_of(part: type[Part]) -> dict[str, Any]:
    """Return what each key of ``part`` holds, by the key as it is written."""
    return {field.alias or name: field.annotation for name, field in part.model_fields.items()}


def keys_of(part: type[Part]) -> list[str]:
    """Return the keys of ``part`` in their order."""
    return list(fields_of(part))


def is_part(annotation: Any) -> bool:
    """Tell whether ``annotation`` is a part itself."""
    return isinstance(annotation, type) and issubclass(annotation, Part)


def inner_part(annotation: Any) -> type[Part] | None:
    """Return the part that ``annotation`` is or holds."""
    if is_part(annotation):
        return annotation  # type: ignore[no-any-return]
    found = (inner_part(argument) for argument in get_args(annotation))
    return next((part for part in found if part), None)


def holds_many(annotation: Any) -> bool:
    """Tell whether ``annotation`` is a mapping or a list."""
    return get_origin(annotation) in (dict, tuple) or any(map(holds_many, get_args(annotation)))


def held(annotation: Any) -> Any:
    """Return what a mapping or a list holds."""
    if get_origin(annotation) is dict:
        return get_args(annotation)[1]
    if get_origin(annotation) is tuple:
        return get_args(annotation)[0]
    return next((inner for inner in map(held, get_args(annotation)) if inner is not None), None)


def words_of(annotation: Any) -> list[str]:
    """Return the words of the enumeration that ``annotation`` is."""
    if isinstance(annotation, EnumMeta):
        return [str(word.value) for word in annotation]  # type: ignore[var-annotated]
    return [word for argument in get_args(annotation) for word in words_of(argument)]


def parts(part: type[Part] = Spec) -> Iterator[type[Part]]:
    """Yield every part of the language once, the whole spec first."""
    seen = {part: None}
    todo = [part]
    while todo:
        for annotation in fields_of(todo.pop(0)).values():
            inner = inner_part(annotation)
            if inner and inner not in seen:
                seen[inner] = None
                todo.append(inner)
    yield from seen


@cache
def sections(part: type[Part]) -> dict[str, type[Part]]:
    """Return the keys of ``part`` that hold named parts (``fields:``), with what those are."""
    found = {}
    for key, annotation in fields_of(part).items():
        inner = inner_part(annotation)
        if inner and is_part(held(annotation)) and get_origin(annotation) is dict:
            found[key] = inner
    return found


ALL_KEYS = frozenset(key for part in parts() for key in keys_of(part))
"""Every key that the language knows anywhere."""
