"""What a prototype knows of its project: phases, roles, features and processes of the spec."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from datetime import date
from functools import cached_property

UNDECIDED = "undecided"
OUT = "out"


@dataclass(frozen=True)
class Phase:
    """A release of the software."""

    key: str
    title: str
    _: KW_ONLY
    until: str = ""


@dataclass(frozen=True)
class Role:
    """Somebody who uses the software."""

    key: str
    title: str
    _: KW_ONLY
    who: str = ""


@dataclass(frozen=True)
class Feature:
    """A function that comes in a phase, or is out, or still undecided."""

    key: str
    title: str
    _: KW_ONLY
    phase: str = UNDECIDED
    detail: str = ""


@dataclass(frozen=True)
class Step:
    """One step of a process: who does what, why, on which screen."""

    key: str
    title: str
    _: KW_ONLY
    actor: str = ""
    wants: str = ""
    screen: str = ""
    action: str = ""
    deadline: str = ""


@dataclass(frozen=True)
class Process:
    """Work that goes from step to step through several hands."""

    key: str
    title: str
    _: KW_ONLY
    steps: Sequence[Step] = ()


@dataclass(frozen=True)
class Project:
    """The project that this prototype shows."""

    key: str
    title: str
    _: KW_ONLY
    language: str = "ja"
    description: str = ""
    organizations: Sequence[str] = ()
    sample_date: date = date(2026, 11, 2)
    phases: Sequence[Phase] = ()
    roles: Sequence[Role] = ()
    processes: Sequence[Process] = ()
    features: Sequence[Feature] = ()

    def feature(self, key: str) -> Feature | None:
        """Return the feature of ``key``, None when there is none."""
        return self._features.get(key)

    def role(self, key: str | None) -> Role | None:
        """Return the role of ``key``, None when there is none."""
        return next((role for role in self.roles if role.key == key), None)

    @cached_property
    def _features(self) -> dict[str, Feature]:
        """The features by key: every element of a page may ask for its own."""
        return {feature.key: feature for feature in self.features}
