"""How a form is filled in with a record that it accepts, as far as a test can do that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.plan.entities import EntityPlan
from generator.plan.examples import fulfilled
from generator.plan.screen import ScreenPlan
from generator.plan.tests.context import ProjectContext, unambiguous
from generator.plan.tests.entries import Entry
from generator.pycode import UnboundCall
from generator.spec.model import Condition

Texts = dict[str, str]
"""What is typed into the fields of a record, by key; empty for nothing."""

_SOMETHING = "?"
"""What is typed into a field whose text is not known: the label of another record."""

_PASSES = 3
"""What is typed into one field may require another one above it."""


class ImpossibleError(Exception):
    """Something can't be tested; the message says why."""


class Filling:
    """A form with the fields that a test can fill in.

    ``entries`` are those fields by key, ``first`` is what the form begins with. ``marked`` is the
    field into which a test writes the text by which it finds the record. ``left_out`` says what
    could not be tested, and why.
    """

    def __init__(self, screen: ScreenPlan, context: ProjectContext) -> None:
        assert screen.entity
        self.context = context
        self.entity: EntityPlan = screen.entity
        self.role = next(iter(context.may(screen)), None)
        self.left_out: list[str] = []
        titles = {use.key: use.title for use in screen.fields if use.field}
        every = context.entries(self.entity)
        self.first = {
            key: entry.first if key in titles else entry.default for key, entry in every.items()
        }
        labelled = [
            replace(every[key], label=title or every[key].label) for key, title in titles.items()
        ]
        self.entries = {entry.key: entry for entry in self._testable(labelled)}
        self.marked = self._marked()

    def _testable(self, entries: Sequence[Entry]) -> Iterator[Entry]:
        """Yield the fields that a test can tell apart and whose controls it knows."""
        distinct = unambiguous([entry.label for entry in entries])
        for entry in entries:
            if entry.label not in distinct:
                self.left_out.append(f"{entry.label}: several fields are called so")
            elif entry.expect() is None:
                self.left_out.append(f"{entry.label}: its control is not known")
            else:
                yield entry

    def _marked(self) -> Entry | None:
        """Return the field into which a test writes the text by which it finds the record."""
        free = [e for e in self.entries.values() if e.marked and self.shown(e, self.first)]
        required = [entry for entry in free if entry.required]
        return next(iter([*required, *free]), None)

    def shown(self, entry: Entry, texts: Texts) -> bool:
        """Tell whether ``entry`` is asked for once ``texts`` are typed."""
        return self.fulfilled_by(entry.show_when, texts)

    def fulfilled_by(self, condition: Condition, texts: Texts) -> bool:
        """Tell whether ``condition`` is fulfilled once ``texts`` are typed."""
        types = self.context.kit.types
        kinds = {field.key: types[field.type] for field in self.entity.fields}
        return fulfilled(condition, texts, kinds)

    def needed(self, entry: Entry, texts: Texts) -> bool:
        """Tell whether ``entry`` must be filled in once ``texts`` are typed."""
        wanted = entry.required_when
        return entry.is_input and (
            entry.required or bool(wanted and self.fulfilled_by(wanted, texts))
        )

    def steps_to(self, condition: Condition, texts: Texts, depth: int = 0) -> Iterator[UnboundCall]:
        """Yield what fulfils ``condition`` and note it in ``texts``. Raises ImpossibleError."""
        for key, wanted in condition.items():
            if self.fulfilled_by({key: wanted}, texts):
                continue
            entry = self.entries.get(key)
            words = [word for word in wanted if entry and _takes(entry, word)]
            if entry is None or not words or depth > len(self.entries):
                raise ImpossibleError("nothing on this form fulfils its condition")
            if not self.shown(entry, texts):
                yield from self.steps_to(entry.show_when, texts, depth + 1)
            step = entry.fill(words[0])
            assert step
            yield step
            texts[key] = words[0]

    def filled(self) -> tuple[dict[str, UnboundCall], Texts] | None:
        """Return how a valid record is typed in, by field, and what that is; None if it can't."""
        texts = dict(self.first)
        try:
            for _ in range(_PASSES):
                steps = {entry.key: self._step(entry, texts) for entry in self._to_fill(texts)}
            self._check_complete(texts)
        except ImpossibleError as reason:
            self.left_out.append(f"saving a record: {reason}")
            return None
        ordered: dict[str, UnboundCall] = {}
        for key in steps:
            self._put(key, steps, ordered)
        return ordered, texts

    def _put(
        self,
        key: str,
        steps: Mapping[str, UnboundCall],
        ordered: dict[str, UnboundCall],
        before: frozenset[str] = frozenset(),
    ) -> None:
        """Add the step of ``key`` to ``ordered``, behind those that let its field appear."""
        for other in self.entries[key].show_when:
            if other in steps and other not in ordered and other not in before:
                self._put(other, steps, ordered, before | {key})
        ordered.setdefault(key, steps[key])

    def _to_fill(self, texts: Texts) -> Iterator[Entry]:
        for entry in self.entries.values():
            needed = self.needed(entry, texts) or entry is self.marked
            if entry.is_input and self.shown(entry, texts) and (needed or self._can_fill(entry)):
                yield entry

    def _can_fill(self, entry: Entry) -> bool:
        """Tell whether a test, which goes from top to bottom, can fill in a field without need."""
        below = list(self.entries)[list(self.entries).index(entry.key) :]
        if any(key in below for key in entry.show_when):
            return False
        other = self._other(entry)
        return entry.fill() is not None and (other is None or self.context.samples(other) > 0)

    def _other(self, entry: Entry) -> EntityPlan | None:
        """Return the entity whose records are chosen from."""
        field = self.entity.field(entry.key)
        return self.context.entities.get(field.spec.entity or "") if field else None

    def _step(self, entry: Entry, texts: Texts) -> UnboundCall:
        """Return how ``entry`` is filled in and note that in ``texts``. Raises ImpossibleError."""
        step = entry.fill()
        if step is None:
            raise ImpossibleError(f"no text could be found that {entry.label} accepts")
        other = self._other(entry)
        if other and not self.context.samples(other):
            raise ImpossibleError(f"there is no record yet to choose for {entry.label}")
        texts[entry.key] = _SOMETHING if entry.shown is None else entry.text or ""
        return step

    def _check_complete(self, texts: Texts) -> None:
        """Raise ImpossibleError when something must be filled that the form does not ask for."""
        for entry in self.context.entries(self.entity).values():
            if entry.key in self.entries or not self.shown(entry, texts) or entry.default:
                continue
            if self.needed(entry, texts):
                raise ImpossibleError(f"{entry.title} must be filled in, but can't be on this form")


def _takes(entry: Entry, word: str) -> bool:
    """Tell whether ``word`` can be chosen or typed in ``entry``."""
    if entry.control == "tick":
        return True
    return word in entry.options if entry.options else entry.control in ("line", "lines")
