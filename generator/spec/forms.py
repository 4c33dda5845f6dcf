"""The short forms of the language, each as the function that turns it into the long form.

They run before validation and leave alone what they don't know, so that it is reported as it was
written. The schema for editors describes each of them in :mod:`.schema`.
"""

from __future__ import annotations

import re

from pydantic_core import PydanticCustomError

_NUMBERED = re.compile(r"S([1-9][0-9]{0,5})")


def single_or_list(value: object) -> object:
    """Take ``a`` for ``[a]`` and nothing for ``[]``."""
    if value is None:
        return []
    return value if isinstance(value, list | tuple) else [value]


def empty_or_mapping(value: object) -> object:
    """Take nothing for ``{}``."""
    return {} if value is None else value


def entries(value: object) -> object:
    """Take ``[a, b]`` and ``{a: 表題, b: }`` for ``{a: {title: 表題}, b: {title: b}}``."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = dict.fromkeys(_distinct(value))
    if not isinstance(value, dict):
        return {} if value is None else value
    return {key: _entry(key, item) for key, item in value.items()}


def _distinct(names: list[str]) -> list[str]:
    seen: set[str] = set()
    for index, name in enumerate(names):
        if name in seen:
            raise PydanticCustomError("double_name", "twice", {"index": index, "name": name})
        seen.add(name)
    return names


def _entry(key: str, item: object) -> object:
    if _is_empty(item):
        return {"title": key}
    if isinstance(item, str):
        return {"title": item}
    if isinstance(item, dict) and _is_empty(item.get("title")):
        return {**item, "title": key}
    return item


def _is_empty(text: object) -> bool:
    return text is None or (isinstance(text, str) and not text.strip())


def steps(value: object) -> object:
    """Number the steps that were written as a plain list: S1, S2, …"""
    if isinstance(value, list):
        keys = [f"S{number}" for number, _ in enumerate(value, 1)]
        return {key: _entry(key, item) for key, item in zip(keys, value, strict=True)}
    return entries(value)


def numbered(key: str) -> int:
    """Return the position in its list of the step that was numbered ``key``, -1 for others."""
    number = _NUMBERED.fullmatch(key)
    return int(number[1]) - 1 if number else -1


def processes(value: object) -> object:
    """Take ``P1: [通報する, 受け付ける]`` for the steps of ``P1``."""
    return _lists_are("steps", value)


def entities(value: object) -> object:
    """Take ``report: [場所, 種別]`` for the fields of ``report``."""
    return _lists_are("fields", value)


def _lists_are(part: str, value: object) -> object:
    if isinstance(value, dict):
        value = {
            key: {part: item} if isinstance(item, list) else item for key, item in value.items()
        }
    return entries(value)


def field_uses(value: object) -> object:
    """Take ``kind`` for ``{field: kind}``, alone and in a list."""
    listed = single_or_list(value)
    assert isinstance(listed, list | tuple)
    return [{"field": item} if isinstance(item, str) else item for item in listed]


def text_is_title(value: object) -> object:
    """Take a text for ``{title: …}``."""
    return {"title": value} if isinstance(value, str) else value


def text_is_regex(value: object) -> object:
    """Take a text for ``{regex: …}``."""
    return {"regex": value} if isinstance(value, str) else value


def texts_are_questions(value: object) -> object:
    """Take ``Q1: 誰が判断するか`` for ``Q1: {text: …}``."""
    if not isinstance(value, dict):
        return {} if value is None else value
    return {key: {"text": q} if isinstance(q, str) else q for key, q in value.items()}
