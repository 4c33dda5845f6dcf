"""How the screens of a spec are written: one module a screen, in the words of its kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from generator.naming import distinct, module_identifier
from generator.pycode import Call, Expression, Name, Table, call
from generator.spec.model import FieldUse, Screen, Spec, WizardStep
from generator.spec.vocabulary import Vocabulary

from .entities import EntityPlan, FieldPlan
from .memory import Memory
from .tiles import TilePlan, plan_tiles

MOST_COLUMNS = 6
MOST_FILTERS = 3
MOST_CARD_LINES = 3
_BY = {"board": "by", "calendar": "date", "map": "location"}
"""The key that says by which field a kind of screen places the records."""
_ONE_RECORD = {"print"}
"""Kinds that show one record, if it fulfils what the screen asks for: who leads there asks too."""
_ONLY_WHAT_IS_WRITTEN = {"calendar", "map"}
"""Kinds whose records are small, so that nothing stands in them that the spec does not ask for."""


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


Default = Callable[[str | None, EntityPlan], tuple[UsePlan, ...]]
"""What a kind of screen shows of an entity when the spec does not say."""


@dataclass(frozen=True)
class StepPlan:
    """A step of a form that is filled in step by step."""

    key: str
    title: str
    fields: tuple[UsePlan, ...]
    opened: Call


@dataclass(frozen=True)
class ScreenPlan:
    """A screen as the generated source declares and builds it."""

    key: str
    module: str
    kind: str
    spec: Screen
    entity: EntityPlan | None
    declaration: Call
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

    @property
    def opened(self) -> Call:
        """The arguments with which the kind's own function is opened: ``(view, Report, …)``."""
        settings: dict[str, Expression] = {
            "sort": self.spec.sort,
            "where": None if self.kind in _ONE_RECORD else _where(self.spec),
        }
        if self.entity and self.kind in _BY:
            key = getattr(self.spec, _BY[self.kind]) or "state"
            settings = {_BY[self.kind]: self.entity.target(key), **settings}
        if self.entity and self.kind == "print":
            settings |= self._paper(self.entity)
        if self.kind == "map":
            settings |= {"tiles": self.spec.tile_server, "credit": self.spec.tile_credit}
        if not self.spec.edit:
            settings["edit"] = Name("False")
        return call("", Name("view"), *self._entity_name, **settings)

    def _paper(self, entity: EntityPlan) -> dict[str, Expression]:
        """Return what stands round the table of a printed form."""
        return {
            "form_number": self.spec.form_number,
            "date": entity.target(self.spec.date) if self.spec.date else None,
            "recipient": self.spec.recipient,
            "sender": self.spec.sender,
            "text": self.lines,
            "seals": self.spec.seals,
        }

    @property
    def lines(self) -> tuple[str, ...]:
        """The text of the screen, line by line."""
        return tuple(self.spec.text.split("\n")) if self.spec.text else ()

    @property
    def _entity_name(self) -> tuple[Name, ...]:
        return (Name(self.entity.class_name),) if self.entity else ()


def plan_screens(
    spec: Spec, entities: dict[str, EntityPlan], vocabulary: Vocabulary, memory: Memory
) -> tuple[ScreenPlan, ...]:
    """Return the screens of ``spec`` in its order.

    Screens whose kind is not built yet are left out; the load has said so.
    """
    built = {
        key: screen
        for key, screen in spec.screens.items()
        if screen.kind in vocabulary.screen_kinds
    }
    modules = distinct(map(module_identifier, built))

    def planned(key: str, module: str, screen: Screen) -> ScreenPlan:
        tiles = plan_tiles(screen, spec, entities)
        takes = vocabulary.screen_kinds[screen.kind or ""].takes
        given = (module, screen, takes, entities.get(screen.entity or ""), tiles)
        return memory.recall("screen", key, given, partial(_plan_screen, key, *given))

    return tuple(map(planned, built, modules, built.values()))


def _plan_screen(
    key: str,
    module: str,
    screen: Screen,
    takes: frozenset[str],
    entity: EntityPlan | None,
    tiles: tuple[TilePlan, ...],
) -> ScreenPlan:
    declaration = call(
        "Screen",
        key,
        title=screen.title,
        kind=screen.kind,
        entity=Name(entity.class_name) if entity else None,
        roles=screen.roles,
        feature=screen.feature,
        help=screen.help,
        was=screen.was,
        where=_where(screen) if screen.kind in _ONE_RECORD else None,
    )

    def used(key: str, written: Iterable[FieldUse], default: Default) -> tuple[UsePlan, ...]:
        """Return what the spec writes for ``key``, else what the kind shows there."""
        if entity is None or key not in takes:
            return ()
        return _uses(written, entity) or default(screen.kind, entity)

    return ScreenPlan(
        key=key,
        module=module,
        kind=screen.kind or "",
        spec=screen,
        entity=entity,
        declaration=declaration,
        columns=used("columns", screen.columns, _default_columns),
        filters=used("filters", screen.filters, _default_filters),
        fields=used("fields", screen.fields, _default_fields),
        tiles=tiles,
        steps=tuple(_step(key, step, entity) for key, step in screen.steps.items() if entity),
    )


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


def _default_columns(kind: str | None, entity: EntityPlan) -> tuple[UsePlan, ...]:
    """Show the first short fields, and the state; a card shows fewer and has its state anyway."""
    if kind in _ONLY_WHAT_IS_WRITTEN:
        return ()
    short = [field.key for field in entity.fields if not field.wide]
    if kind == "board":
        label = entity.spec.label or ""
        return _plain_uses(
            [key for key in short if f"{{{key}}}" not in label][:MOST_CARD_LINES], entity
        )
    if not entity.flow:
        return _plain_uses(short[:MOST_COLUMNS], entity)
    return _plain_uses([*short[: MOST_COLUMNS - 1], "state"], entity)


def _default_filters(kind: str | None, entity: EntityPlan) -> tuple[UsePlan, ...]:
    if kind in _ONLY_WHAT_IS_WRITTEN:
        return ()
    keys = ["state"] if entity.flow else []
    keys += [field.key for field in entity.fields if field.filterable]
    return _plain_uses(keys[:MOST_FILTERS], entity)


def _default_fields(kind: str | None, entity: EntityPlan) -> tuple[UsePlan, ...]:
    """Ask for everything that somebody types; show and print everything."""
    shows = kind in ("detail", "print")
    keys = [field.key for field in entity.fields if shows or not field.computed]
    if kind == "detail" and entity.flow:
        keys = [*keys[:1], "state", *keys[1:]]
    return _plain_uses(keys, entity)
