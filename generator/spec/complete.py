"""Completes a spec with what it leaves implicit: screens, kinds, a first field, transitions.

Completing is what makes a minute's typing a running prototype. Plan and checks work on the
completed spec, so a derived screen can be referred to like a written one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.kinds.screen_kind import NOT_BUILT, ScreenKind
from generator.messages import Language, text

from .model import Entity, EntityField, Screen, Spec, State, Transition
from .vocabulary import Vocabulary


def complete(spec: Spec, vocabulary: Vocabulary) -> Spec:
    """Return ``spec`` with everything written out that it leaves implicit."""
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

    Those in the spec get the kind and the entity that their id implies. The others are derived, as
    their kinds define: first those that a prototype has once (a home), then those of an entity
    without any screen (a list, a form) or without one of this kind (a detail), for the roles that
    see any of its other screens.
    """
    language: Language = spec.project.language.value
    written = {
        key: _understood(key, screen, spec, vocabulary) for key, screen in spec.screens.items()
    }
    screens: dict[str, Screen] = {}
    for kind in _derived(vocabulary, "once"):
        if not any(screen.kind == kind.name for screen in written.values()):
            screen = Screen(title=_title(kind, "", language), kind=kind.name)
            screens[_free(kind.name, written)] = screen.with_traits(kind)
    screens |= written
    shown: dict[str | None, list[Screen]] = {}
    for screen in written.values():
        shown.setdefault(screen.entity, []).append(screen)
    for key, entity in spec.entities.items():
        kinds = {screen.kind for screen in shown.get(key, ())}
        roles = _all_roles(shown.get(key, ()), spec)
        for kind in _derived(vocabulary, "always", *(() if kinds else ("alone",))):
            if kind.name not in kinds:
                title = _title(kind, entity.title, language)
                screen = Screen(title=title, kind=kind.name, entity=key, roles=roles)
                screens[_free(f"{key}_{kind.name}", screens)] = screen.with_traits(kind)
    return screens


def _derived(vocabulary: Vocabulary, *when: str) -> list[ScreenKind]:
    """Return the kinds whose screens are derived ``when`` one is missing."""
    kinds = vocabulary.screen_kinds.values()
    return [kind for kind in kinds if kind.derived and kind.derived.when in when]


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
    """Fill in what the id implies: ``report_list`` is the list of ``report``, with its title."""
    kinds = vocabulary.known_kinds
    kind = screen.kind or next((k for k in kinds if key == k or key.endswith(f"_{k}")), None)
    entity = screen.entity
    traits = vocabulary.screen_kinds.get(kind or "", NOT_BUILT)
    if entity is None and traits.entity:
        stem = key.removesuffix(f"_{kind}")
        only = next(iter(spec.entities)) if len(spec.entities) == 1 else None
        entity = stem if stem in spec.entities else only
    title = screen.title
    if title == key and entity in spec.entities and traits.entity and traits.derived:
        title = _title(traits, spec.entities[entity].title, spec.project.language.value)
    understood = {"kind": kind, "entity": entity, "title": title}
    if all(getattr(screen, name) == value for name, value in understood.items()):
        return screen.with_traits(traits)
    return screen.model_copy(update=understood).with_traits(traits)


def _title(kind: ScreenKind, entity: str, language: Language) -> str:
    """Return the title of a screen without one: from its kind, with the title of its entity.

    A kind that has none in ``language`` has one in another.
    """
    titles = kind.derived.title if kind.derived else {}
    template = titles.get(language) or next(iter(titles.values()), kind.name)
    return template.replace("{title}", entity)
