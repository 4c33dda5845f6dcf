"""A detail: the values of a record, what each role may do in each state, and where that leads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.plan.entities import EntityPlan
from generator.plan.kind import KindPlanner
from generator.plan.screen import ScreenPlan
from generator.plan.tests.context import ProjectContext, Role, address, test_names, unambiguous
from generator.plan.tests.parts import Part, conditions_of, features_of, those
from generator.plan.tests.structure import begun
from generator.plan.tests.taking import Taking, may_take, takings
from generator.pycode import Row
from generator.spec.model import Transition


@dataclass(frozen=True)
class Taken:
    """A transition that a role takes here; ``name`` is what its test is called by.

    ``offered`` are the titles of all that the role may do then, empty when the test of another
    transition has seen them.
    """

    name: str
    taking: Taking
    offered: tuple[str, ...]


@dataclass(frozen=True)
class DetailTests:
    """What the tests of a detail expect.

    ``values`` are the titles that every record shows, ``offered`` what each role finds in each
    state (role, state, titles of the transitions), ``state`` the title under which the state
    stands, empty when it isn't shown. ``changed_by`` is the address of the form to which it leads;
    with ``only_shows`` there is a form, but the spec wants no way to it from here. ``refused`` is
    what the server refuses, whatever a screen offers (state, transition, role, name of the error),
    ``allowed`` what it lets roles do who do not do it in a test of the screen, with the error of an
    empty dialog; of several details for an entity the first has both.
    """

    values: tuple[str, ...]
    offered: tuple[Row, ...]
    taken: tuple[Taken, ...]
    state: str
    changed_by: str
    only_shows: bool
    refused: tuple[Row, ...]
    allowed: tuple[Row, ...]
    left_out: tuple[str, ...]

    @property
    def structure(self) -> tuple[str, ...]:
        """What the screen is built of: a term a value."""
        return tuple(begun("term", self.values, ":"))


def _tests(screen: ScreenPlan, context: ProjectContext) -> DetailTests:
    entity = screen.entity
    assert entity
    first = next(iter(context.screens_of(entity, "detail")), None)
    roles = context.may(screen)
    titles = {use.key: context.title(use) for use in screen.fields}
    always = [
        titles[use.key] for use in screen.fields if not (use.field and use.field.spec.show_when)
    ]
    distinct = unambiguous(list(titles.values()))
    form = context.form_of(entity, next(iter(roles), None))
    found, left_out = takings(entity, context, roles)
    if not context.samples(entity):
        left_out = ["everything that needs a record: the spec asks for no sample data"]
    names = test_names(taking.key for taking in found)
    return DetailTests(
        values=tuple(title for title in always if title in distinct),
        offered=tuple(row for role in roles for row in offered_in_each_state(entity, role)),
        taken=tuple(_taken(entity, names, found)),
        state=titles.get("state", "") if titles.get("state", "") in distinct else "",
        changed_by=address(form) if form and screen.spec.edit else "",
        only_shows=form is not None and not screen.spec.edit,
        refused=tuple(_refused(entity, context)) if screen is first else (),
        allowed=tuple(_allowed(entity, context, found)) if screen is first else (),
        left_out=tuple(left_out),
    )


def _taken(entity: EntityPlan, names: Sequence[str], found: Sequence[Taking]) -> Iterator[Taken]:
    seen = set()
    for name, taking in zip(names, found, strict=True):
        where = taking.role, taking.source
        offered = () if where in seen else _offered(entity, *where)
        seen.add(where)
        yield Taken(name, taking, offered)


def _refused(entity: EntityPlan, context: ProjectContext) -> Iterator[Row]:
    """Yield every role, a state and an empty dialog with which each transition is refused."""
    for key, transition in entity.spec.transitions.items():
        may = [role for role in context.roles if may_take(transition, role)]
        elsewhere = [state for state in entity.spec.states if state not in transition.from_]
        source = transition.from_[0]
        for role in context.roles:
            if role not in may:
                yield Row((source, key, role, "Refused"))
        if elsewhere and may:
            yield Row((elsewhere[0], key, may[0], "Refused"))
        if _asks(entity, transition) and may:
            yield Row((source, key, may[0], "NotValid"))


def _allowed(entity: EntityPlan, context: ProjectContext, found: Sequence[Taking]) -> Iterator[Row]:
    """Yield what comes of an empty dialog for each role that takes no transition on the screen."""
    seen = {(taking.key, taking.role) for taking in found}
    for key, transition in entity.spec.transitions.items():
        for role in context.roles:
            if may_take(transition, role) and (key, role) not in seen:
                error = "NotValid" if _asks(entity, transition) else ""
                yield Row((transition.from_[0], key, role, error))


def _asks(entity: EntityPlan, transition: Transition) -> bool:
    """Tell whether somebody must fill something in to take ``transition``."""
    inputs = [field for field in map(entity.field, transition.requires) if field]
    return transition.reason or any(not field.computed for field in inputs)


def offered_in_each_state(entity: EntityPlan, role: Role) -> Iterator[Row]:
    """Yield what ``role`` may do with a record in each state: role, state, titles."""
    for state in entity.spec.states:
        yield Row((role, state, _offered(entity, role, state)))


def _offered(entity: EntityPlan, role: Role, state: str) -> tuple[str, ...]:
    return tuple(
        transition.title
        for transition in entity.spec.transitions.values()
        if state in transition.from_ and may_take(transition, role)
    )


class DetailKind(KindPlanner):
    """A detail."""

    texts = ("detail",)

    def fields(self, entity: EntityPlan) -> Sequence[str]:
        """Show everything, and the state near the top."""
        keys = [field.key for field in entity.fields]
        return [*keys[:1], "state", *keys[1:]] if entity.flow else keys

    def parts(
        self, screen: ScreenPlan, context: ProjectContext, answers: Mapping[str, str]
    ) -> Iterator[Part]:
        """Yield the values of a record; what was done with it stays in its history."""
        for use in screen.fields:
            yield Part(context.title(use), features_of(use), sure=not conditions_of(use))
        for transition in screen.entity.spec.transitions.values() if screen.entity else ():
            yield Part(transition.title, those(transition.feature), sure=False)

    def tests(self, screen: ScreenPlan, context: ProjectContext) -> DetailTests:
        """Return what its tests expect."""
        return _tests(screen, context)
