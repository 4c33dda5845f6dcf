"""Parts that stand in the wrong section, reported once instead of key by key.

Where the line ``features:`` is lost, what stood under it becomes part of the section above, and
every key of it is unknown there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .model import Part
from .problems import Finding, Path
from .shape import keys_of, part_at, sections

_UNKNOWN = ("unknown_key", "top_level_key")


def without_heading(
    value: dict[str, Any], findings: list[Finding]
) -> tuple[list[Finding], set[Path]]:
    """Return ``findings`` with unknown keys merged into one per section that they belong to.

    The second is what can't be judged because of it: the section, and the parts in its place.
    """
    strangers: dict[Path, dict[str, Finding]] = {}
    for finding in findings:
        if finding.code in _UNKNOWN:
            strangers.setdefault(finding.path[:-1], {})[str(finding.path[-1])] = finding
    merged: dict[Path, Finding] = {}
    missed: set[Path] = set()
    for owner, unknown in strangers.items():
        section = _lost_within(value, owner, list(unknown))
        if section:
            merged[owner] = _no_heading((*owner, next(iter(unknown))), section)
            missed.add((*owner, section))
    for home, owners in _neighbours(strangers, merged).items():
        for outer in dict.fromkeys((home[:-1], ())):
            for section, group in _groups(part_at(outer)[0], owners, strangers):
                if not merged.keys() & set(group):
                    merged |= dict.fromkeys(group, _merged(group, section))
                    missed |= {(*outer, section), *group}
    kept = [f for f in findings if f.code not in _UNKNOWN or f.path[:-1] not in merged]
    return [*kept, *{id(finding): finding for finding in merged.values()}.values()], missed


def _neighbours(
    strangers: dict[Path, dict[str, Finding]], merged: dict[Path, Finding]
) -> dict[Path, list[Path]]:
    """Return the parts with unknown keys that stand in the same section, by that section."""
    found: dict[Path, list[Path]] = {}
    for owner in strangers:
        if owner and owner not in merged:
            found.setdefault(owner[:-1], []).append(owner)
    return found


def _groups(
    part: type[Part], owners: list[Path], strangers: dict[Path, dict[str, Finding]]
) -> Iterator[tuple[str, list[Path]]]:
    """Yield the neighbours, in their order, that could stand in the same section of ``part``."""
    group: list[Path] = []
    keys: list[str] = []
    section = None
    for owner in owners:
        longer = _section(part, [*keys, *strangers[owner]])
        if section and not longer:
            yield section, group
            group, keys = [], []
            longer = _section(part, list(strangers[owner]))
        group.append(owner)
        keys = [*keys[:1], *dict.fromkeys([*keys[1:], *strangers[owner]])]
        section = longer
    if section:
        yield section, group


def _lost_within(value: Any, owner: Path, unknown: list[str]) -> str | None:
    """Return the section of the part at ``owner`` whose entries the unknown keys are."""
    for key in owner:
        value = value.get(key) if isinstance(value, dict) else None
    parts = [value.get(key) if isinstance(value, dict) else None for key in unknown]
    if not all(isinstance(part, dict) and part for part in parts):
        return None
    return _section(part_at(owner)[0], [key for part in parts for key in part or ()])


def _section(part: type[Part], keys: list[str]) -> str | None:
    """Return the section of ``part`` whose entries have all of ``keys``.

    A single key is too little to tell.
    """
    fits = (name for name, inner in sections(part).items() if set(keys) <= set(keys_of(inner)))
    return next(fits, None) if len(keys) > 1 else None


def _merged(owners: list[Path], section: str) -> Finding:
    if len(owners) > 1:
        return _no_heading(owners[0], section)
    values = {"key": owners[0][-1], "section": section}
    return Finding("misplaced", owners[0], values, at_key=True)


def _no_heading(path: Path, section: str) -> Finding:
    return Finding("no_heading", path, {"key": path[-1], "section": section}, at_key=True)
