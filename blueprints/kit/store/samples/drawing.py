"""Draws whole records with what happened to them: made, then taken on from state to state."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from ...fields.file import File
from ...model.entity import Entity, Transition, fulfilled, is_required
from ...model.field import Field
from ...model.project import Project
from ...texts import say
from ..clock import JAPAN
from ..computing import work_out
from ..files import Files
from ..history import CREATED, TAKEN
from .draw import OFFICE_MINUTES, OPENS, Draw
from .picking import Picker, seed
from .walk import reachable, way
from .words import sentence_subject

_DAYS = 90
_LONGEST_STEP = 4
"""Working days from one transition to the next, at most."""


@dataclass(frozen=True)
class Stage:
    """A record at one moment of its life, and how it came there."""

    values: Mapping[str, Any]
    at: datetime
    who: str
    action: str
    title: str = ""
    reason: str = ""


Life = Sequence[Stage]


class Drawer:
    """Draws the records of one entity. ``records`` holds the ids of every entity's records."""

    def __init__(
        self,
        project: Project,
        entity: type[Entity],
        records: Mapping[str, Sequence[int]],
        count: int,
        dialect: Any,
        files: Files,
    ) -> None:
        self._entity = entity
        self._project = project
        self._count = count
        self._draw = Draw(project, entity.about.key, list(entity.fields), records, files)
        self._random = Random()
        self._seed = seed(project.key, entity.about.key)
        self._pickers = {
            key: Picker(project, entity, field, dialect) for key, field in entity.fields.items()
        }
        self._order = _conditions_first(entity)
        self._states = reachable(entity.flow)
        self._days = _working_days(project.sample_date)
        transitions = entity.flow.transitions.values()
        self._later = {key for transition in transitions for key in transition.requires}

    def lives(self, ids: Sequence[int]) -> Iterator[tuple[int, Life]]:
        """Yield a life for each id, as long as the rules of the entity allow one more record."""
        for number, id in enumerate(ids, 1):
            stages = self._life(number, id)
            if stages is not None:
                yield id, stages

    def life_of_row(self, number: int, values: dict[str, Any]) -> Life:
        """Return the life of a record that the spec gives, with the state that it is in."""
        self._begin(number, None)
        for key, field in self._entity.fields.items():
            if isinstance(field, File) and values.get(key):
                values[key] = self._draw.attached(field, values[key])
        flow = self._entity.flow
        state = values.get("state") or flow.initial
        at_stage = values | {"state": flow.initial}
        stages = [self._created(number, at_stage)]
        for transition in way(flow, state, self._random):
            at_stage = at_stage | {"state": transition.to}
            stages.append(self._taken(transition, at_stage, stages[-1].at, last=True))
        if stages[-1].values["state"] != state:
            stages[-1] = Stage(values | {"state": state}, stages[-1].at, stages[-1].who, CREATED)
        return stages

    def _begin(self, number: int, id: int | None) -> None:
        self._draw.number, self._draw.id = number, id
        self._random.seed((self._seed + number) % 2**64)
        self._draw.random.seed((self._seed ^ number) % 2**64)
        self._draw.choose_town()

    def _life(self, number: int, id: int) -> Life | None:
        """Return the life of one record, None when a rule allows no further one."""
        self._begin(number, id)
        flow = self._entity.flow
        values: dict[str, Any] = dict.fromkeys(self._entity.fields)
        values["state"] = flow.initial
        created = self._created_at(number)
        self._draw.values, self._draw.day = values, created.date()
        for key in self._order:
            self._pick(key, values, ahead=True)
        if self._lacks(values):
            return None
        work_out(self._entity, values)
        stages = [Stage(dict(values), created, self._maker(), CREATED)]
        for transition in way(flow, self._target(number), self._random):
            stage = self._step(transition, values, stages[-1].at)
            if stage is None:
                break
            stages.append(stage)
        return stages

    def _step(
        self, transition: Transition, values: dict[str, Any], before: datetime
    ) -> Stage | None:
        """Take the record on; None when there was no time for it yet, or something is missing."""
        stage = self._taken(transition, values, before)
        if stage.at.date() >= self._project.sample_date:
            return None
        self._draw.day = stage.at.date()
        after = values | {"state": transition.to}
        self._draw.values = after
        for key in transition.requires:
            field = self._entity.fields.get(key)
            if field and not field.computed and after[key] is None:
                after[key] = self._pickers[key].pick(self._draw, required=True)
                if after[key] is None:
                    return None
        for key in self._order:
            if after[key] is None and key not in self._later:
                self._pick(key, after, ahead=False)
        work_out(self._entity, after)
        values |= after
        return Stage(after, stage.at, stage.who, TAKEN, stage.title, stage.reason)

    def _pick(self, key: str, values: dict[str, Any], *, ahead: bool) -> None:
        """Fill one field; fields that a later transition asks for are still empty ``ahead`` of it."""
        field = self._entity.fields[key]
        if field.computed or not fulfilled(field.show_when, self._entity, values):
            return
        required = is_required(field, self._entity, values)
        depends = "state" in field.show_when or "state" in field.required_when
        if required or (key not in self._later and (ahead or depends)):
            values[key] = self._pickers[key].pick(self._draw, required=required)

    def _lacks(self, values: Mapping[str, Any]) -> bool:
        """Tell whether a value is missing only because no other is left that differs."""
        return any(
            field.unique and values[key] is None and is_required(field, self._entity, values)
            for key, field in self._entity.fields.items()
            if not field.computed and fulfilled(field.show_when, self._entity, values)
        )

    def _target(self, number: int) -> str | None:
        """Return the state to end in: the oldest records are spread over all states."""
        if not self._states:
            return None
        if number <= len(self._states):
            return self._states[-number]
        return self._random.choice(self._states)

    def _created(self, number: int, values: dict[str, Any]) -> Stage:
        work_out(self._entity, values)
        return Stage(values, self._created_at(number), self._maker(), CREATED)

    def _taken(
        self,
        transition: Transition,
        values: Mapping[str, Any],
        before: datetime,
        last: bool = False,
    ) -> Stage:
        """Return the stage behind ``transition``, some working days later."""
        at = self._some_days_after(before)
        if last:
            end = datetime.combine(self._project.sample_date, OPENS, JAPAN)
            at = max(before, min(at, end))
        reason = self._reason() if transition.reason else ""
        who = self._person(transition.by)
        return Stage(values, at, who, TAKEN, transition.title, reason)

    def _reason(self) -> str:
        return self._random.choice(sentence_subject("理由", "").texts(self._project.language))

    def _maker(self) -> str:
        """Return who made a record: the first role, with which processes usually begin."""
        roles = self._project.roles
        return roles[0].title if roles else say("store.sample_person")

    def _person(self, roles: Sequence[str]) -> str:
        """Return who did it: one of the roles that may, as the history names them."""
        known = [role.title for role in self._project.roles if not roles or role.key in roles]
        return self._random.choice(known) if known else say("store.sample_person")

    def _created_at(self, number: int) -> datetime:
        """Return a moment in office hours of the weeks before; later records come later."""
        place = (number - 1 + self._random.random()) / self._count * len(self._days)
        day = self._days[min(int(place), len(self._days) - 1)]
        return _in_office(day, place % 1)

    def _some_days_after(self, before: datetime) -> datetime:
        day = before.date()
        for _ in range(self._random.randint(1, _LONGEST_STEP)):
            day += timedelta(3 if day.weekday() == 4 else 1)
        return _in_office(day, self._random.random())


def _in_office(day: date, share: float) -> datetime:
    """Return the moment after ``share`` of the office hours of ``day``."""
    seconds = int(OFFICE_MINUTES * 60 * share)
    return datetime.combine(day, OPENS, JAPAN) + timedelta(seconds=seconds)


def _working_days(until: date) -> Sequence[date]:
    """Return the working days of the weeks before ``until``."""
    days = [until - timedelta(back) for back in range(_DAYS, 0, -1)]
    return [day for day in days if day.weekday() < 5]


def _conditions_first(entity: type[Entity]) -> Sequence[str]:
    """Return the keys of the fields, each behind those that its conditions ask about."""
    order: dict[str, Field[Any]] = {}
    waiting = list(entity.fields.items())
    while waiting:
        ready = [
            (key, field)
            for key, field in waiting
            if not {*field.show_when, *field.required_when} - {key} - set(order)
            & set(entity.fields)
        ]
        for key, field in ready or waiting:
            order[key] = field
        waiting = [item for item in waiting if item[0] not in order]
    return list(order)
