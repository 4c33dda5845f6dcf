"""The trace as tables in Markdown: from goals down to screens, and back up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.decide.markdown import escaped
from generator.messages import Language, text

from .model import Part, Trace

_ELEMENTS = ("screen", "field", "action", "tile")


def as_markdown(found: Trace, language: Language | None = None) -> str:
    """Return both tables, and lists of what serves nothing and of what nothing serves."""
    lines = [f"# {escaped(_say('title', language, title=found.title))}", ""]
    lines += _table("down", ("goal", "step", "feature", "phase", "element"), _down(found), language)
    lines += _table("up", ("element", "feature", "step", "goal"), _up(found), language)
    for name, parts in (("unserved", found.unserved), ("aimless", found.aimless)):
        if parts:
            lines += [f"## {escaped(_say(name, language))}", ""]
            lines += [f"- {_kind(part, language)} {_named([part])}" for part in parts] + [""]
    return "\n".join(lines)


def _down(found: Trace) -> Iterator[Sequence[str]]:
    """Yield a row for each feature of each goal, and for each goal and feature without any."""
    features = found.of_kind("feature")
    for goal in [*found.of_kind("goal"), None]:
        own = [
            f for f in features if (goal in found.goals_of(f) if goal else not found.goals_of(f))
        ]
        name = _named([goal]) if goal else ""
        for feature in own:
            steps = [found.parts[p] for p in feature.up if found.parts[p].kind == "step"]
            elements = [found.parts[p] for p in feature.down]
            of_steps = [found.parts[p] for step in steps for p in step.down]
            served = dict.fromkeys(p.place for p in (*elements, *of_steps) if p.kind in _ELEMENTS)
            parts = [found.parts[place] for place in served]
            yield name, _named(steps), _named([feature]), escaped(feature.phase), _named(parts)
        if (
            not own
            and goal is not None
            and not any(found.parts[place].kind == "goal" for place in goal.down)
        ):
            yield name, "", "", "", ""


def _up(found: Trace) -> Iterator[Sequence[str]]:
    for part in found.of_kind(*_ELEMENTS):
        above = (found.above(part.place, kind) for kind in ("feature", "step", "goal"))
        yield (_named([part]), *map(_named, above))


def _named(parts: Sequence[Part]) -> str:
    return "<br>".join(escaped(f"{part.id} {part.title}") for part in parts)


def _table(
    name: str, columns: Sequence[str], rows: Iterator[Sequence[str]], language: Language | None
) -> list[str]:
    heads = [_say(column, language) for column in columns]
    lines = [f"## {escaped(_say(name, language))}", "", _row(list(map(escaped, heads)))]
    return [*lines, "|" + " --- |" * len(columns), *map(_row, rows), ""]


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _kind(part: Part, language: Language | None) -> str:
    return escaped(_say(f"kind.{part.kind}", language))


def _say(key: str, language: Language | None, **values: object) -> str:
    return text(f"trace.{key}", language, **values)
