"""The tests of a detail: its values, what each role may do in each state, and where that leads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.plan.entities import EntityPlan
from generator.plan.screens import ScreenPlan
from generator.plan.tests.taking import Taking, may_take, takings
from generator.plan.tests.whole import Role, Whole, test_names, unambiguous
from generator.pycode import Row


@dataclass(frozen=True)
class Taken:
    """A transition that a role takes here; ``name`` is what its test is called by."""

    name: str
    taking: Taking


@dataclass(frozen=True)
class DetailTests:
    """What the tests of a detail expect.

    ``values`` are the titles that every record shows, ``offered`` what each role finds in each
    state (role, state, titles of the transitions), ``state`` the title under which the state
    stands, empty when it isn't shown. ``changed_by`` is the title of the form to which it leads;
    with ``only_shows`` there is a form, but the spec wants no way to it from here.
    """

    values: tuple[str, ...]
    offered: tuple[Row, ...]
    taken: tuple[Taken, ...]
    state: str
    changed_by: str
    only_shows: bool
    left_out: tuple[str, ...]


def plan(screen: ScreenPlan, whole: Whole) -> DetailTests:
    """Return what the tests of the detail ``screen`` expect."""
    entity = screen.entity
    assert entity
    roles = whole.may(screen)
    titles = {use.key: whole.title(use) for use in screen.fields}
    always = [
        titles[use.key] for use in screen.fields if not (use.field and use.field.spec.show_when)
    ]
    known = unambiguous(list(titles.values()))
    form = whole.form_of(entity, next(iter(roles), None))
    found, left_out = takings(entity, whole, roles)
    if not whole.samples(entity):
        left_out = ["everything that needs a record: the spec asks for no sample data"]
    names = test_names(taking.key for taking in found)
    return DetailTests(
        values=tuple(title for title in always if title in known),
        offered=tuple(row for role in roles for row in offered_in_each_state(entity, role)),
        taken=tuple(map(Taken, names, found)),
        state=titles.get("state", "") if titles.get("state", "") in known else "",
        changed_by=form.title if form and screen.spec.edit else "",
        only_shows=form is not None and not screen.spec.edit,
        left_out=tuple(left_out),
    )


def offered_in_each_state(entity: EntityPlan, role: Role) -> Iterator[Row]:
    """Yield what ``role`` may do with a record in each state: role, state, titles."""
    for state in entity.spec.states:
        titles = tuple(
            transition.title
            for transition in entity.spec.transitions.values()
            if state in transition.from_ and may_take(transition, role)
        )
        yield Row((role, state, titles))
