"""The kit's own field with the rules of a spec's field: the judge of its values and settings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from .model import EntityField
from .problems import Finding, Path, Words
from .vocabulary import FieldType

if TYPE_CHECKING:
    from blueprints.kit.model.field import Field

_READ = ("default", "min", "max")


def read(kind: FieldType, text: str) -> Any:
    """Return the value of ``text``. Raises ValueError when it is no value of the type."""
    try:
        return kind.read(text)
    except (ArithmeticError, RecursionError, TypeError) as error:
        raise ValueError(text) from error


def judge(field: EntityField, kind: FieldType) -> Field[Any]:
    """Return the field that the prototype will have.

    Raises ValueError when a bound or the default is no value of the type.
    """
    settings: dict[str, Any] = {"required": field.required}
    for name in sorted(kind.takes | {"default"}):
        value = getattr(field, name, None)
        if value is not None and name != "pattern":
            settings[name] = read(kind, value) if name in _READ else value
    if field.pattern:
        settings["pattern"] = field.pattern.regex
    return kind(field.title, **settings)


def wrong_settings(field: EntityField, kind: FieldType) -> Iterable[str]:
    """Return the keys of ``field`` whose values its type can't work with."""
    ask = getattr(kind, "wrong_settings", None)
    return ask(field.model_dump(exclude_none=True)) if ask else ()


def judged_value(
    path: Path,
    field: EntityField,
    kind: FieldType,
    text: str,
    home: Path,
    *,
    rules: bool = False,
) -> Iterator[Finding]:
    """Yield what is wrong with ``text``, which stands at ``path``, as a value of ``field``.

    ``home`` is where the field is declared. With ``rules`` the value must keep the field's rules
    too; where the rules themselves are wrong, that is reported elsewhere.
    """
    details: dict[str, Any] = {"key": path[-1], "written": text, "type": field.type}
    try:
        value = read(kind, text)
    except ValueError:
        details["example"] = kind.example
        yield Finding("not_of_type", path, details, depends_on=(home,))
        return
    words = value if isinstance(value, tuple) else (text,)
    strange = [word for word in words if field.choices and word not in field.choices]
    for word in strange:
        values = {"written": word, "known": Words(field.choices, word)}
        yield Finding("not_a_choice", path, values, at_text=word, depends_on=(home,))
    if rules and not strange and not _keeps_rules(field, kind, value):
        yield Finding("against_rules", path, details, depends_on=(home,))


def _keeps_rules(field: EntityField, kind: FieldType, value: Any) -> bool:
    try:
        return not judge(field, kind).problems(value)
    except (ValueError, OverflowError, RecursionError):
        return True
