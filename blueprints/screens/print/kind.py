"""A printed form: texts, the table of a record, the button, and the way to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.plan.entities import EntityPlan
from generator.plan.kind import KindPlanner
from generator.plan.screen import ScreenPlan
from generator.plan.tests.context import ProjectContext, Role, address, unambiguous
from generator.pycode import Expression
from generator.spec.model import Screen
from generator.spec.prose import read_prose

_COMPARED = 3
"""Values that a test compares with those of the detail."""
_OTHERWISE = {"date", "photo", "file"}
"""Types whose values are written in another way on paper."""


@dataclass(frozen=True)
class Way:
    """The way from a detail: its address, the role, and titles shown both there and on paper."""

    address: str
    role: Role
    titles: tuple[str, ...]


@dataclass(frozen=True)
class PrintTests:
    """What the tests of a printed form expect.

    ``texts`` stand on the paper, with ``{field}`` for a value of the record; ``rows``
    are the titles that every record has. ``other`` is a state in which nothing can be printed.
    """

    texts: tuple[str, ...]
    rows: tuple[str, ...]
    seals: tuple[str, ...]
    way: Way | None
    other: str
    left_out: tuple[str, ...]


def _tests(screen: ScreenPlan, context: ProjectContext) -> PrintTests:
    spec, entity = screen.spec, screen.entity
    assert entity
    titles = {use.key: context.title(use) for use in screen.fields}
    distinct = unambiguous(list(titles.values()))
    always = [use for use in screen.fields if not (use.field and use.field.spec.show_when)]
    texts = [spec.form_number, spec.recipient, spec.sender, *read_prose(spec.text or "").lines]
    printable = spec.where.get("state", ())
    nothing = "everything that needs a record: the spec asks for no sample data"
    return PrintTests(
        texts=tuple(text for text in texts if text),
        rows=tuple(titles[use.key] for use in always if titles[use.key] in distinct),
        seals=spec.seals,
        way=_way(screen, context),
        other=next((key for key in entity.spec.states if printable and key not in printable), ""),
        left_out=() if context.samples(entity) else (nothing,),
    )


def _way(screen: ScreenPlan, context: ProjectContext) -> Way | None:
    """Return the way for the first role that may open both screens, None when no role may."""
    assert screen.entity
    for role in context.may(screen):
        detail = context.screen_of(screen.entity, "detail", role)
        if detail:
            return Way(address(detail), role, tuple(_compared(screen, detail, context))[:_COMPARED])
    return None


def _compared(screen: ScreenPlan, detail: ScreenPlan, context: ProjectContext) -> Iterator[str]:
    """Yield the titles of what reads the same on both; days are written in another way."""
    there = [context.title(use) for use in detail.fields]
    here = [context.title(use) for use in screen.fields]
    for use, title in zip(screen.fields, here, strict=True):
        plain = use.field and not use.field.spec.show_when and use.field.type not in _OTHERWISE
        if plain and title in unambiguous(here) and title in unambiguous(there):
            yield title


class PrintKind(KindPlanner):
    """A printed form."""

    def fields(self, entity: EntityPlan) -> Sequence[str]:
        """Print everything."""
        return [field.key for field in entity.fields]

    def settings(self, screen: Screen, entity: EntityPlan | None) -> Mapping[str, Expression]:
        """Name what stands round the table."""
        return {
            "form_number": screen.form_number,
            "date": entity.target(screen.date) if entity and screen.date else None,
            "recipient": screen.recipient,
            "sender": screen.sender,
            "text": screen.lines,
            "seals": screen.seals,
        }

    def tests(self, screen: ScreenPlan, context: ProjectContext) -> PrintTests:
        """Return what its tests expect."""
        return _tests(screen, context)
