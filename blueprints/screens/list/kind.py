"""A list: columns, filters, order, pages, and where it leads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.plan.entities import EntityPlan
from generator.plan.kind import KindPlanner
from generator.plan.screen import ScreenPlan, UsePlan
from generator.plan.tests.context import ProjectContext, address, unambiguous
from generator.plan.tests.parts import Part, value_parts
from generator.plan.tests.structure import named, table
from generator.pycode import Row, Table, UnboundCall, do
from generator.spec.model import Condition

PAGE_SIZE = 20
"""Records on one page of a list."""

_CHOSEN = 3
"""Options of a filter that a test chooses: that it offers all of them is another test."""

_NUMBERED = {
    *("auto_number", "integer", "decimal", "money", "percent"),
    *("date", "datetime", "time", "year_month"),
}
"""Types whose texts stand in the same order as the numbers in them."""


@dataclass(frozen=True)
class Way:
    """A link to another screen: its words, and where it leads."""

    title: str
    address: str


@dataclass(frozen=True)
class ListTests:
    """What the tests of a list expect.

    ``narrowed`` holds the filters whose field is a column (title of the filter, title of the
    column, options, what a record is that the first of them finds), ``sorted`` what a press on a
    header leads to (title, order), ``at_first`` the order before anybody presses, ``in_order`` the
    columns whose texts show the order, ``numbers`` those with numbers to calculate with. ``limit``
    is what all its records fulfil, ``total`` how many there are, None when only the prototype
    knows. ``leads_to`` is the address of the detail, ``adds_by`` the form for a new record.
    """

    columns: tuple[str, ...]
    filters: tuple[UnboundCall, ...]
    narrowed: tuple[Row, ...]
    sorted: tuple[Row, ...]
    at_first: Row | None
    in_order: tuple[str, ...]
    numbers: tuple[str, ...]
    limit: Table | None
    total: int | None
    page_size: int
    leads_to: str
    adds_by: Way | None
    known_again: bool
    left_out: tuple[str, ...]

    @property
    def structure(self) -> tuple[str, ...]:
        """What the screen is built of: the filters, then the table."""
        filters = (title for call in self.filters for title in call.args[:1])
        return (*named("combobox", map(str, filters)), *table(self.columns))


def _tests(screen: ScreenPlan, context: ProjectContext) -> ListTests:
    entity = screen.entity
    assert entity
    role = next(iter(context.may(screen)), None)
    detail = context.screen_of(entity, "detail", role)
    form = context.form_of(entity, role)
    columns = [context.title(use) for use in screen.columns]
    distinct = [
        (title, use)
        for title, use in zip(columns, screen.columns, strict=True)
        if title in unambiguous(columns)
    ]
    return ListTests(
        columns=tuple(columns),
        filters=tuple(_filters(screen, entity, context)),
        narrowed=tuple(_narrowed(screen, entity, context, distinct)),
        sorted=tuple(_sorted(screen, distinct)),
        at_first=_at_first(screen, distinct),
        in_order=tuple(_in_order(distinct)),
        numbers=tuple(_numbers(distinct, context)),
        limit=Table(tuple(screen.spec.where.items())) if screen.spec.where else None,
        total=None if screen.spec.where else context.samples(entity),
        page_size=PAGE_SIZE,
        leads_to=address(detail) if detail else "",
        adds_by=Way(form.title, address(form)) if form else None,
        known_again=bool(
            context.screen_of(entity, "form", role)
            and context.samples(entity)
            and _matches_rows(screen)
        ),
        left_out=tuple(_left_out(screen, context, columns)),
    )


def _matches_rows(screen: ScreenPlan) -> bool:
    """Tell whether exported rows can be matched to their records: by a number or a unique field."""
    fields = [use.field for use in screen.columns if use.field]
    titles = [field.spec.title for field in fields]
    unambiguous_titles = unambiguous(titles) == titles and not screen.spec.where
    return unambiguous_titles and any(
        field.type == "auto_number" or (field.spec.unique and field.spec.required)
        for field in fields
    )


def _titles_of_filters(screen: ScreenPlan, context: ProjectContext) -> list[str]:
    """Return the titles of the filters that can be told apart, from the search line too."""
    titles = [context.title(use) for use in screen.filters]
    return unambiguous([context.kit.say("records.search"), *titles])


def _left_out(screen: ScreenPlan, context: ProjectContext, columns: Sequence[str]) -> Iterator[str]:
    distinct = _titles_of_filters(screen, context)
    for title in dict.fromkeys(context.title(use) for use in screen.filters):
        if title not in distinct:
            yield f"the filter {title}: several are called so"
    for title in dict.fromkeys(columns):
        if title not in unambiguous(columns):
            yield f"the values of the column {title}: several are called so"


def _filters(
    screen: ScreenPlan, entity: EntityPlan, context: ProjectContext
) -> Iterator[UnboundCall]:
    distinct = _titles_of_filters(screen, context)
    for use in screen.filters:
        title, options = context.title(use), _options(use, screen, entity, context)
        if title in distinct:
            given = () if options is None else (options,)
            yield do("table.expect_filter", title, *given)


def _options(
    use: UsePlan, screen: ScreenPlan, entity: EntityPlan, context: ProjectContext
) -> tuple[str, ...] | None:
    """Return what a filter offers within the limits of the list, None when it isn't in the spec."""
    return tuple(_every_option(use, screen, entity, context).values()) or None


def _every_option(
    use: UsePlan, screen: ScreenPlan, entity: EntityPlan, context: ProjectContext
) -> Mapping[str, str]:
    """Return what a filter offers by what a record has then, nothing when it isn't in the spec."""
    every: dict[str, str] = {}
    if use.key == "state":
        every = {key: state.title for key, state in entity.spec.states.items()}
    elif use.field and use.field.spec.choices:
        every = {word: word for word in use.field.spec.choices}
    elif use.field and context.entries(entity)[use.key].control == "tick":
        words = context.kit.say("value.yes"), context.kit.say("value.no")
        every = {word: word for word in words}
    limit = screen.spec.where.get(use.key)
    return {key: title for key, title in every.items() if not limit or key in limit}


def _narrowed(
    screen: ScreenPlan,
    entity: EntityPlan,
    context: ProjectContext,
    columns: Sequence[tuple[str, UsePlan]],
) -> Iterator[Row]:
    distinct = _titles_of_filters(screen, context)
    for use in screen.filters:
        title, options = context.title(use), _options(use, screen, entity, context)
        first = next(iter(_every_option(use, screen, entity, context)), "")
        column = next((name for name, other in columns if other.key == use.key), None)
        several = use.key in context.entries(entity) and (
            context.entries(entity)[use.key].control == "choose_many"
        )
        if title in distinct and column is not None and options and not several:
            where: Condition = {**screen.spec.where, use.key: (first,)}
            yield Row((title, column, options[:_CHOSEN], Table(tuple(where.items()))))


def _sorted(screen: ScreenPlan, columns: Sequence[tuple[str, UsePlan]]) -> Iterator[Row]:
    """Yield the order after one press: the other way round where the list is sorted so already."""
    for place, (title, use) in enumerate(columns):
        turned = place == 0 and screen.spec.sort == use.key
        yield Row((title, "descending" if turned else "ascending"))


def _at_first(screen: ScreenPlan, columns: Sequence[tuple[str, UsePlan]]) -> Row | None:
    """Return the column by which the list is sorted when it opens, and how; None without one."""
    sort = screen.spec.sort or ""
    order = "descending" if sort.startswith("-") else "ascending"
    found = (Row((title, order)) for title, use in columns if use.key == sort.removeprefix("-"))
    return next(found, None)


def _numbers(columns: Sequence[tuple[str, UsePlan]], context: ProjectContext) -> Iterator[str]:
    """Yield the columns that a sheet holds as numbers."""
    for title, use in columns:
        if use.field and context.kit.field(use.field.spec).numeric:
            yield title


def _in_order(columns: Sequence[tuple[str, UsePlan]]) -> Iterator[str]:
    """Yield the columns whose order can be seen from the numbers in their texts."""
    yield from (title for title, use in columns if use.field and use.field.type in _NUMBERED)


class ListKind(KindPlanner):
    """A list."""

    texts = ("records",)

    def parts(
        self, screen: ScreenPlan, context: ProjectContext, answers: Mapping[str, str]
    ) -> Iterator[Part]:
        """Yield the columns, as they are named where they can be chosen: all but the first."""
        yield from value_parts(screen.columns[1:], context)
        yield from super().parts(screen, context, answers)

    def tests(self, screen: ScreenPlan, context: ProjectContext) -> ListTests:
        """Return what its tests expect."""
        return _tests(screen, context)
