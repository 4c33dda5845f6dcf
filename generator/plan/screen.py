"""A screen as the generated source declares and builds it, and the parts that stand on it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pycode import Call, Name, call
from generator.spec.model import Screen

from .entities import EntityPlan, FieldPlan
from .tiles import TilePlan


@dataclass(frozen=True)
class UsePlan:
    """A field as a screen uses it; ``field`` is None for what every record has (``state``)."""

    key: str
    target: Name
    field: FieldPlan | None
    title: str | None
    feature: str | None

    def call(self, name: str) -> Call:
        """Return the call that puts the field on the screen: ``column(Report.kind)``."""
        return call(name, self.target, title=self.title, feature=self.feature)


@dataclass(frozen=True)
class StepPlan:
    """A step of a form that is filled in step by step."""

    key: str
    title: str
    fields: tuple[UsePlan, ...]
    opened: Call


@dataclass(frozen=True)
class ScreenPlan:
    """A screen as the generated source declares and builds it.

    ``opened`` are the arguments of its kind's own function: ``(view, Report, sort="date")``.
    """

    key: str
    module: str
    kind: str
    spec: Screen
    entity: EntityPlan | None
    declaration: Call
    opened: Call
    columns: tuple[UsePlan, ...]
    filters: tuple[UsePlan, ...]
    fields: tuple[UsePlan, ...]
    tiles: tuple[TilePlan, ...] = ()
    steps: tuple[StepPlan, ...] = ()

    @property
    def title(self) -> str:
        """The title of the screen."""
        return self.spec.title

    @property
    def shown(self) -> tuple[UsePlan, ...]:
        """The fields that stand on the screen, or narrow what it shows."""
        in_steps = (use for step in self.steps for use in step.fields)
        return (*self.columns, *self.filters, *self.fields, *in_steps)

    @property
    def classes(self) -> tuple[str, ...]:
        """The classes of ``model.py`` that the screen names."""
        own = [self.entity.class_name] if self.entity else []
        return (*own, *(tile.entity.class_name for tile in self.tiles))
