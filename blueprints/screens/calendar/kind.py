"""A calendar: months, the records on their days, and adding one to a day."""

from __future__ import annotations

from calendar import Calendar, monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.plan.entities import EntityPlan
from generator.plan.kind import KindPlanner
from generator.plan.screen import ScreenPlan
from generator.plan.tests.context import ProjectContext, Role
from generator.pycode import Name, Table, UnboundCall, do

_SUNDAY = 6


@dataclass(frozen=True)
class Month:
    """A month as the query of an address names it, and the step that expects it."""

    query: str
    expected: UnboundCall


@dataclass(frozen=True)
class Adding:
    """A day on which ``role`` adds a record: the form that follows, and what its field holds."""

    role: Role
    day: str
    form: str
    field: str
    text: str


@dataclass(frozen=True)
class CalendarTests:
    """What the tests of a calendar expect.

    ``month`` is that of the sample data, ``later`` the one behind it. ``record`` finds one
    that must stand on a day, None when none need have one; ``state`` is the title of its state.
    """

    month: Month
    later: Month
    field: str
    record: UnboundCall | None
    state: str
    adding: Adding | None
    left_out: tuple[str, ...]

    structure = ("- table",)
    """What the screen is built of."""


def _tests(screen: ScreenPlan, context: ProjectContext) -> CalendarTests:
    entity = screen.entity
    assert entity
    day = context.sample_date
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    field = entity.field(screen.spec.date or "")
    state = _state(screen)
    where = dict(screen.spec.where) | ({"state": (state,)} if state else {})
    found = do("record", entity.key, Table(tuple(where.items())), sort=screen.spec.date)
    dated = field is not None and field.spec.required and bool(context.samples(entity))
    return CalendarTests(
        month=_month(day),
        later=_month(following),
        field=screen.spec.date or "",
        record=found if dated else None,
        state=entity.spec.states[state].title if state else "",
        adding=next(_adding(screen, context, day), None),
        left_out=() if dated else ("the records on their days: none need have a day",),
    )


def _state(screen: ScreenPlan) -> str:
    """Return a state whose records the calendar shows, empty when there are no states."""
    assert screen.entity
    limit = screen.spec.where.get("state")
    return next((key for key in screen.entity.spec.states if not limit or key in limit), "")


def _month(day: date) -> Month:
    cells = list(Calendar(_SUNDAY).itermonthdays(day.year, day.month))
    numbers = {
        "days": Name(str(monthrange(day.year, day.month)[1])),
        "before": Name(str(cells[:7].count(0))),
    }
    expected = do("calendar.expect_month", Name(str(day.year)), Name(str(day.month)), **numbers)
    return Month(f"{day:%Y-%m}", expected)


def _adding(screen: ScreenPlan, context: ProjectContext, day: date) -> Iterator[Adding]:
    """Yield where a day is prefilled: its form has the field and accepts the day."""
    assert screen.entity
    field = screen.entity.field(screen.spec.date or "")
    on_day = getattr(context.kit.types.get(field.type), "on_day", None) if field else None
    for role in context.may(screen) if field and on_day else ():
        form = context.screen_of(screen.entity, "form", role)
        titles_by_key = {use.key: context.title(use) for use in form.fields} if form else {}
        titles = list(titles_by_key.values())
        if form and field and on_day and titles.count(titles_by_key.get(field.key, "")) == 1:
            value = on_day(date(day.year, day.month, 28))
            kit_field = context.kit.field(field.spec)
            if not kit_field.problems(value) and not field.spec.show_when:
                text = str(kit_field.typed(value))
                yield Adding(role, f"{day:%Y-%m}-28", form.title, titles_by_key[field.key], text)


class CalendarKind(KindPlanner):
    """A calendar."""

    texts = ("calendar",)

    def columns(self, entity: EntityPlan) -> Sequence[str]:
        """Show nothing that the spec does not name: a day is small."""
        return ()

    def filters(self, entity: EntityPlan) -> Sequence[str]:
        """Show no filter that the spec does not ask for."""
        return ()

    def other_words(self, screen: ScreenPlan, context: ProjectContext) -> Iterator[str]:
        """Yield the days of the week too."""
        yield from super().other_words(screen, context)
        days = context.kit.say("calendar.weekdays")
        size = len(days) // 7
        yield from (days[n : n + size] for n in range(0, len(days), size))

    def tests(self, screen: ScreenPlan, context: ProjectContext) -> CalendarTests:
        """Return what its tests expect."""
        return _tests(screen, context)
