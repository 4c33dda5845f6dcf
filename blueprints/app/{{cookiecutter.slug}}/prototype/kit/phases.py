"""The phase view: what is there in a phase, what comes later, what is out or undecided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .project import OUT, UNDECIDED, Project
from .texts import say

ALL = ""
"""The phase view that shows everything."""


@dataclass(frozen=True)
class Standing:
    """How an element stands in a phase view.

    ``shown`` is False when it is not there at all; a ``ghost`` is there, but pale; ``chip`` says in
    which phase it comes, empty when that goes without saying.
    """

    shown: bool = True
    ghost: bool = False
    chip: str = ""


def phase_views(project: Project) -> dict[str, str]:
    """Return what can be chosen in the header: phase key → title, and everything."""
    views = {phase.key: say("frame.until_phase", phase=phase.title) for phase in project.phases}
    return {ALL: say("frame.all_phases"), **views}


def standing(project: Project, feature: str, view: str) -> Standing:
    """Return how an element of ``feature`` stands when phases up to ``view`` are shown.

    An element without a feature is always there. What is undecided is there as a ghost, what is out
    only where everything is shown.
    """
    found = project.feature(feature)
    if found is None:
        return Standing()
    if found.phase == UNDECIDED:
        return Standing(ghost=True, chip=say("frame.undecided"))
    if found.phase == OUT:
        return Standing(shown=view == ALL, ghost=True, chip=say("frame.out"))
    order = [phase.key for phase in project.phases]
    if found.phase not in order:
        return Standing()
    later = view in order and order.index(found.phase) > order.index(view)
    return Standing(shown=not later, chip=_chip(project, found.phase))


def _chip(project: Project, key: str) -> str:
    """Say the phase, unless it is the first: most elements are, and a chip on each says nothing."""
    later: Iterator[str] = (phase.title for phase in project.phases[1:] if phase.key == key)
    return next(later, "")
