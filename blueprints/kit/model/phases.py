"""The phase view: what is there in a phase, what comes later, what is out or undecided."""

from __future__ import annotations

from dataclasses import dataclass

from ..texts import say
from .project import OUT, UNDECIDED, Project

ALL = ""
"""The phase view that shows everything."""


@dataclass(frozen=True)
class Standing:
    """How an element stands in a phase view.

    ``shown`` is False when it is not there at all; a ``ghost`` is there, but pale; ``chip`` says in
    which phase it comes, and is not needed on most elements when that is the ``usual`` one, the
    first. ``feature`` is the key of the feature, empty for an element without one.
    """

    shown: bool = True
    ghost: bool = False
    chip: str = ""
    usual: bool = False
    feature: str = ""


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
    key = found.key
    if found.phase == UNDECIDED:
        return Standing(ghost=True, chip=say("frame.undecided"), feature=key)
    if found.phase == OUT:
        return Standing(shown=view == ALL, ghost=True, chip=say("frame.out"), feature=key)
    titles = {phase.key: phase.title for phase in project.phases}
    if found.phase not in titles:
        return Standing(feature=key)
    order = list(titles)
    place = order.index(found.phase)
    shown = view not in order or place <= order.index(view)
    return Standing(shown, chip=titles[found.phase], usual=place == 0, feature=key)
