"""Which screen leads to which, for whom: as the prototype does it, role by role.

A screen leads to the first one of a kind that the role may open. The ways back are left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.kinds.screen_kind import Way
from generator.messages import text
from generator.spec.model import Screen, Spec
from generator.spec.prose import read_prose

from .drawing import Drawing
from .mermaid import escaped

Arrow = tuple[str, str, str]
"""From which screen to which, and what somebody does for that."""


def choices(spec: Spec) -> dict[str, str]:
    """Return all roles together, then each of them."""
    roles = {key: role.title for key, role in spec.roles.items()}
    return {"": text("drawing.all_roles")} | (roles if len(roles) > 1 else {})


def draw(spec: Spec, chosen: str) -> Drawing:
    """Draw the screens that the role ``chosen`` may open, of all roles when it is empty."""
    roles = [chosen] if chosen else list(spec.roles) or [""]
    shown = {
        key: screen
        for key, screen in spec.screens.items()
        if any(screen.open_to(role) for role in roles)
    }
    ways: dict[Arrow, list[str]] = {}
    for role in roles:
        for way in _ways(spec, role):
            ways.setdefault(way, []).append(role)
    heads = ("screen", "doing", "leads_to", "who")
    return Drawing(
        "\n".join(_lines(spec, shown, ways)),
        tuple(text(f"drawing.{head}") for head in heads),
        tuple(_rows(spec, ways)),
    )


def _ways(spec: Spec, role: str) -> Iterator[Arrow]:
    """Yield where each screen that ``role`` may open leads to."""
    seen = {key: screen for key, screen in spec.screens.items() if screen.open_to(role)}
    for key, screen in seen.items():
        for doing, way in screen.traits.ways.items():
            for target in _targets(screen, way, seen):
                if target != key:
                    yield key, target, doing


def _targets(screen: Screen, way: Way, seen: dict[str, Screen]) -> Iterator[str]:
    """Yield the screens of those ``seen`` that ``way`` opens on ``screen``."""
    if way.when and not getattr(screen, way.when):
        return
    if way.menu:
        yield from (key for key, other in seen.items() if not other.traits.one_record)
    if way.links_in:
        links = read_prose(getattr(screen, way.links_in) or "").links
        yield from (link.target for link in links if link.target in seen)
    for entity in dict.fromkeys(tile.entity for tile in screen.tiles) or [screen.entity]:
        found = list(_of_kinds(way, {k: s for k, s in seen.items() if s.entity == entity}))
        yield from found if way.each else found[:1]


def _of_kinds(way: Way, seen: dict[str, Screen]) -> Iterator[str]:
    """Yield the screens of the kinds that ``way`` names, one kind after the other."""
    traits = (screen.traits for screen in seen.values() if way.entering)
    entering = {(kind.order, kind.name) for kind in traits if kind.enters}
    for kind in (*way.kinds, *(name for _, name in sorted(entering))):
        yield from (key for key, screen in seen.items() if screen.kind == kind)


def _lines(spec: Spec, shown: dict[str, Screen], ways: Collection[Arrow]) -> Iterator[str]:
    ids = {key: f"s{number}" for number, key in enumerate(spec.screens)}
    groups = {key: f"g{number}" for number, key in enumerate(spec.entities)}
    yield "flowchart LR"
    for key, screen in shown.items():
        if screen.entity not in groups:
            yield f'{ids[key]}["{escaped(screen.title)}"]'
    entered = {
        spec.screens[target].entity
        for start, target, doing in ways
        if doing != "menu" and spec.screens[start].entity != spec.screens[target].entity
    }
    for entity, group in groups.items():
        own = [key for key, screen in shown.items() if screen.entity == entity]
        if own:
            yield f'subgraph {group}["{escaped(spec.entities[entity].title)}"]'
            if entity not in entered:
                yield "direction LR"  # elsewhere the arrows from outside would end at the frame
            yield from (f'{ids[key]}["{escaped(shown[key].title)}"]' for key in own)
            yield "end"
    for start, end in _from_home(spec, ways):
        menu = escaped(text("drawing.doing.menu"))
        yield f'{ids[start]} -.->|"{menu}"| {groups.get(end) or ids[end]}'
    for start, target, doing in ways:
        if doing != "menu":
            label = "" if doing == "choose" else f'|"{escaped(text(f"drawing.doing.{doing}"))}"|'
            yield f"{ids[start]} -->{label} {ids[target]}"
    yield "classDef record stroke-dasharray: 5 4"
    of_one = [ids[key] for key, screen in shown.items() if screen.traits.one_record]
    if of_one:
        yield f"class {','.join(of_one)} record"


def _from_home(spec: Spec, ways: Collection[Arrow]) -> list[tuple[str, str]]:
    """Return where the menu of each home leads: to entities, and to screens without any."""
    ends = (
        (start, spec.screens[target].entity or target)
        for start, target, doing in ways
        if doing == "menu"
    )
    return list(dict.fromkeys(ends))


def _rows(spec: Spec, ways: dict[Arrow, list[str]]) -> Iterator[tuple[str, ...]]:
    order = list(spec.screens)
    for (start, target, doing), roles in sorted(
        ways.items(), key=lambda way: order.index(way[0][0])
    ):
        everybody = set(roles) == set(spec.roles) or not spec.roles
        titles = [spec.roles[role].title for role in spec.roles if role in roles]
        who = text("drawing.everybody") if everybody else text("drawing.comma").join(titles)
        done = text(f"drawing.doing.{doing}")
        yield spec.screens[start].title, done, spec.screens[target].title, who
