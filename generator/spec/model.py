"""The spec language: what a town writes down about the software it wants.

Every level has a short form (a text, a list of names) and a long form (a mapping); the short
form is turned into the long one before validation. All scalars arrive as the raw text that
stands in the YAML file, so ``0600001`` stays a postal code and ``No`` stays a choice: the type
of the field here decides what the text means. References to other parts of the spec are plain
ids here and are looked up in :mod:`generator.spec.checks`.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

LANGUAGE_VERSION = 1
UNDECIDED = "undecided"
OUT = "out"


class Part(BaseModel):
    """A part of a spec: unknown keys are errors, and nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def _check_id(value: object) -> object:
    if isinstance(value, str):
        if not value.strip():
            raise ValueError("id_empty")
        if len(value) > 80:
            raise ValueError("id_long")
        if not value.isprintable():
            raise ValueError("id_unprintable")
    return value


# An editor sees `2026` as a number and `true` as a boolean; for us they are the text as written.
Text = Annotated[str, WithJsonSchema({"type": ["string", "number", "boolean"]})]
Id = Annotated[str, BeforeValidator(_check_id)]
Ref = Annotated[str, WithJsonSchema({"type": ["string", "number"]})]


def _as_list(value: object) -> object:
    return value if isinstance(value, list) or value is None else [value]


def _empty_as_mapping(value: object) -> object:
    return {} if value is None else value


def _entries(value: object) -> object:
    """Turn ``[a, b]``, ``{a: 表題, b: }`` and ``{a: {…}}`` into ``{id: {title: …, …}}``."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        if len(set(value)) < len(value):
            raise ValueError("double_name")
        value = {name: {} for name in value}
    if not isinstance(value, dict):
        return {} if value is None else value
    return {key: _entry(key, item) for key, item in value.items()}


def _entry(key: str, item: object) -> object:
    if item is None:
        return {"title": key}
    if isinstance(item, str):
        return {"title": item}
    if isinstance(item, dict) and item.get("title") is None:
        return {**item, "title": key}
    return item


def _references(value: object) -> object:
    """Turn the short form ``[kind, state]`` of columns into ``[{field: kind}, …]``."""
    if not isinstance(value, list):
        return value
    return [{"field": item} if isinstance(item, str) else item for item in value]


Texts = Annotated[tuple[Text, ...], BeforeValidator(_as_list)]
Refs = Annotated[tuple[Ref, ...], BeforeValidator(_as_list)]
Condition = Annotated[dict[Id, Texts], BeforeValidator(_empty_as_mapping)]
"""Field id → the texts that fulfil it; several fields must all be fulfilled."""


class Language(StrEnum):
    """The language of the generated prototype's own texts."""

    JA = "ja"
    EN = "en"


class Difficulty(StrEnum):
    """How hard the engineers think a feature is."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class Project(Part):
    """What is being specified, by which team, for which organizations."""

    id: Id | None = None
    title: Text = Field(min_length=1)
    team: Text | None = None
    language: Language = Language.JA
    organizations: Texts = ()
    description: Text | None = None
    sample_date: date = date(2026, 11, 2)


class Phase(Part):
    """A release of the software."""

    title: Text
    until: Text | None = None


class Role(Part):
    """Somebody who uses the software."""

    title: Text
    who: Text | None = None


class Goal(Part):
    """What the towns want to be better, measurably."""

    title: Text
    parent: Ref | None = None
    measure: Text | None = None
    now: Text | None = None
    target: Text | None = None
    unit: Text | None = None
    by: Text | None = None


class Step(Part):
    """One step of a process: who does what, why, on which screen."""

    title: Text
    actor: Ref | None = None
    wants: Text | None = None
    trigger: Text | None = None
    input: Text | None = None
    output: Text | None = None
    screen: Ref | None = None
    action: Ref | None = None
    volume: Text | None = None
    deadline: Text | None = None
    overdue: Text | None = None
    exceptions: Texts = ()


def _steps(value: object) -> object:
    """Number the steps that were written as a plain list: S1, S2, …"""
    if isinstance(value, list):
        return {f"S{n}": _entry(f"S{n}", item) for n, item in enumerate(value, 1)}
    return _entries(value)


class Process(Part):
    """Work that goes from step to step through several hands."""

    title: Text
    goal: Ref | None = None
    volume: Text | None = None
    basis: Text | None = None
    exceptions: Texts = ()
    steps: Annotated[dict[Id, Step], BeforeValidator(_steps)] = Field(default_factory=dict)


class Pattern(Part):
    """A regular expression that the whole text must match, and what to say otherwise."""

    regex: Text
    message: Text | None = None


def _pattern(value: object) -> object:
    return {"regex": value} if isinstance(value, str) else value


class EntityField(Part):
    """One thing that is asked and kept about a record."""

    title: Text
    type: Text = "text"
    help: Text | None = None
    feature: Ref | None = None
    was: Texts = ()
    required: bool = False
    unique: bool = False
    default: Text | None = None
    min: Text | None = None
    max: Text | None = None
    min_length: int | None = Field(default=None, ge=0)
    max_length: int | None = Field(default=None, ge=1)
    pattern: Annotated[Pattern | None, BeforeValidator(_pattern)] = None
    choices: Texts = ()
    show_when: Condition = Field(default_factory=dict)
    required_when: Condition = Field(default_factory=dict)
    entity: Ref | None = None
    format: Text | None = None
    formula: Text | None = None
    unit: Text | None = None
    many: bool = False
    max_count: int | None = Field(default=None, ge=1)
    max_size: int | None = Field(default=None, ge=1)
    accept: Texts = ()
    personal: bool = False


class State(Part):
    """A state that a record can be in."""

    title: Text
    initial: bool = False
    final: bool = False
    was: Texts = ()


class Transition(Part):
    """A way from one state to another: who may take it and what it asks for."""

    title: Text
    from_: Refs = Field(alias="from", min_length=1)
    to: Ref
    by: Refs = ()
    requires: Refs = ()
    reason: bool = False
    feature: Ref | None = None


class Entity(Part):
    """A kind of record that the software keeps."""

    title: Text
    label: Text | None = None
    was: Texts = ()
    fields: Annotated[dict[Id, EntityField], BeforeValidator(_entries)] = Field(
        default_factory=dict
    )
    states: Annotated[dict[Id, State], BeforeValidator(_entries)] = Field(default_factory=dict)
    transitions: Annotated[dict[Id, Transition], BeforeValidator(_entries)] = Field(
        default_factory=dict
    )
    samples: int = Field(default=12, ge=0, le=100_000)
    rows: tuple[dict[Id, Texts], ...] = ()

    @property
    def initial_state(self) -> str | None:
        """The state of a new record: the one marked ``initial``, else the first."""
        marked = [key for key, state in self.states.items() if state.initial]
        return next(iter(marked or self.states), None)


class FieldUse(Part):
    """A field as a screen uses it: a column, a filter or an input."""

    field: Ref
    title: Text | None = None
    feature: Ref | None = None


class Tile(Part):
    """One figure or chart of a dashboard."""

    title: Text | None = None
    count: Ref | None = None
    sum: Ref | None = None
    chart: Ref | None = None
    by: Ref | None = None
    where: Condition = Field(default_factory=dict)
    feature: Ref | None = None


class WizardStep(Part):
    """One page of a form that is filled in step by step."""

    title: Text
    fields: tuple[Ref, ...] = ()


FieldUses = Annotated[tuple[FieldUse, ...], BeforeValidator(_references)]


class Screen(Part):
    """What somebody sees at one address of the prototype."""

    title: Text
    kind: Text | None = None
    entity: Ref | None = None
    roles: Refs = ()
    feature: Ref | None = None
    help: Text | None = None
    was: Texts = ()
    columns: FieldUses = ()
    filters: FieldUses = ()
    fields: FieldUses = ()
    sort: Text | None = None
    where: Condition = Field(default_factory=dict)
    by: Ref | None = None
    date: Ref | None = None
    location: Ref | None = None
    tiles: tuple[Tile, ...] = ()
    steps: Annotated[dict[Id, WizardStep], BeforeValidator(_steps)] = Field(default_factory=dict)
    form_number: Text | None = None
    text: Text | None = None
    options: dict[Id, Any] = Field(default_factory=dict)


class Decision(Part):
    """In which phase a feature comes, why, and who said so; written by the tool."""

    id: Text
    at: Text
    from_: Ref | None = Field(default=None, alias="from")
    phase: Ref
    by: Text
    reason: Text
    revisit: Text | None = None


class Feature(Part):
    """A function of the software that can be decided on."""

    title: Text
    goal: Refs = ()
    step: Refs = ()
    phase: Ref = UNDECIDED
    detail: Text | None = None
    difficulty: Difficulty | None = None
    needs: Refs = ()
    decisions: tuple[Decision, ...] = ()


class Question(Part):
    """Something that somebody must still answer."""

    text: Text
    about: Ref | None = None
    to: Text | None = None
    by: Text | None = None
    asked: Text | None = None
    answer: Text | None = None
    answered: Text | None = None
    answered_by: Text | None = None


def _questions(value: object) -> object:
    if not isinstance(value, dict):
        return {} if value is None else value
    return {key: {"text": q} if isinstance(q, str) else q for key, q in value.items()}


def _project(value: object) -> object:
    return {"title": value} if isinstance(value, str) else value


def _processes(value: object) -> object:
    """Take ``P1: [通報する, 受け付ける]`` as the steps of ``P1``."""
    if isinstance(value, dict):
        value = {
            key: {"steps": item} if isinstance(item, list) else item for key, item in value.items()
        }
    return _entries(value)


def _entities(value: object) -> object:
    """Take ``report: [場所, 種別]`` as the fields of ``report``."""
    if isinstance(value, dict):
        value = {
            key: {"fields": item} if isinstance(item, list) else item for key, item in value.items()
        }
    return _entries(value)


class Spec(Part):
    """A whole requirements spec."""

    version: int = Field(LANGUAGE_VERSION, alias="spec")
    project: Annotated[Project, BeforeValidator(_project)]
    phases: Annotated[dict[Id, Phase], BeforeValidator(_entries)] = Field(default_factory=dict)
    roles: Annotated[dict[Id, Role], BeforeValidator(_entries)] = Field(default_factory=dict)
    goals: Annotated[dict[Id, Goal], BeforeValidator(_entries)] = Field(default_factory=dict)
    processes: Annotated[dict[Id, Process], BeforeValidator(_processes)] = Field(
        default_factory=dict
    )
    entities: Annotated[dict[Id, Entity], BeforeValidator(_entities)] = Field(default_factory=dict)
    screens: Annotated[dict[Id, Screen], BeforeValidator(_entries)] = Field(default_factory=dict)
    features: Annotated[dict[Id, Feature], BeforeValidator(_entries)] = Field(default_factory=dict)
    glossary: Annotated[dict[Text, Text], BeforeValidator(_empty_as_mapping)] = Field(
        default_factory=dict
    )
    questions: Annotated[dict[Id, Question], BeforeValidator(_questions)] = Field(
        default_factory=dict
    )
