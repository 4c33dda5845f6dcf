"""Places in a spec as people write them, with dots: ``features.F1.detail``.

Ids may hold dots themselves, so a place is read along the spec that it is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from .model import Part, Spec
from .problems import Path


def path_of(spec: Spec, place: str) -> Path | None:
    """Return the path of ``place`` in ``spec``, None when nothing is written there."""
    return next(_paths(spec, place), None)


def known_at(spec: Spec, place: str) -> list[str]:
    """Return the places that could be meant where ``place`` leads nowhere."""
    pieces = place.split(".")
    for length in range(len(pieces) - 1, -1, -1):
        owner = ".".join(pieces[:length])
        path = path_of(spec, owner) if owner else ()
        if path is not None:
            inner = _parts(_value_at(spec, path))
            return [f"{owner}.{key}" if owner else str(key) for key in inner]
    return []


def written(path: Path) -> str:
    """Return ``path`` as people write it."""
    return ".".join(map(str, path))


def _paths(value: object, place: str) -> Iterator[Path]:
    for key, inner in _parts(value).items():
        name = str(key)
        if place == name:
            yield (key,)
        elif place.startswith(f"{name}."):
            for rest in _paths(inner, place[len(name) + 1 :]):
                yield (key, *rest)


def _value_at(spec: Spec, path: Path) -> object:
    value: object = spec
    for key in path:
        value = _parts(value)[key]
    return value


def _parts(value: object) -> Mapping[str | int, object]:
    """Return what is written in ``value`` by its key; a key that was left out is not there."""
    if isinstance(value, Part):
        named = ((field.alias or name, name) for name, field in type(value).model_fields.items())
        found = {key: getattr(value, name) for key, name in named}
        return {key: inner for key, inner in found.items() if inner not in (None, (), {})}
    if isinstance(value, Mapping):
        return value
    if isinstance(value, Sequence) and not isinstance(value, str):
        return dict(enumerate(value))
    return {}
