"""The spec language: what a town writes down about the software it wants.

Every level has a short form (a text, a list of names) and a long form (a mapping); the short
form is turned into the long one (:mod:`.forms`) before validation. All scalars arrive as the raw
text that stands in the YAML file, so ``0600001`` stays a postal code and ``No`` stays a choice:
the type of the field here decides what the text means. References to other parts of the spec are
plain ids here and are looked up in :mod:`generator.spec.checks`.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from generator.kinds.screen_kind import NOT_BUILT, ScreenKind

from . import forms

LANGUAGE_VERSION = 1
UNDECIDED = "undecided"
OUT = "out"
LONGEST_ID = 80
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Part(BaseModel):
    """A part of a spec: unknown keys are errors, and nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def _check_id(value: object) -> object:
    if isinstance(value, str):
        if not value.strip():
            raise PydanticCustomError("id_empty", "an id is empty")
        if value != value.strip():
            raise PydanticCustomError("id_space", "an id begins or ends with a space")
        if len(value) > LONGEST_ID:
            raise PydanticCustomError("id_long", "an id is too long")
        if not value.replace("\u3000", " ").isprintable():
            raise PydanticCustomError("id_unprintable", "an id holds an invisible character")
    return value


def _check_day(value: object) -> object:
    """Refuse what pydantic would take for seconds since 1970."""
    if isinstance(value, str) and not _DAY.fullmatch(value):
        raise PydanticCustomError("date_expected", "not year-month-day")
    return value


Text = str
Day = Annotated[date, BeforeValidator(_check_day)]
Id = Annotated[str, BeforeValidator(_check_id)]
Ref = str
Texts = Annotated[tuple[Text, ...], BeforeValidator(forms.single_or_list)]
Refs = Annotated[tuple[Ref, ...], BeforeValidator(forms.single_or_list)]
Condition = Annotated[dict[Id, Texts], BeforeValidator(forms.empty_or_mapping)]
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


class Chart(StrEnum):
    """How a chart is drawn."""

    BAR = "bar"
    LINE = "line"
    PIE = "pie"


class Project(Part):
    """What is being specified, by which team, for which organizations."""

    id: Id | None = None
    title: Text = Field(min_length=1)
    team: Text | None = None
    language: Language = Language.JA
    organizations: Texts = ()
    description: Text | None = None
    sample_date: Day = date(2026, 11, 2)


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


class Process(Part):
    """Work that goes from step to step through several hands."""

    title: Text
    goal: Ref | None = None
    volume: Text | None = None
    basis: Text | None = None
    exceptions: Texts = ()
    steps: Annotated[dict[Id, Step], BeforeValidator(forms.steps)] = Field(default_factory=dict)


class Pattern(Part):
    """A regular expression that the whole text must match, and what to say otherwise."""

    regex: Text
    message: Text | None = None


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
    pattern: Annotated[Pattern | None, BeforeValidator(forms.text_is_regex)] = None
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
    """A kind of record that the software keeps.

    ``rows`` are the records to begin with: field id → text as people would type it. A record of
    another entity is named by its label or by the text of its first field.
    """

    title: Text
    label: Text | None = None
    was: Texts = ()
    fields: Annotated[dict[Id, EntityField], BeforeValidator(forms.entries)] = Field(
        default_factory=dict
    )
    states: Annotated[dict[Id, State], BeforeValidator(forms.entries)] = Field(default_factory=dict)
    transitions: Annotated[dict[Id, Transition], BeforeValidator(forms.entries)] = Field(
        default_factory=dict
    )
    keep: Text | None = None
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


TILE_KINDS = ("count", "sum", "chart")


class Tile(Part):
    """One figure or chart of a dashboard, of the entity that ``count``, ``sum`` or ``chart`` names.

    ``of`` is the field that is added up, ``by`` the one whose values a chart tells apart.
    """

    title: Text | None = None
    count: Ref | None = None
    sum: Ref | None = None
    chart: Ref | None = None
    of: Ref | None = None
    by: Ref | None = None
    as_: Chart | None = Field(default=None, alias="as")
    where: Condition = Field(default_factory=dict)
    feature: Ref | None = None

    @property
    def shows(self) -> str | None:
        """The key that says what the tile shows: the first that is written; None without any."""
        return next((key for key in TILE_KINDS if getattr(self, key)), None)

    @property
    def entity(self) -> Ref | None:
        """The entity whose records are counted."""
        return getattr(self, self.shows) if self.shows else None


class WizardStep(Part):
    """One page of a form that is filled in step by step."""

    title: Text
    fields: Refs = ()
    feature: Ref | None = None


FieldUses = Annotated[tuple[FieldUse, ...], BeforeValidator(forms.field_uses)]


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
    tile_server: Text | None = None
    tile_credit: Text | None = None
    tiles: Annotated[tuple[Tile, ...], BeforeValidator(forms.single_or_list)] = ()
    steps: Annotated[dict[Id, WizardStep], BeforeValidator(forms.steps)] = Field(
        default_factory=dict
    )
    form_number: Text | None = None
    recipient: Text | None = None
    sender: Text | None = None
    seals: Texts = ()
    text: Text | None = None
    edit: bool = True
    options: dict[Id, Any] = Field(default_factory=dict)

    @property
    def lines(self) -> tuple[str, ...]:
        """The text of the screen, line by line."""
        return tuple(self.text.split("\n")) if self.text else ()

    @cached_property
    def traits(self) -> ScreenKind:
        """The traits of its kind, once the spec is complete; none for a kind that is not built."""
        return NOT_BUILT

    def with_traits(self, traits: ScreenKind) -> Screen:
        """Return this screen as one whose kind has ``traits``.

        They are noted on the screen itself: a copy would have to be compared part by part by
        whoever remembers what was made out of the last spec.
        """
        self.__dict__["traits"] = traits
        return self

    def open_to(self, role: str | None) -> bool:
        """Tell whether ``role`` may open the screen; without a role everything is open."""
        return not self.roles or not role or role in self.roles


class Decision(Part):
    """The phase that a feature is assigned to, why and by whom; written by the tool."""

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
    rule: Refs = ()


class Ignored(Part):
    """Advice that the team has silenced, and why: of which rules, and where.

    Without a place it is everywhere. A place is the path of a part with dots,
    ``features.F1.detail``; it takes in what is below it.
    """

    rule: Refs = Field(min_length=1)
    at: Refs = ()
    reason: Text = Field(min_length=1)


class Advice(Part):
    """How the advice on what is still vague is given."""

    ignore: Annotated[tuple[Ignored, ...], BeforeValidator(forms.single_or_list)] = ()


class Spec(Part):
    """A whole requirements spec."""

    version: int = Field(LANGUAGE_VERSION, alias="spec")
    project: Annotated[Project, BeforeValidator(forms.text_is_title)]
    phases: Annotated[dict[Id, Phase], BeforeValidator(forms.entries)] = Field(default_factory=dict)
    roles: Annotated[dict[Id, Role], BeforeValidator(forms.entries)] = Field(default_factory=dict)
    goals: Annotated[dict[Id, Goal], BeforeValidator(forms.entries)] = Field(default_factory=dict)
    processes: Annotated[dict[Id, Process], BeforeValidator(forms.processes)] = Field(
        default_factory=dict
    )
    entities: Annotated[dict[Id, Entity], BeforeValidator(forms.entities)] = Field(
        default_factory=dict
    )
    screens: Annotated[dict[Id, Screen], BeforeValidator(forms.entries)] = Field(
        default_factory=dict
    )
    features: Annotated[dict[Id, Feature], BeforeValidator(forms.entries)] = Field(
        default_factory=dict
    )
    glossary: Annotated[dict[Text, Text], BeforeValidator(forms.empty_or_mapping)] = Field(
        default_factory=dict
    )
    questions: Annotated[dict[Id, Question], BeforeValidator(forms.texts_are_questions)] = Field(
        default_factory=dict
    )
    advice: Annotated[Advice, BeforeValidator(forms.empty_or_mapping)] = Field(
        default_factory=Advice
    )
