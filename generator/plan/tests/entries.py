"""How a test fills in a field: by which control, with which text, and how that reads afterwards."""

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
"""The control of a value that comes by itself."""


@dataclass(frozen=True)
class Entry:
    """A field as a test fills it in.

    ``label`` is what stands above the control, ``title`` how messages call the field. ``text`` is
    what the test types or chooses, None when nothing could be found that the field accepts;
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
    """What is said when it is left empty; empty when nothing is."""
    no: str
    """How a box reads that is not ticked."""

    @property
    def asked(self) -> bool:
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
        """Return the step that expects the control, its mark, its help and its options."""
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
    """Return how a test fills in ``field``; ``rows`` are the texts that records have already."""
    made, kind = kit.field(field.spec), kit.types[field.type]
    marked = None if field.computed else mark(made, kit)
    taken = rows if field.spec.unique else ()
    text = marked or valid_text(field.spec, kind, avoid=taken)
    if made.control == "choose_many":
        text = text and field.spec.choices[0]
    default = field.spec.default or ""
    return Entry(
        key=field.key,
        label=field.spec.title,
        title=field.spec.title,
        control=made.control,
        required=field.spec.required,
        help=field.spec.help or "",
        options=field.spec.choices,
        text=text,
        shown=None if text is None else _shown(made, kind, text),
        default=default,
        first=default or (made.show(False) if made.control == "tick" else ""),
        marked=bool(marked),
        show_when=field.spec.show_when,
        required_when=field.spec.required_when,
        missing=_missing(made),
        no=made.show(False) if made.control == "tick" else "",
    )


def _shown(made: Field[Any], kind: FieldType, text: str) -> str | None:
    """Return how ``text`` reads once it is saved; the label of another record is not known."""
    if made.control == "look_up":
        return None
    if made.control == "choose_many":
        return text
    return made.show(read(kind, text))


def _missing(made: Field[Any]) -> str:
    if made.control == "tick":
        return next(iter(made.problems(False)), "")
    return made.missing()


def mark(made: Field[Any], kit: ProjectKit) -> str | None:
    """Return the text by which a saved record is found, if ``made`` is a field of free text."""
    text = _MARKS[kit.language]
    least = getattr(made, "min_length", None) or 0
    if made.control not in ("line", "lines"):
        return None
    while len(text) < least:
        text += text
    try:
        free = made.parse(text) == text
    except ValueError:
        return None
    return text if free and not made.problems(text) else None


def _expected(
    what: str, entry: Entry, required: bool, options: tuple[str, ...] | None = None
) -> UnboundCall:
    given: tuple[Expression, ...] = () if options is None else (options,)
    return do(f"expect_{what}", entry.label, *given, required=required, help=entry.help)
