"""How a test fills in a field: by which control, with which text, and how it is shown later."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.plan.entities import FieldPlan
from generator.plan.examples import valid_text
from generator.pycode import Expression, UnboundCall, do
from generator.spec.judge import read
from generator.spec.model import Condition
from generator.spec.vocabulary import FieldType

from .kit import ProjectKit

if TYPE_CHECKING:
    from blueprints.kit.model.field import Field

_MARKS = {"ja": "試験7391", "en": "Test7391"}
"""A text that no sample has: the record that a test saved is found by it."""

NOBODY_TYPES = "shown"
"""The control of a value that nobody enters: it is computed."""


@dataclass(frozen=True)
class Entry:
    """A field as a test fills it in.

    ``label`` is the text above the control, ``title`` the name of the field in messages. ``text``
    is what the test types or chooses, None when nothing could be found that the field accepts;
    ``shown`` is how that reads, None when only the prototype knows. ``default`` is what a new
    record has, ``first`` what its opened form has, as people would type it; empty for nothing.
    """

    key: str
    label: str
    title: str
    control: str
    required: bool
    help: str
    options: tuple[str, ...]
    text: str | None
    shown: str | None
    default: str
    first: str
    marked: bool
    show_when: Condition
    required_when: Condition
    missing: str
    """The message when it is left empty; empty when there is none."""
    no: str
    """The text shown for a checkbox that is not ticked."""

    @property
    def is_input(self) -> bool:
        """Whether somebody fills the field in."""
        return self.control != NOBODY_TYPES

    def fill(self, text: str | None = None) -> UnboundCall | None:
        """Return the step that fills the field in, with ``text`` or its own."""
        wanted = self.text if text is None else text
        if wanted is None or self.control not in _FILLED:
            return None
        return _FILLED[self.control](self, wanted)

    def clear(self) -> UnboundCall | None:
        """Return the step that empties the field, None when its control can't be emptied."""
        if self.control not in _EMPTIED:
            return None
        return _EMPTIED[self.control](self)

    def expect(self, required: bool | None = None) -> UnboundCall | None:
        """Return the step that expects the control, its required mark, its help and its options."""
        if self.control not in _EXPECTED:
            return None
        needed = self.required if required is None else required
        return _EXPECTED[self.control](self, needed)


_FILLED: dict[str, Callable[[Entry, str], UnboundCall]] = {
    "line": lambda entry, text: do("fill", entry.label, text),
    "lines": lambda entry, text: do("fill", entry.label, text),
    "day": lambda entry, text: do("fill", entry.label, text),
    "place": lambda entry, text: do("fill", entry.label, text),
    "choose_one": lambda entry, text: do("choose", entry.label, text),
    "choose_few": lambda entry, text: do("press", entry.label, text),
    "choose_many": lambda entry, text: do("tick", entry.label, text),
    "look_up": lambda entry, _: do("choose_first", entry.label),
    "choose_files": lambda entry, text: do("attach", entry.label, text),
    "tick": lambda entry, text: do("untick" if text == entry.no else "tick", entry.label),
}
_EMPTIED: dict[str, Callable[[Entry], UnboundCall]] = {
    "line": lambda entry: do("fill", entry.label, ""),
    "lines": lambda entry: do("fill", entry.label, ""),
    "day": lambda entry: do("fill", entry.label, ""),
    "place": lambda entry: do("fill", entry.label, ""),
    "choose_one": lambda entry: do("choose_nothing", entry.label),
    "choose_many": lambda entry: do("tick_nothing", entry.label),
    "look_up": lambda entry: do("choose_nothing", entry.label),
}
_EXPECTED: dict[str, Callable[[Entry, bool], UnboundCall]] = {
    "line": lambda entry, required: _expected("line", entry, required),
    "lines": lambda entry, required: _expected("line", entry, required),
    "day": lambda entry, required: _expected("line", entry, required),
    "place": lambda entry, required: _expected("line", entry, required),
    "choose_one": lambda entry, required: _expected("list", entry, required, entry.options),
    "choose_few": lambda entry, required: _expected("buttons", entry, required, entry.options),
    "choose_many": lambda entry, required: _expected("boxes", entry, required, entry.options),
    "look_up": lambda entry, required: _expected("records", entry, required),
    "choose_files": lambda entry, required: _expected("files", entry, required),
    "tick": lambda entry, required: _expected("box", entry, required),
    NOBODY_TYPES: lambda entry, _: do("expect_shown", entry.label),
}


def entry_of(field: FieldPlan, kit: ProjectKit, *, rows: Collection[str] = ()) -> Entry:
    """Return how a test fills in ``field``; ``rows`` are the values that records already have."""
    kit_field, kind = kit.field(field.spec), kit.types[field.type]
    marked = None if field.computed else mark(kit_field, kit)
    taken = rows if field.spec.unique else ()
    text = marked or valid_text(field.spec, kind, avoid=taken)
    if kit_field.control == "choose_many":
        text = text and field.spec.choices[0]
    default = field.spec.default or ""
    return Entry(
        key=field.key,
        label=field.spec.title,
        title=field.spec.title,
        control=kit_field.control,
        required=field.spec.required,
        help=field.spec.help or "",
        options=field.spec.choices,
        text=text,
        shown=None if text is None else _shown(kit_field, kind, text),
        default=default,
        first=default or (kit_field.show(False) if kit_field.control == "tick" else ""),
        marked=bool(marked),
        show_when=field.spec.show_when,
        required_when=field.spec.required_when,
        missing=_missing(kit_field),
        no=kit_field.show(False) if kit_field.control == "tick" else "",
    )


def _shown(kit_field: Field[Any], kind: FieldType, text: str) -> str | None:
    """Return how ``text`` reads once it is saved; the label of another record is not known."""
    if kit_field.control == "look_up":
        return None
    if kit_field.control == "choose_many":
        return text
    return kit_field.show(read(kind, text))


def _missing(kit_field: Field[Any]) -> str:
    if kit_field.control == "tick":
        return next(iter(kit_field.problems(False)), "")
    return kit_field.missing()


def mark(kit_field: Field[Any], kit: ProjectKit) -> str | None:
    """Return the text by which a saved record is found, if ``kit_field`` takes free text."""
    text = _MARKS[kit.language]
    least = getattr(kit_field, "min_length", None) or 0
    if kit_field.control not in ("line", "lines"):
        return None
    while len(text) < least:
        text += text
    try:
        free = kit_field.parse(text) == text
    except ValueError:
        return None
    return text if free and not kit_field.problems(text) else None


def _expected(
    what: str, entry: Entry, required: bool, options: tuple[str, ...] | None = None
) -> UnboundCall:
    given: tuple[Expression, ...] = () if options is None else (options,)
    return do(f"expect_{what}", entry.label, *given, required=required, help=entry.help)
