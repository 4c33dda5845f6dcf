"""A screen that nobody gets to, or from which nobody gets further.

A step whose actor may not see its screen can't be walked. The details of a record are opened from
a list, a board, a map or a calendar of the same role, and printed forms from its details. Who fills
in a form wants to see afterwards what became of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.advice.rules import Blocks, Gap
from generator.kinds.screen_kind import FROM_RECORDS, ScreenKind
from generator.spec.model import Screen, Spec

BLOCKS = Blocks.PROTOTYPE


def find(spec: Spec) -> Iterator[Gap]:
    """Find steps without their screen, details without a way to them, and forms without one on."""
    for key, process in spec.processes.items():
        for name, step in process.steps.items():
            screen = spec.screens.get(step.screen or "")
            if screen is not None and step.actor and not screen.open_to(step.actor):
                values = {"screen": screen.title, "role": _called(spec, step.actor)}
                yield Gap(("processes", key, "steps", name), "actor", values)
    for key, screen in spec.screens.items():
        for role in _lost(spec, screen):
            variant = "nowhere" if screen.traits.one_record else "dead_end"
            yield Gap(("screens", key), variant, {"role": _called(spec, role)})


def _lost(spec: Spec, screen: Screen) -> Iterator[str]:
    """Yield the first role of ``screen`` that no other screen shows its records to."""
    if not (screen.traits.one_record or screen.traits.enters):
        return
    own = [other for other in spec.screens.values() if other.entity == screen.entity]
    others = [other for other in own if _goes_on(screen.traits, other)]
    if not screen.roles:
        yield from () if others else ("",)
        return
    lost = (role for role in screen.roles if not any(other.open_to(role) for other in others))
    yield from list(lost)[:1]


def _goes_on(traits: ScreenKind, other: Screen) -> bool:
    """Tell whether ``other`` leads to the record of such a screen, or shows what was entered."""
    if traits.enters:
        return not other.traits.enters
    if traits.opened_from == FROM_RECORDS:
        return other.traits.many_records
    return other.kind == traits.opened_from


def _called(spec: Spec, role: str) -> str:
    return spec.roles[role].title if role in spec.roles else ""
