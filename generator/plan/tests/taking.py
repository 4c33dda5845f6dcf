"""How a test takes a transition: as whom, from where, what it fills in, and where that leads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.plan.entities import EntityPlan
from generator.pycode import UnboundCall, do
from generator.spec.model import Transition

from .context import ProjectContext, Role

REASON = {"ja": "試験のため", "en": "For a test"}


@dataclass(frozen=True)
class Taking:
    """A transition as ``role`` takes it from the state ``source``.

    If that ``opens_dialog``, ``emptied`` and a press on its button lead to ``missing``, then
    ``filled`` and another press lead to the state ``target``, called ``target_title``.
    ``reason`` is what the test writes as the reason, empty when none is asked for.
    """

    key: str
    title: str
    role: Role
    source: str
    source_title: str
    target: str
    target_title: str
    emptied: tuple[UnboundCall, ...]
    missing: tuple[UnboundCall, ...]
    filled: tuple[UnboundCall, ...]
    reason: str

    @property
    def opens_dialog(self) -> bool:
        """Whether a dialog opens before the transition is taken."""
        return bool(self.filled)


def may_take(transition: Transition, role: Role) -> bool:
    """Tell whether ``role`` may take ``transition``."""
    return role is None or not transition.by or role in transition.by


def takings(
    entity: EntityPlan, context: ProjectContext, roles: Sequence[Role]
) -> tuple[list[Taking], list[str]]:
    """Return how each transition is taken by the first of ``roles`` that may, and what can't be."""
    found, left_out = [], []
    for key, transition in entity.spec.transitions.items():
        takers = [role for role in roles if may_take(transition, role)]
        if not takers:
            continue
        filled = list(_filled(entity, context, transition))
        if None in filled:
            left_out.append(f"{transition.title}: no text could be found for what it requires")
            continue
        found.append(_taking(entity, context, key, takers[0]))
    return found, left_out


def taking_of(
    entity: EntityPlan, context: ProjectContext, key: str, role: Role, source: str
) -> Taking | None:
    """Return how ``role`` takes the transition ``key`` from ``source``, None when no test can."""
    if None in _filled(entity, context, entity.spec.transitions[key]):
        return None
    return _taking(entity, context, key, role, source)


def _taking(
    entity: EntityPlan, context: ProjectContext, key: str, role: Role, start: str | None = None
) -> Taking:
    transition, states = entity.spec.transitions[key], entity.spec.states
    others = (key for key in transition.from_ if key != transition.to)
    source = start or next(others, transition.to)
    return Taking(
        key=key,
        title=transition.title,
        role=role,
        source=source,
        source_title=states[source].title,
        target=transition.to,
        target_title=states[transition.to].title,
        emptied=tuple(_emptied(entity, context, transition)),
        missing=tuple(_missing(entity, context, transition)),
        filled=tuple(step for step in _filled(entity, context, transition) if step),
        reason=REASON[context.kit.language] if transition.reason else "",
    )


def _filled(
    entity: EntityPlan, context: ProjectContext, transition: Transition
) -> Iterator[UnboundCall | None]:
    entries = context.entries(entity)
    for key in transition.requires:
        if key in entries:
            yield entries[key].fill()
    if transition.reason:
        yield do("fill", context.kit.say("detail.reason"), REASON[context.kit.language])


def _emptied(
    entity: EntityPlan, context: ProjectContext, transition: Transition
) -> Iterator[UnboundCall]:
    """Yield what takes values away that the record may have already."""
    entries = context.entries(entity)
    for key in transition.requires:
        if key in entries and (step := entries[key].clear()):
            yield step


def _missing(
    entity: EntityPlan, context: ProjectContext, transition: Transition
) -> Iterator[UnboundCall]:
    entries, say = context.entries(entity), context.kit.say
    for key in transition.requires:
        if key in entries and entries[key].clear():
            yield do("expect_wrong", entries[key].label, entries[key].missing)
    if transition.reason:
        reason = say("detail.reason")
        yield do("expect_wrong", reason, say("invalid.required", title=reason))
