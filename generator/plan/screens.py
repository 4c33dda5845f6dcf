"""How the screens of a spec are planned: one module a screen, in the words of its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from generator.naming import distinct, module_identifier
from generator.pycode import Call, Expression, Name, Table, call
from generator.spec.model import FieldUse, Screen, Spec, WizardStep

from .entities import EntityPlan
from .kind import KindPlanner
from .memory import Memory
from .screen import ScreenPlan, StepPlan, UsePlan
from .tiles import TilePlan, plan_tiles

Default = Callable[[EntityPlan], Sequence[str]]
"""The keys of what a kind of screen shows of an entity when the spec does not say."""


def plan_screens(
    spec: Spec,
    entities: Mapping[str, EntityPlan],
    kinds: Mapping[str, KindPlanner],
    memory: Memory,
) -> tuple[ScreenPlan, ...]:
    """Return the screens of ``spec`` in its order.

    Screens whose kind is not built yet are left out; loading the spec reported them.
    """
    built = {key: screen for key, screen in spec.screens.items() if screen.kind in kinds}
    modules = distinct(map(module_identifier, built))

    def planned(key: str, module: str, screen: Screen) -> ScreenPlan:
        tiles = plan_tiles(screen, spec, entities)
        kind = kinds[screen.kind or ""]
        given = (module, screen, kind, entities.get(screen.entity or ""), tiles)
        return memory.recall("screen", key, given, partial(_plan_screen, key, *given))

    return tuple(map(planned, built, modules, built.values()))


def _plan_screen(
    key: str,
    module: str,
    screen: Screen,
    kind: KindPlanner,
    entity: EntityPlan | None,
    tiles: tuple[TilePlan, ...],
) -> ScreenPlan:
    def used(key: str, written: Iterable[FieldUse], default: Default) -> tuple[UsePlan, ...]:
        """Return what the spec writes for ``key``, else what the kind shows there."""
        if entity is None or key not in kind.traits.takes:
            return ()
        return _uses(written, entity) or _plain_uses(default(entity), entity)

    return ScreenPlan(
        key=key,
        module=module,
        kind=screen.kind or "",
        spec=screen,
        entity=entity,
        declaration=_declaration(key, screen, entity),
        opened=_opened(screen, kind, entity),
        columns=used("columns", screen.columns, kind.columns),
        filters=used("filters", screen.filters, kind.filters),
        fields=used("fields", screen.fields, kind.fields),
        tiles=tiles,
        steps=tuple(_step(key, step, entity) for key, step in screen.steps.items() if entity),
    )


def _declaration(key: str, screen: Screen, entity: EntityPlan | None) -> Call:
    """Return the call that declares the screen: ``Screen("report_list", title=…)``."""
    return call(
        "Screen",
        key,
        title=screen.title,
        kind=screen.kind,
        entity=Name(entity.class_name) if entity else None,
        roles=screen.roles,
        feature=screen.feature,
        help=screen.help,
        was=screen.was,
        where=_where(screen) if screen.traits.limits_its_record else None,
    )


def _opened(screen: Screen, kind: KindPlanner, entity: EntityPlan | None) -> Call:
    """Return the arguments of the kind's own function."""
    settings: dict[str, Expression] = {
        "sort": screen.sort,
        "where": None if screen.traits.limits_its_record else _where(screen),
    }
    placed_by = screen.traits.placed_by
    if entity and placed_by:
        key = getattr(screen, placed_by) or "state"
        settings = {placed_by: entity.target(key), **settings}
    settings |= kind.settings(screen, entity)
    if not screen.edit:
        settings["edit"] = Name("False")
    return call("", Name("view"), *([Name(entity.class_name)] if entity else []), **settings)


def _where(screen: Screen) -> Table:
    return Table(tuple(screen.where.items()))


def _step(key: str, step: WizardStep, entity: EntityPlan) -> StepPlan:
    uses = tuple(use for use in _plain_uses(step.fields, entity) if use.field)
    return StepPlan(key, step.title, uses, call("step", key, step.title, feature=step.feature))


def _uses(written: Iterable[FieldUse], entity: EntityPlan) -> tuple[UsePlan, ...]:
    """Return the uses that the spec writes, without fields whose type is not built yet."""
    return tuple(
        UsePlan(use.field, entity.target(use.field), entity.field(use.field), *_own(use))
        for use in written
        if entity.field(use.field) or use.field not in entity.spec.fields
    )


def _own(use: FieldUse) -> tuple[str | None, str | None]:
    return use.title, use.feature


def _plain_uses(keys: Iterable[str], entity: EntityPlan) -> tuple[UsePlan, ...]:
    return _uses((FieldUse(field=key) for key in keys), entity)
