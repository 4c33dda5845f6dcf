"""The parts of a screen whose titles can be read on it, with the features that they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.plan.screen import ScreenPlan, UsePlan
from generator.spec.model import Condition

from .context import ProjectContext


@dataclass(frozen=True)
class Part:
    """A part of a screen: ``sure`` when its title is there whenever its features are.

    A part that is not ``known`` may be there in any phase view, or in none.
    """

    title: str
    features: tuple[str, ...]
    sure: bool = True
    known: bool = True


def asked_parts(
    fields: Iterable[UsePlan],
    context: ProjectContext,
    answers: Mapping[str, str],
    features: tuple[str, ...] = (),
) -> Iterator[Part]:
    """Yield the inputs of a form, with those that appear once another one is filled in.

    ``features`` are those of the step or screen that holds the ``fields``.
    """
    of_field = {use.key: features_of(use) for use in fields}
    for use in fields:
        conditions = conditions_of(use)
        known = all(answers.get(key) in texts for key, texts in conditions.items())
        on_it = (feature for key in conditions for feature in of_field.get(key, ()))
        yield Part(
            context.title(use), (*features, *of_field[use.key], *on_it), sure=known, known=known
        )


def value_parts(uses: Iterable[UsePlan], context: ProjectContext) -> Iterator[Part]:
    """Yield the values of a record; an empty one has no line, so none is sure."""
    yield from (Part(context.title(use), features_of(use), sure=False) for use in uses)


def line_parts(screen: ScreenPlan, context: ProjectContext) -> Iterator[Part]:
    """Yield the lines that each record of ``screen`` has, where there are records."""
    if screen.entity and context.samples(screen.entity):
        yield from value_parts(screen.columns, context)


def filter_parts(screen: ScreenPlan, context: ProjectContext) -> Iterator[Part]:
    """Yield the filters."""
    yield from (Part(context.title(use), features_of(use)) for use in screen.filters)


def features_of(use: UsePlan) -> tuple[str, ...]:
    """Return the feature that a field belongs to on its screen, as far as it belongs to one."""
    return those(use.feature or (use.field.spec.feature if use.field else None))


def conditions_of(use: UsePlan) -> Condition:
    """Return what must be answered before a field appears."""
    return use.field.spec.show_when if use.field else {}


def those(feature: str | None) -> tuple[str, ...]:
    """Return the features that ``feature`` names: itself, or none."""
    return (feature,) if feature else ()
