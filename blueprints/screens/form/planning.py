"""The tests of a form: what it asks, when, what it refuses, and that it saves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from generator.plan.entities import EntityPlan
from generator.plan.examples import fulfilled
from generator.plan.screen import ScreenPlan
from generator.plan.tests.entries import Entry
from generator.plan.tests.structure import asked
from generator.plan.tests.whole import Role, Whole, address, test_names, unambiguous
from generator.plan.tests.wrong import TYPED, edge_texts, wrong_texts
from generator.pycode import Expression, Row, Table, UnboundCall, do
from generator.spec.model import Condition

Thing = TypeVar("Thing")

Texts = dict[str, str]
"""What is typed into the fields of a record, by key; empty for nothing."""

_SOMETHING = "?"
"""What is typed into a field whose text is not known: the label of another record."""

_PASSES = 3
"""What is typed into one field may require another one above it."""


@dataclass(frozen=True)
class Conditional:
    """A field that is asked or required only after ``steps``; ``before`` is expected ahead of them.

    ``wrong`` holds texts that it refuses then: label, text, message. ``back`` is a step after which
    ``before`` is expected again, None without one. The form must be opened ``anew`` where a test
    before may have left it otherwise.
    """

    name: str
    before: UnboundCall
    steps: tuple[UnboundCall, ...]
    after: UnboundCall
    wrong: tuple[Row, ...]
    back: UnboundCall | None
    anew: bool


@dataclass(frozen=True)
class Found:
    """The list in which a saved record is looked for: ``cells`` holds titles with their texts."""

    address: str
    role: Role
    search: str
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Landing:
    """The screen that follows on saving, with the values that stand there."""

    title: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Saving:
    """How a valid record is typed in, and where it is seen afterwards."""

    steps: tuple[UnboundCall, ...]
    landing: Landing | None
    found: Found | None


@dataclass(frozen=True)
class Changing:
    """How a record of the sample data is changed, and where that is seen."""

    step: UnboundCall
    landing: Landing


@dataclass(frozen=True)
class Taken:
    """A form filled in with what another record has already; ``refused`` is expected then."""

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

    ``structure`` is what it is built of at first: a control a field. ``wrong`` holds rounds of
    texts that are refused together: label, text, message.
    """

    structure: tuple[str, ...]
    asked: tuple[UnboundCall, ...]
    emptied: tuple[UnboundCall, ...]
    missing: tuple[UnboundCall, ...]
    wrong: tuple[tuple[Row, ...], ...]
    conditionals: tuple[Conditional, ...]
    edges: Edges | None
    saving: Saving | None
    taken: Taken | None
    changing: Changing | None
    left_out: tuple[str, ...]


class ImpossibleError(Exception):
    """Something can't be tested; the message says why."""


class FormPlanner:
    """A form while its tests are planned."""

    def __init__(self, screen: ScreenPlan, whole: Whole) -> None:
        assert screen.entity
        self.whole = whole
        self.entity: EntityPlan = screen.entity
        self.role = next(iter(whole.may(screen)), None)
        self.left_out: list[str] = []
        asked = {use.key: use.title for use in screen.fields if use.field}
        every = whole.entries(self.entity)
        self.first = {
            key: entry.first if key in asked else entry.default for key, entry in every.items()
        }
        labelled = [
            replace(every[key], label=title or every[key].label) for key, title in asked.items()
        ]
        self.entries = {entry.key: entry for entry in self._testable(labelled)}
        self.marked = self._marked()

    def plan(self) -> FormTests:
        """Return what the tests expect."""
        visible = [entry for entry in self.entries.values() if self.shown(entry, self.first)]
        missing = [
            entry
            for entry in visible
            if self.needed(entry, self.first)
            and entry.missing
            and (entry.clear() or not entry.default)
        ]
        return FormTests(
            structure=tuple(asked(visible)),
            asked=tuple(self._asked(visible)),
            emptied=tuple(step for entry in missing if entry.default and (step := entry.clear())),
            missing=tuple(do("expect_wrong", entry.label, entry.missing) for entry in missing),
            wrong=tuple(rounds([list(self._wrong(entry)) for entry in visible])),
            conditionals=tuple(self._conditionals(visible)),
            edges=self._edges(visible, missing),
            saving=self.saving(),
            taken=self._taken(),
            changing=self._changing(),
            left_out=tuple(self.left_out),
        )

    def _testable(self, entries: Sequence[Entry]) -> Iterator[Entry]:
        """Yield the fields that a test can tell apart and whose controls it knows."""
        known = unambiguous([entry.label for entry in entries])
        for entry in entries:
            if entry.label not in known:
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
        return self._fulfilled(entry.show_when, texts)

    def _fulfilled(self, condition: Condition, texts: Texts) -> bool:
        types = self.whole.kit.types
        kinds = {field.key: types[field.type] for field in self.entity.fields}
        return fulfilled(condition, texts, kinds)

    def needed(self, entry: Entry, texts: Texts) -> bool:
        """Tell whether ``entry`` must be filled in once ``texts`` are typed."""
        wanted = entry.required_when
        return entry.asked and (entry.required or bool(wanted and self._fulfilled(wanted, texts)))

    def _asked(self, visible: Sequence[Entry]) -> Iterator[UnboundCall]:
        for entry in self.entries.values():
            if entry not in visible:
                yield do("expect_not_asked", entry.label)
            elif made := entry.expect(self.needed(entry, self.first)):
                yield made

    def _wrong(self, entry: Entry) -> Iterator[Row]:
        field = self.entity.field(entry.key)
        assert field
        for wrong in wrong_texts(field, self.whole.kit):
            yield Row((entry.label, wrong.written, wrong.message))

    def _edges(self, visible: Sequence[Entry], missing: Sequence[Entry]) -> Edges | None:
        """Return what only just keeps the rules; something else must be left empty meanwhile."""
        empty = next((e for e in missing if not e.first and not e.show_when), None)
        texts: list[list[tuple[str, Expression]]] = []
        for entry in visible:
            field = self.entity.field(entry.key)
            if field and entry is not empty:
                texts.append([(entry.label, text) for text in edge_texts(field, self.whole.kit)])
        if not any(texts) or empty is None:
            return None
        typed = any(self._wrong(empty))
        return Edges(
            rounds=tuple(map(Table, rounds(texts))),
            missing=Row((empty.label, empty.missing)),
            emptied=empty.clear() if typed else None,
        )

    def _taken(self) -> Taken | None:
        """Return what comes of a text that a record of the spec has where each is to be its own."""
        rows, filled = self.entity.spec.rows, self.filled()
        if not rows or filled is None:
            return None
        steps, _ = filled
        for key, step in steps.items():
            entry, field = self.entries[key], self.entity.field(key)
            text = next(iter(rows[0].get(key, ())), "")
            again = entry.fill(text) if field and field.spec.unique and text else None
            if again and again != step:
                message = self.whole.kit.say("invalid.not_unique", title=entry.title)
                refused = do("expect_wrong", entry.label, message)
                return Taken(tuple((steps | {key: again}).values()), refused)
        return None

    def _conditionals(self, visible: Sequence[Entry]) -> Iterator[Conditional]:
        names, anew = test_names(self.entries), False
        for name, entry in zip(names, self.entries.values(), strict=True):
            hidden = entry not in visible
            optional = bool(entry.required_when) and not self.needed(entry, self.first)
            if hidden or (optional and entry.asked):
                try:
                    made = self._conditional(name, entry, hidden)
                except ImpossibleError as reason:
                    self.left_out.append(f"{entry.label}: {reason}")
                else:
                    yield replace(made, anew=made.anew or anew)
                    anew = anew or made.back is None

    def _conditional(self, name: str, entry: Entry, hidden: bool) -> Conditional:
        texts = dict(self.first)
        condition = entry.show_when if hidden else entry.required_when
        steps = list(self._steps_to(condition, texts))
        after = entry.expect(self.needed(entry, texts))
        before = do("expect_not_asked", entry.label) if hidden else entry.expect(False)
        assert before
        assert after
        wrong = tuple(self._wrong(entry)) if hidden else ()
        changed = [self.entries[key] for key in texts if texts[key] != self.first.get(key)]
        anew = any(other.control in TYPED or (other.default and other.clear()) for other in changed)
        back = self._way_back(changed[0]) if len(changed) == 1 else None
        return Conditional(name, before, tuple(steps), after, wrong, back, anew)

    def _way_back(self, entry: Entry) -> UnboundCall | None:
        """Return the step on ``entry`` after which the form asks what it asked at first."""
        ways = [(entry.first, entry.fill(entry.first) if entry.first else entry.clear())]
        ways += [(word, entry.fill(word)) for word in entry.options]
        for text, step in ways:
            if step and self._asks(self.first | {entry.key: text}) == self._asks(self.first):
                return step
        return None

    def _asks(self, texts: Texts) -> Sequence[tuple[bool, bool]]:
        """Return which fields are there once ``texts`` are typed, and which must be filled in."""
        every = self.entries.values()
        return [(self.shown(entry, texts), self.needed(entry, texts)) for entry in every]

    def _steps_to(
        self, condition: Condition, texts: Texts, depth: int = 0
    ) -> Iterator[UnboundCall]:
        """Yield what fulfils ``condition`` and note it in ``texts``. Raises ImpossibleError."""
        for key, wanted in condition.items():
            if self._fulfilled({key: wanted}, texts):
                continue
            entry = self.entries.get(key)
            words = [word for word in wanted if entry and _takes(entry, word)]
            if entry is None or not words or depth > len(self.entries):
                raise ImpossibleError("nothing on this form fulfils its condition")
            if not self.shown(entry, texts):
                yield from self._steps_to(entry.show_when, texts, depth + 1)
            step = entry.fill(words[0])
            assert step
            yield step
            texts[key] = words[0]

    def saving(self) -> Saving | None:
        """Return how a valid record is saved, None when that can't be tested."""
        filled = self.filled()
        if filled is None:
            return None
        steps, texts = filled
        typed = [self.entries[key] for key in steps]
        known = {entry.key: entry.shown for entry in typed if entry.shown}
        found = self._found(texts, known) if self.marked else None
        return Saving(tuple(steps.values()), self._landing(known), found)

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
            if entry.asked and self.shown(entry, texts) and (needed or self._can_fill(entry)):
                yield entry

    def _can_fill(self, entry: Entry) -> bool:
        """Tell whether a test, which goes from top to bottom, can fill in a field without need."""
        below = list(self.entries)[list(self.entries).index(entry.key) :]
        if any(key in below for key in entry.show_when):
            return False
        other = self._other(entry)
        return entry.fill() is not None and (other is None or self.whole.samples(other) > 0)

    def _other(self, entry: Entry) -> EntityPlan | None:
        """Return the entity whose records are chosen from."""
        field = self.entity.field(entry.key)
        return self.whole.entities.get(field.spec.entity or "") if field else None

    def _step(self, entry: Entry, texts: Texts) -> UnboundCall:
        """Return how ``entry`` is filled in and note that in ``texts``. Raises ImpossibleError."""
        step = entry.fill()
        if step is None:
            raise ImpossibleError(f"no text could be found that {entry.label} accepts")
        other = self._other(entry)
        if other and not self.whole.samples(other):
            raise ImpossibleError(f"there is no record yet to choose for {entry.label}")
        texts[entry.key] = _SOMETHING if entry.shown is None else entry.text or ""
        return step

    def _check_complete(self, texts: Texts) -> None:
        """Raise ImpossibleError when something must be filled that the form does not ask for."""
        for entry in self.whole.entries(self.entity).values():
            if entry.key in self.entries or not self.shown(entry, texts) or entry.default:
                continue
            if self.needed(entry, texts):
                raise ImpossibleError(f"{entry.title} must be filled in, but can't be on this form")

    def _landing(self, known: Mapping[str, str]) -> Landing | None:
        """Return what follows on saving: the record, or the list, or nothing but a message.

        ``known`` says how the values of the record read.
        """
        detail = self.whole.screen_of(self.entity, "detail", self.role)
        if detail:
            titles = [self.whole.title(use) for use in detail.fields]
            values = [
                (title, known[use.key])
                for title, use in zip(titles, detail.fields, strict=True)
                if use.key in known and title in unambiguous(titles)
            ]
            return Landing(detail.title, tuple(values))
        listing = self.whole.screen_of(self.entity, "list", self.role)
        return Landing(listing.title, ()) if listing else None

    def _found(self, texts: Texts, known: Mapping[str, str]) -> Found | None:
        """Return a list to which the new record belongs; ``known`` says how its values read."""
        assert self.marked
        held = texts | {"state": self.entity.spec.initial_state or ""}
        for listing in self.whole.screens_of(self.entity, "list"):
            roles = self.whole.may(listing)
            if roles and self._fulfilled(listing.spec.where, held):
                role = self.role if self.role in roles else roles[0]
                titles = [self.whole.title(use) for use in listing.columns]
                cells = [
                    (title, known[use.key])
                    for title, use in zip(titles, listing.columns, strict=True)
                    if use.key in known and title in unambiguous(titles)
                ]
                return Found(address(listing), role, self.marked.text or "", tuple(cells))
        return None

    def _changing(self) -> Changing | None:
        step = self.marked.fill() if self.marked else None
        if self.marked is None or step is None or self.marked.show_when:
            return None
        landing = self._landing({self.marked.key: self.marked.text or ""})
        if landing is None or not self.whole.samples(self.entity):
            return None
        return Changing(step, landing)


def rounds(given: Sequence[Sequence[Thing]]) -> list[tuple[Thing, ...]]:
    """Return the first of each, then the second of each that has one, and so on."""
    turns = range(max(map(len, given), default=0))
    return [tuple(own[turn] for own in given if turn < len(own)) for turn in turns]


def _takes(entry: Entry, word: str) -> bool:
    """Tell whether ``word`` can be chosen or typed in ``entry``."""
    if entry.control == "tick":
        return True
    return word in entry.options if entry.options else entry.control in ("line", "lines")
