"""What the tests of a form expect: its fields, when they appear, what it refuses, that it saves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from generator.plan.tests.context import test_names
from generator.plan.tests.entries import Entry
from generator.plan.tests.invalid_texts import TYPED, edge_texts, invalid_texts
from generator.plan.tests.structure import inputs
from generator.pycode import Expression, Row, Table, UnboundCall, do

from .filling import Filling, ImpossibleError, Texts
from .saving import Changing, Saving, plan_changing, plan_saving

T = TypeVar("T")


@dataclass(frozen=True)
class Conditional:
    """A field that appears or is required only after ``steps``; ``before`` is expected until then.

    ``invalid`` holds texts that it refuses then: label, text, message. ``back`` is a step after
    which ``before`` is expected again, None without one. The form must be opened ``anew`` where an
    earlier test may have left it in another state.
    """

    name: str
    before: UnboundCall
    steps: tuple[UnboundCall, ...]
    after: UnboundCall
    invalid: tuple[Row, ...]
    back: UnboundCall | None
    anew: bool


@dataclass(frozen=True)
class Taken:
    """A form with a taken value in a field that is unique; ``refused`` is expected then."""

    steps: tuple[UnboundCall, ...]
    refused: UnboundCall


@dataclass(frozen=True)
class Edges:
    """Texts that only just keep the rules, by label; ``rounds`` are typed one after the other.

    The form is not saved, as ``missing`` (label, message) is left empty: ``emptied`` sees to that
    where another test may have typed there.
    """

    rounds: tuple[Table, ...]
    missing: Row
    emptied: UnboundCall | None


@dataclass(frozen=True)
class FormTests:
    """What the tests of a form expect; ``left_out`` says what could not be tested, and why.

    ``structure`` are its controls when it opens, one per field. ``invalid`` holds rounds of
    texts that are refused together: label, text, message.
    """

    structure: tuple[str, ...]
    asked: tuple[UnboundCall, ...]
    emptied: tuple[UnboundCall, ...]
    missing: tuple[UnboundCall, ...]
    invalid: tuple[tuple[Row, ...], ...]
    conditionals: tuple[Conditional, ...]
    edges: Edges | None
    saving: Saving | None
    taken: Taken | None
    changing: Changing | None
    left_out: tuple[str, ...]


def plan_form(form: Filling) -> FormTests:
    """Return what the tests of ``form`` expect."""
    return _Planning(form).plan()


class _Planning:
    """A form while its tests are planned."""

    def __init__(self, form: Filling) -> None:
        self.form = form

    def plan(self) -> FormTests:
        """Return what the tests expect."""
        visible = [
            entry for entry in self.form.entries.values() if self.form.shown(entry, self.form.first)
        ]
        missing = [
            entry
            for entry in visible
            if self.form.needed(entry, self.form.first)
            and entry.missing
            and (entry.clear() or not entry.default)
        ]
        return FormTests(
            structure=tuple(inputs(visible)),
            asked=tuple(self._asked(visible)),
            emptied=tuple(step for entry in missing if entry.default and (step := entry.clear())),
            missing=tuple(do("expect_wrong", entry.label, entry.missing) for entry in missing),
            invalid=tuple(rounds([list(self._invalid(entry)) for entry in visible])),
            conditionals=tuple(self._conditionals(visible)),
            edges=self._edges(visible, missing),
            saving=plan_saving(self.form),
            taken=self._taken(),
            changing=plan_changing(self.form),
            left_out=tuple(self.form.left_out),
        )

    def _asked(self, visible: Sequence[Entry]) -> Iterator[UnboundCall]:
        for entry in self.form.entries.values():
            if entry not in visible:
                yield do("expect_not_asked", entry.label)
            elif expectation := entry.expect(self.form.needed(entry, self.form.first)):
                yield expectation

    def _invalid(self, entry: Entry) -> Iterator[Row]:
        field = self.form.entity.field(entry.key)
        assert field
        for invalid in invalid_texts(field, self.form.context.kit):
            yield Row((entry.label, invalid.written, invalid.message))

    def _edges(self, visible: Sequence[Entry], missing: Sequence[Entry]) -> Edges | None:
        """Return what only just keeps the rules; something else must be left empty meanwhile."""
        empty = next((e for e in missing if not e.first and not e.show_when), None)
        texts: list[list[tuple[str, Expression]]] = []
        for entry in visible:
            field = self.form.entity.field(entry.key)
            if field and entry is not empty:
                texts.append(
                    [(entry.label, text) for text in edge_texts(field, self.form.context.kit)]
                )
        if not any(texts) or empty is None:
            return None
        typed = any(self._invalid(empty))
        return Edges(
            rounds=tuple(map(Table, rounds(texts))),
            missing=Row((empty.label, empty.missing)),
            emptied=empty.clear() if typed else None,
        )

    def _taken(self) -> Taken | None:
        """Return the test of a unique field with a value that a record of the spec already has."""
        rows, filled = self.form.entity.spec.rows, self.form.filled()
        if not rows or filled is None:
            return None
        steps, _ = filled
        for key, step in steps.items():
            entry, field = self.form.entries[key], self.form.entity.field(key)
            text = next(iter(rows[0].get(key, ())), "")
            again = entry.fill(text) if field and field.spec.unique and text else None
            if again and again != step:
                message = self.form.context.kit.say("invalid.not_unique", title=entry.title)
                refused = do("expect_wrong", entry.label, message)
                return Taken(tuple((steps | {key: again}).values()), refused)
        return None

    def _conditionals(self, visible: Sequence[Entry]) -> Iterator[Conditional]:
        names, anew = test_names(self.form.entries), False
        for name, entry in zip(names, self.form.entries.values(), strict=True):
            hidden = entry not in visible
            optional = bool(entry.required_when) and not self.form.needed(entry, self.form.first)
            if hidden or (optional and entry.is_input):
                try:
                    conditional = self._conditional(name, entry, hidden)
                except ImpossibleError as reason:
                    self.form.left_out.append(f"{entry.label}: {reason}")
                else:
                    yield replace(conditional, anew=conditional.anew or anew)
                    anew = anew or conditional.back is None

    def _conditional(self, name: str, entry: Entry, hidden: bool) -> Conditional:
        texts = dict(self.form.first)
        condition = entry.show_when if hidden else entry.required_when
        steps = list(self.form.steps_to(condition, texts))
        after = entry.expect(self.form.needed(entry, texts))
        before = do("expect_not_asked", entry.label) if hidden else entry.expect(False)
        assert before
        assert after
        invalid = tuple(self._invalid(entry)) if hidden else ()
        changed = [
            self.form.entries[key] for key in texts if texts[key] != self.form.first.get(key)
        ]
        anew = any(other.control in TYPED or (other.default and other.clear()) for other in changed)
        back = self._way_back(changed[0]) if len(changed) == 1 else None
        return Conditional(name, before, tuple(steps), after, invalid, back, anew)

    def _way_back(self, entry: Entry) -> UnboundCall | None:
        """Return the step on ``entry`` after which the form asks for what it asked for at first."""
        ways = [(entry.first, entry.fill(entry.first) if entry.first else entry.clear())]
        ways += [(word, entry.fill(word)) for word in entry.options]
        for text, step in ways:
            if step and self._asks(self.form.first | {entry.key: text}) == self._asks(
                self.form.first
            ):
                return step
        return None

    def _asks(self, texts: Texts) -> Sequence[tuple[bool, bool]]:
        """Return which fields are there once ``texts`` are typed, and which must be filled in."""
        every = self.form.entries.values()
        return [(self.form.shown(entry, texts), self.form.needed(entry, texts)) for entry in every]


def rounds(given: Sequence[Sequence[T]]) -> list[tuple[T, ...]]:
    """Return the first of each, then the second of each that has one, and so on."""
    turns = range(max(map(len, given), default=0))
    return [tuple(own[turn] for own in given if turn < len(own)) for turn in turns]
