"""A board: records as cards in columns, which may be moved along the transitions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.plan.entities import EntityPlan
from generator.plan.kind import KindPlanner
from generator.plan.screen import ScreenPlan
from generator.plan.tests.context import ProjectContext, Role, unambiguous
from generator.plan.tests.structure import named
from generator.plan.tests.taking import Taking, may_take, takings
from generator.pycode import Row, Table, UnboundCall, do
from generator.spec.model import Condition

MOST_CARD_LINES = 3


@dataclass(frozen=True)
class Move:
    """A card that ``role`` moves, or can't move, from one column to another.

    ``record`` finds the record that it stands for; ``action`` is what its menu offers, ``taking``
    the transition behind it. With ``ambiguous`` another one leads to the same column, so that
    somebody who drags the card there is asked.
    """

    role: Role
    record: UnboundCall
    source: str
    target: str
    action: str
    taking: Taking | None
    ambiguous: bool = False


@dataclass(frozen=True)
class BoardTests:
    """What the tests of a board expect.

    ``columns`` are the titles in order, ``records`` holds the title of each column and the call
    that finds a record that belongs there; every card says something under each of ``lines``.
    """

    columns: tuple[str, ...]
    records: tuple[Row, ...]
    lines: tuple[str, ...]
    moved: Move | None
    dragged: Move | None
    stays: Move | None
    left_out: tuple[str, ...]

    @property
    def structure(self) -> tuple[str, ...]:
        """What the screen is built of: a region a column."""
        return tuple(named("region", self.columns))


class _Board:
    """A board while its tests are planned."""

    def __init__(self, screen: ScreenPlan, context: ProjectContext) -> None:
        assert screen.entity
        self.screen, self.context = screen, context
        self.entity: EntityPlan = screen.entity
        self.by = screen.spec.by or "state"
        self.roles = context.may(screen)
        self.columns = self._columns()
        self.distinct = unambiguous(list(self.columns.values()))

    def plan(self) -> BoardTests:
        """Return what the tests expect."""
        found, left_out = takings(self.entity, self.context, self.roles)
        inside = {self.columns.get(taking.target, "") for taking in found} & set(self.distinct)
        ways = [
            taking
            for taking in found
            if taking.source != taking.target
            and taking.source_title in self.distinct
            and taking.target_title in inside
        ]
        plain = [taking for taking in ways if not taking.opens_dialog]
        moves = [self._move(taking) for taking in [*ways, *plain]] if self.by == "state" else []
        moves = moves or self._free_moves()
        recognizable = [move for move in moves if self._names_its_record(move.role)]
        if moves and not recognizable:
            left_out.append("moving a card: nothing on it says which record it is")
        records = [
            Row((title, self._record(key)))
            for key, title in self.columns.items()
            if title in self.distinct
        ]
        samples = self.context.samples(self.entity)
        if samples < len(records):
            left_out.append("the cards of every column: there are fewer records than columns")
        return BoardTests(
            columns=tuple(self.columns.values()),
            records=tuple(records[:samples]),
            lines=tuple(self._lines()),
            moved=recognizable[0] if recognizable else None,
            dragged=recognizable[-1] if recognizable else None,
            stays=self._stays(),
            left_out=tuple(left_out),
        )

    def _names_its_record(self, role: Role) -> bool:
        """Tell whether a card still names its own record, and no other, after a move."""
        if self.context.screen_of(self.entity, "detail", role):
            return True
        label = self.entity.spec.label or f"{{{next(iter(self.entity.spec.fields), '')}}}"
        own = [
            field.key
            for field in self.entity.fields
            if f"{{{field.key}}}" in label and (field.spec.unique or field.type == "auto_number")
        ]
        return bool(own) and f"{{{self.by}}}" not in label

    def _lines(self) -> Iterator[str]:
        """Yield the titles of what is on every card, as it is never empty."""
        for use in self.screen.columns:
            spec = use.field.spec if use.field else None
            if spec and spec.required and not spec.show_when:
                yield self.context.title(use)

    def _columns(self) -> dict[str, str]:
        """Return the columns: the value that records there have, with its title."""
        allowed = self.screen.spec.where.get(self.by)
        if self.by == "state":
            titles = {key: state.title for key, state in self.entity.spec.states.items()}
        else:
            titles = {word: word for word in self.entity.spec.fields[self.by].choices}
        return {key: title for key, title in titles.items() if not allowed or key in allowed}

    def _record(self, key: str) -> UnboundCall:
        """Return the step that finds the first record of a column."""
        where: Condition = {**self.screen.spec.where, self.by: (key,)}
        condition = Table(tuple(where.items()))
        return do("record", self.entity.key, condition, sort=self.screen.spec.sort)

    def _move(self, taking: Taking) -> Move:
        ways = [
            transition
            for transition in self.entity.spec.transitions.values()
            if taking.source in transition.from_
            and taking.target == transition.to
            and may_take(transition, taking.role)
        ]
        return Move(
            role=taking.role,
            record=self._record(taking.source),
            source=taking.source_title,
            target=taking.target_title,
            action=taking.title,
            taking=taking,
            ambiguous=len(ways) > 1,
        )

    def _free_moves(self) -> list[Move]:
        """Return a move between columns that are no states: whoever may change the record may."""
        roles = [role for role in self.roles if self.context.form_of(self.entity, role)]
        if self.by == "state" or len(self.distinct) < 2 or not roles:
            return []
        source, target = self.distinct[:2]
        return [Move(roles[0], self._record(source), source, target, target, None)]

    def _stays(self) -> Move | None:
        """Return a move between states that no transition allows the first role."""
        if self.by != "state" or not self.roles:
            return None
        role = self.roles[0]
        for source, source_title in self.columns.items():
            reached = {
                transition.to
                for transition in self.entity.spec.transitions.values()
                if source in transition.from_ and may_take(transition, role)
            }
            for target, title in self.columns.items():
                if target not in (source, *reached) and {title, source_title} <= set(self.distinct):
                    return Move(role, self._record(source), source_title, title, "", None)
        return None


class BoardKind(KindPlanner):
    """A board."""

    texts = ("board",)
    shows_lines = True

    def columns(self, entity: EntityPlan) -> Sequence[str]:
        """Show a few lines on a card, without what its title says already."""
        short = [field.key for field in entity.fields if not field.wide]
        label = entity.spec.label or ""
        return [key for key in short if f"{{{key}}}" not in label][:MOST_CARD_LINES]

    def tests(self, screen: ScreenPlan, context: ProjectContext) -> BoardTests:
        """Return what its tests expect."""
        return _Board(screen, context).plan()
