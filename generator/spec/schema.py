"""The language as a JSON Schema (draft 7), for editors that complete keys and explain them.

It is made out of the models, so it takes what the loader takes: every short form, and numbers and
booleans where a text is meant, since an editor reads ``2026`` as a number. What the loader finds by
looking at the whole spec (a role that isn't there) is beyond a schema.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from enum import EnumMeta
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

from annotated_types import Ge, Le, MinLen
from pydantic import BeforeValidator

from generator.kinds.screen_kind import ScreenKind
from generator.messages import Language, preferred_language, text

from . import forms
from .model import EntityField, Part, Screen, Spec
from .shape import inner_part, is_part, parts
from .vocabulary import FieldType, Vocabulary

Schema = dict[str, Any]

_NULL: Schema = {"type": "null"}
_SCALAR: Schema = {"type": ["string", "number", "boolean"]}
_TITLED = (forms.entries, forms.steps, forms.processes, forms.entities)
"""The forms that fill in a missing title."""
_YES_NO = ("true", "false", "yes", "no", "on", "off", "y", "n", "t", "f")


def json_schema(vocabulary: Vocabulary, language: Language | None = None) -> Schema:
    """Return the JSON Schema of the language with the types and kinds of ``vocabulary``."""
    return _Writer(vocabulary, language or preferred_language()).whole()


class _Writer:
    def __init__(self, vocabulary: Vocabulary, language: Language) -> None:
        self._vocabulary = vocabulary
        self._language = language
        self._titled = {
            inner_part(field.annotation)
            for part in parts()
            for field in part.model_fields.values()
            if _forms(field.metadata)[-1:] and _forms(field.metadata)[-1] in _TITLED
        }

    def whole(self) -> Schema:
        definitions = {part.__name__: self._part(part) for part in parts() if part is not Spec}
        return {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "title": self._text("title"),
            **self._part(Spec),
            "definitions": definitions,
        }

    def _part(self, part: type[Part]) -> Schema:
        properties: Schema = {}
        required = []
        for name, field in part.model_fields.items():
            key = field.alias or name
            written = self._value(field.annotation, field.metadata)
            if key == "title" and part in self._titled:
                written = _any_of(written, _NULL)
            elif field.is_required():
                required.append(key)
            described = {"description": self._text(f"{part.__name__}.{key}")}
            properties[key] = described | self._words(part, key, written)
        return {
            "description": self._text(part.__name__),
            "type": "object",
            "additionalProperties": False,
            "properties": properties,
            **({"required": required} if required else {}),
        }

    def _value(self, annotation: Any, metadata: Iterable[Any] = ()) -> Schema:
        """Return the schema of what a key of this type holds."""
        if get_origin(annotation) is Annotated:
            inner, *more = get_args(annotation)
            return self._value(inner, [*more, *metadata])
        written = self._plain(annotation, list(metadata))
        for form in reversed(_forms(metadata)):
            written = _SHORT_FORMS[form](written)
        return written

    def _plain(self, annotation: Any, metadata: list[Any]) -> Schema:
        """Return the schema of the long form."""
        origin, arguments = get_origin(annotation), get_args(annotation)
        if NoneType in arguments:
            (inner,) = (argument for argument in arguments if argument is not NoneType)
            limits = [limit for limit in metadata if not isinstance(limit, BeforeValidator)]
            return _any_of(self._value(inner, limits), _NULL)
        if origin is dict:
            return {"type": "object", "additionalProperties": self._value(arguments[1])}
        if origin is tuple:
            fewest = [limit.min_length for limit in metadata if isinstance(limit, MinLen)]
            least = {"minItems": fewest[0]} if fewest else {}
            return {"type": "array", "items": self._value(arguments[0]), **least}
        if is_part(annotation):
            return {"$ref": f"#/definitions/{annotation.__name__}"}
        if isinstance(annotation, EnumMeta):
            return self._enum(annotation)
        return _scalar(annotation, metadata)

    def _enum(self, annotation: EnumMeta) -> Schema:
        words = [str(word.value) for word in annotation]  # type: ignore[var-annotated]
        subject = annotation.__name__.lower()
        return _choice({word: self._text(f"{subject}.{word}") for word in words})

    def _words(self, part: type[Part], key: str, written: Schema) -> Schema:
        """Return the words for the types of fields and the kinds of screens, else ``written``."""
        words = self._vocabulary
        if (part, key) == (EntityField, "type"):
            types = words.field_types
            return _choice({name: self._type(types.get(name)) for name in words.known_types})
        if (part, key) == (Screen, "kind"):
            kinds = {name: self._kind(words.screen_kinds.get(name)) for name in words.known_kinds}
            return _any_of(_choice(kinds), _NULL)
        return written

    def _type(self, kind: FieldType | None) -> str:
        """Return the description of a field type from its own module."""
        if kind is None:
            return self._text("not_built")
        lines = [_meaning(kind, self._language)]
        if kind.example:
            lines.append(self._text("example", example=kind.example))
        return "\n".join([*lines, *self._keys(kind.takes, kind.needs)])

    def _kind(self, kind: ScreenKind | None) -> str:
        if kind is None:
            return self._text("not_built")
        entity = [self._text("needs_entity")] if kind.entity else []
        lines = [in_language(kind.description, self._language), *entity]
        return "\n".join(filter(None, [*lines, *self._keys(kind.takes, kind.needs)]))

    def _keys(self, takes: frozenset[str], needs: frozenset[str]) -> list[str]:
        groups = {"takes": takes - needs, "needs": needs}
        return [
            self._text(name, keys=", ".join(sorted(keys))) for name, keys in groups.items() if keys
        ]

    def _text(self, key: str, **values: object) -> str:
        return text(f"schema.{key}", self._language, **values)


def _forms(metadata: Iterable[Any]) -> list[Callable[[Any], Any]]:
    """Return the short forms that a value may have."""
    functions = [part.func for part in metadata if isinstance(part, BeforeValidator)]
    return [function for function in functions if function in _SHORT_FORMS]


def _any_of(*schemas: Schema) -> Schema:
    flat = [one for schema in schemas for one in schema.get("anyOf", [schema])]
    return {"anyOf": [one for index, one in enumerate(flat) if one not in flat[:index]]}


def _list_of(*schemas: Schema) -> Schema:
    items = schemas[0] if len(schemas) == 1 else _any_of(*schemas)
    return {"type": "array", "items": items}


def _choice(words: dict[str, str]) -> Schema:
    labels = list(words.values())
    return {
        "enum": list(words),
        "enumDescriptions": labels,
        "markdownEnumDescriptions": labels,
    }


def _scalar(annotation: Any, metadata: list[Any]) -> Schema:
    if annotation is bool:
        forms_of_word = "|".join(
            "".join(f"[{letter}{letter.upper()}]" for letter in word) for word in _YES_NO
        )
        word = {"type": "string", "pattern": f"^({forms_of_word}|0|1)$"}
        return _any_of({"type": "boolean"}, {"enum": [0, 1]}, word)
    if annotation is int:
        number: Schema = {"type": "integer"}
        number |= dict(_bounds(metadata))
        return _any_of(number, {"type": "string", "pattern": r"^\s*\+?[0-9]+(\.0*)?\s*$"})
    if annotation is date:
        return {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
    return {} if annotation is Any else _SCALAR


def _bounds(metadata: list[Any]) -> Iterator[tuple[str, Any]]:
    for limit in metadata:
        if isinstance(limit, Ge):
            yield "minimum", limit.ge
        elif isinstance(limit, Le):
            yield "maximum", limit.le


def _meaning(kind: FieldType, language: Language) -> str:
    """Return the docstring of a field type's module, without the name of the type."""
    module = inspect.getmodule(kind)
    docstring = (module and module.__doc__) or kind.__doc__ or ""
    return in_language(docstring, language).removeprefix(f"``{kind.name}``: ").replace("``", "")


def in_language(description: str, language: Language) -> str:
    """Return the line of a description that is in ``language``, else its first.

    A line whose first letter is beyond ASCII is Japanese.
    """
    lines = [line.strip() for line in description.splitlines() if line.strip()]
    wanted = [line for line in lines if _is_japanese(line) == (language == "ja")]
    return next(iter([*wanted, *lines]), "")


def _is_japanese(line: str) -> bool:
    letter = next((character for character in line if character.isalpha()), "a")
    return not letter.isascii()


def _entries(long: Schema) -> Schema:
    """A list of names, or names with nothing, a title or the long form."""
    entry = _any_of(_NULL, _SCALAR, long["additionalProperties"])
    named = {**long, "additionalProperties": entry}
    return _any_of(_NULL, named, {**_list_of(_SCALAR), "uniqueItems": True})


def _steps(long: Schema) -> Schema:
    """Names, or a plain list whose items may be titles or long forms."""
    entry = _any_of(_NULL, _SCALAR, long["additionalProperties"])
    return _any_of(_NULL, {**long, "additionalProperties": entry}, _list_of(entry))


def _lists_too(part: str, listed: Schema) -> Callable[[Schema], Schema]:
    """Each entry may be the list of its parts."""

    def written(long: Schema) -> Schema:
        schema = _entries(long)
        named = schema["anyOf"][1]
        entry = _any_of(named["additionalProperties"], listed)
        return _any_of(_NULL, {**named, "additionalProperties": entry}, *schema["anyOf"][2:])

    written.__doc__ = f"An entry may be the list of its {part}."
    return written


_STEP_LIST = _list_of(_NULL, _SCALAR, {"$ref": "#/definitions/Step"})
_SHORT_FORMS: dict[Callable[[Any], Any], Callable[[Schema], Schema]] = {
    forms.single_or_list: lambda long: _any_of(long["items"], long, _NULL),
    forms.empty_or_mapping: lambda long: _any_of(long, _NULL),
    forms.entries: _entries,
    forms.steps: _steps,
    forms.processes: _lists_too("steps", _STEP_LIST),
    forms.entities: _lists_too("fields", {**_list_of(_SCALAR), "uniqueItems": True}),
    forms.field_uses: lambda long: _any_of(
        _SCALAR, long["items"], _list_of(_SCALAR, long["items"]), _NULL
    ),
    forms.text_is_title: lambda long: _any_of(_SCALAR, long),
    forms.text_is_regex: lambda long: _any_of(_SCALAR, long),
    forms.texts_are_questions: lambda long: _any_of(
        _NULL, {**long, "additionalProperties": _any_of(_SCALAR, long["additionalProperties"])}
    ),
}
