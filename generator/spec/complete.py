"""What a spec leaves to be understood, written out: screens, kinds, a first field, transitions.

Completing is what makes a minute's typing a running prototype. Plan and checks work on the
completed spec, so a derived screen can be referred to like a written one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.messages import Language, text

from .model import Entity, EntityField, Screen, Spec, State, Transition
from .vocabulary import Vocabulary

_OF_EVERY_ENTITY = ("list", "form", "detail")


def complete(spec: Spec, vocabulary: Vocabulary) -> Spec:
    """Return ``spec`` with everything written out that it leaves to be understood."""
    language: Language = spec.project.language.value
    entities = {key: _entity(entity, language) for key, entity in spec.entities.items()}
    screens = derive_screens(spec, vocabulary)
    return spec.model_copy(update={"entities": entities, "screens": screens})


def _entity(entity: Entity, language: Language) -> Entity:
    changes: dict[str, object] = {}
    if not entity.fields:
        changes["fields"] = {"name": EntityField(title=text("spec.derived.name", language))}
    if entity.states and not entity.transitions:
        changes["transitions"] = dict(_forward(entity.states, language))
    if entity.states and not any(state.final for state in entity.states.values()):
        last = list(entity.states)[-1]
        if not any(last in transition.from_ for transition in entity.transitions.values()):
            final = entity.states[last].model_copy(update={"final": True})
            changes["states"] = entity.states | {last: final}
    return entity.model_copy(update=changes) if changes else entity


def _forward(states: dict[str, State], language: Language) -> Iterator[tuple[str, Transition]]:
    """Lead from each state to the next, for everybody."""
    keys = list(states)
    for here, there in pairwise(keys):
        title = text("spec.derived.forward", language, state=states[there].title)
        yield f"to_{there}", Transition.model_validate({"title": title, "from": here, "to": there})


def derive_screens(spec: Spec, vocabulary: Vocabulary) -> dict[str, Screen]:
    """Return all screens of the prototype in their order.

    The written ones get the kind and the entity that their id tells; an entity without any gets
    list, form and detail; one with some but without a detail gets that, for those who see any of
    the others; without a home there is one, first.
    """
    language: Language = spec.project.language.value
    written = {
        key: _understood(key, screen, spec, vocabulary) for key, screen in spec.screens.items()
    }
    screens: dict[str, Screen] = {}
    if not any(screen.kind == "home" for screen in written.values()):
        key = _free("home", written)
        screens[key] = Screen(title=text("spec.derived.home", language), kind="home")
    screens |= written
    shown: dict[str | None, list[Screen]] = {}
    for screen in written.values():
        shown.setdefault(screen.entity, []).append(screen)
    for key, entity in spec.entities.items():
        kinds = {screen.kind for screen in shown.get(key, ())}
        roles = _all_roles(shown.get(key, ()), spec)
        for kind in ("detail",) if kinds else _OF_EVERY_ENTITY:
            if kind not in kinds:
                title = _title(kind, entity, language)
                name = _free(f"{key}_{kind}", screens)
                screens[name] = Screen(title=title, kind=kind, entity=key, roles=roles)
    return screens


def _all_roles(screens: Sequence[Screen], spec: Spec) -> tuple[str, ...]:
    """Return the roles that see any of ``screens``, nothing when everybody does."""
    if not all(screen.roles for screen in screens):
        return ()
    return tuple(
        dict.fromkeys(role for screen in screens for role in screen.roles if role in spec.roles)
    )


def _free(key: str, taken: dict[str, Screen]) -> str:
    while key in taken:
        key += "_"
    return key


def _understood(key: str, screen: Screen, spec: Spec, vocabulary: Vocabulary) -> Screen:
    """Fill in what the id tells: ``report_list`` is the list of ``report``, called so."""
    kinds = vocabulary.known_kinds
    kind = screen.kind or next((k for k in kinds if key == k or key.endswith(f"_{k}")), None)
    entity = screen.entity
    known = vocabulary.screen_kinds.get(kind or "")
    if entity is None and known and known.entity:
        stem = key.removesuffix(f"_{kind}")
        only = next(iter(spec.entities)) if len(spec.entities) == 1 else None
        entity = stem if stem in spec.entities else only
    title = screen.title
    if title == key and entity in spec.entities and kind in _OF_EVERY_ENTITY:
        title = _title(kind, spec.entities[entity], spec.project.language.value)
    if (kind, entity, title) == (screen.kind, screen.entity, screen.title):
        return screen
    return screen.model_copy(update={"kind": kind, "entity": entity, "title": title})


def _title(kind: str, entity: Entity, language: Language) -> str:
    return text(f"spec.derived.{kind}", language, title=entity.title)
