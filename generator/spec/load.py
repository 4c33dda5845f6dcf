"""From a file to a checked spec: read → validate → complete → check, with all problems in one run.

A part that is wrong is left out for the checks after it, and their findings that are only there
because it is missing are dropped: one slip neither hides the rest nor echoes through it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path as FilePath
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from .blocks import Blocks
from .checks import check_all
from .complete import complete
from .forms import numbered
from .headings import without_heading
from .model import LANGUAGE_VERSION, Spec
from .problems import Finding, Path, Problem, Severity, Words
from .shape import ALL_KEYS, keys_of, part_at, sections, words_of
from .source import Source, read_source
from .vocabulary import Vocabulary

MOST_PROBLEMS = 200
_MOST_PRUNINGS = 20
_MOST_FINDINGS = 2_000

_CODES = {
    "string_type": "text_expected",
    "int_parsing": "number_expected",
    "int_parsing_size": "number_expected",
    "int_type": "number_expected",
    "int_from_float": "number_expected",
    "bool_parsing": "yes_no_expected",
    "bool_type": "yes_no_expected",
    "dict_type": "mapping_expected",
    "model_type": "mapping_expected",
    "model_attributes_type": "mapping_expected",
    "tuple_type": "list_expected",
    "too_short": "empty_list",
    "string_too_short": "empty_text",
    "missing": "missing_key",
    "extra_forbidden": "unknown_key",
    "greater_than_equal": "too_small",
    "less_than_equal": "too_big",
    "enum": "unknown_word",
}
_OWN_CODES = {"date_expected", "id_empty", "id_space", "id_long", "id_unprintable", "double_name"}


@dataclass(frozen=True)
class Loaded:
    """The result of loading a spec: ``spec`` is None when there are errors."""

    spec: Spec | None
    problems: tuple[Problem, ...]
    source: Source

    @property
    def errors(self) -> list[Problem]:
        """The problems that stop a build."""
        return [problem for problem in self.problems if problem.severity is Severity.ERROR]


def load_spec(path: FilePath, vocabulary: Vocabulary, blocks: Blocks | None = None) -> Loaded:
    """Load the spec in the file ``path``. Raises OSError when it can't be read.

    Whoever loads it again and again hands in the same ``blocks``: only what changed is read then.
    """
    return load_bytes(path.read_bytes(), str(path), vocabulary, blocks)


def load_bytes(
    content: bytes, name: str, vocabulary: Vocabulary, blocks: Blocks | None = None
) -> Loaded:
    """Load a spec from ``content``; problems call the file ``name``. Bad content never raises."""
    source, problems = read_source(name, content, blocks)
    if problems and source.value is None:
        return Loaded(None, tuple(problems), source)
    left_out = {problem.path for problem in problems}
    spec, findings = _validate(source.value, left_out)
    if spec is not None:
        spec = complete(spec, vocabulary)
        findings += _without_echoes(check_all(spec, vocabulary), left_out)
    located = [finding.at(source) for finding in _once(findings)]
    found = tuple(_in_order([*problems, *located]))
    broken = any(problem.severity is Severity.ERROR for problem in found)
    return Loaded(None if broken else spec, found, source)


def _without_echoes(findings: list[Finding], left_out: set[Path]) -> Iterator[Finding]:
    """Yield the findings that are not only there because a part was left out before."""
    owners = {path[:length] for path in left_out for length in range(len(path) + 1)}

    def missing(part: Path) -> bool:
        return part in owners or any(part[:length] in left_out for length in range(len(part)))

    for finding in findings:
        if not any(map(missing, finding.depends_on)):
            yield finding


def _once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings about the same missing part once, with the number of its places."""
    places: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        name = finding.values.get("name")
        same = (
            (finding.code, name, finding.depends_on) if name and finding.depends_on else id(finding)
        )
        places.setdefault((same,), []).append(finding)
    for first, *others in places.values():
        more = {"others": len(others)} if others else {}
        yield replace(first, values=first.values | more)


def _in_order(problems: list[Problem]) -> Iterator[Problem]:
    """Yield each problem once, by its place; of very many the errors before the rest."""
    more = 0
    if len(problems) > MOST_PROBLEMS:
        problems.sort(key=lambda problem: problem.severity is not Severity.ERROR)
        more = len(problems) - MOST_PROBLEMS
        problems = problems[:MOST_PROBLEMS]
    problems.sort(key=lambda problem: (problem.span.line, problem.span.column))
    reported: set[tuple[object, ...]] = set()
    for problem in problems:
        once = (problem.code, problem.span, *sorted(map(str, problem.values.values())))
        if once not in reported:
            reported.add(once)
            yield problem
    if more:
        last = problems[-1]
        values = {"more": more}
        yield Problem("more_problems", Severity.NOTICE, last.file, last.span, "", (), values)


def _validate(value: Any, left_out: set[Path]) -> tuple[Spec | None, list[Finding]]:
    """Return the spec without what is wrong in it, and what is wrong.

    Adds to ``left_out`` the paths of what was taken out.
    """
    if not isinstance(value, dict):
        return None, [Finding("empty" if value is None else "not_a_mapping", ())]
    findings: list[Finding] = []
    for attempt in range(_MOST_PRUNINGS):
        try:
            return Spec.model_validate(value), findings + list(_version(value))
        except ValidationError as error:
            details = error.errors(include_url=False, include_input=True)
        if len(details) > _MOST_FINDINGS:  # no spec at all: its checks would be echoes
            return None, [*findings, *map(_finding, details[:_MOST_FINDINGS])]
        if attempt == 0:
            findings, missed = without_heading(value, [_finding(detail) for detail in details])
            left_out.update(missed, _stands_for(value, findings))
            findings = list(_without_echoes(findings, left_out))
        gone = {_existing(value, _path(detail)) for detail in details}
        left_out.update(resolved for resolved, _ in gone if resolved)
        # Without a project there is no spec; its own problem is reported already.
        value = {"project": "?", **_without(value, {written for _, written in gone})}
    return None, findings


def _version(value: dict[str, Any]) -> Iterator[Finding]:
    written = value.get("spec")
    if written is not None and str(written).strip() != str(LANGUAGE_VERSION):
        values = {"written": written, "known": LANGUAGE_VERSION}
        yield Finding("version", ("spec",), values)


def _path(detail: ErrorDetails) -> Path:
    path = tuple(part for part in detail["loc"] if part != "[key]")
    index = detail.get("ctx", {}).get("index")
    return path if index is None else (*path, index)


def _existing(value: Any, path: Path) -> tuple[Path, Path]:
    """Return ``path`` as far as ``value`` has it: as problems name it, and as it is written.

    They differ where a list is the short form of what has the key: ``report: [場所, 種別]``.
    """
    resolved: list[str | int] = []
    written: list[str | int] = []
    for part in path:
        if isinstance(value, dict) and part in value:
            written.append(part)
            value = value[part]
        elif isinstance(value, list) and 0 <= _position(part) < len(value):
            written.append(part)
            value = value[_position(part)]
        elif not isinstance(value, list) or isinstance(part, int):
            break
        resolved.append(part)
    return tuple(resolved), tuple(written)


def _position(part: str | int) -> int:
    return part if isinstance(part, int) else numbered(part)


def _without(value: Any, paths: set[Path]) -> Any:
    """Return ``value`` without the parts at ``paths``.

    Only what lies on the paths is copied: ``value`` itself, and what aliases share, stay.
    """
    inner: dict[str | int, set[Path]] = {}
    for path in paths:
        if path:
            inner.setdefault(path[0], set()).add(path[1:])
    gone = {part for part, rest in inner.items() if () in rest}
    if isinstance(value, dict):
        kept = {key: part for key, part in value.items() if key not in gone}
        return kept | {
            key: _without(value[key], rest) for key, rest in inner.items() if key not in gone
        }
    changed = list(value)
    for part, rest in inner.items():
        # A numbered step keeps its place, so that those behind it keep their numbers.
        changed[_position(part)] = None if part in gone else _without(value[_position(part)], rest)
    dropped = {part for part in gone if isinstance(part, int)}
    return [item for index, item in enumerate(changed) if index not in dropped]


def _stands_for(value: dict[str, Any], findings: list[Finding]) -> Iterator[Path]:
    """Yield the paths of what an unknown key may have meant: the nearest key, else any missing."""
    for finding in findings[:MOST_PROBLEMS]:
        if finding.code == "top_level_key":
            yield (finding.path[-1],)
        elif finding.code == "unknown_key":
            owner = value
            for part in finding.path[:-1]:
                owner = owner.get(str(part), {}) if isinstance(owner, dict) else {}
            words: Words = finding.values["known"]
            meant = [words.nearest] if words.nearest else words.known
            yield from ((*finding.path[:-1], key) for key in meant if key not in owner)


def _finding(detail: ErrorDetails) -> Finding:
    """Turn what pydantic found into a finding of ours."""
    path, kind, context = _path(detail), detail["type"], detail.get("ctx", {})
    key = str(next((part for part in reversed(path) if isinstance(part, str)), ""))
    values: dict[str, Any] = {"key": key, "written": _short(detail["input"])}
    if kind == "extra_forbidden":
        return _unknown_key(path, key, detail["input"], values)
    if kind == "missing":
        return Finding("missing_key", path[:-1], values, at_key=True, depends_on=(path,))
    if kind in _OWN_CODES:
        return Finding(kind, path, values | context, at_key=kind.startswith("id_"))
    if kind == "enum":
        values["known"] = Words(words_of(part_at(path)[1]), values["written"])
    values |= {"bound": context.get("ge", context.get("le", context.get("min_length", "")))}
    code = _CODES.get(kind) or ("date_expected" if kind.startswith("date") else "invalid_value")
    return Finding(code, path, values)


def _unknown_key(path: Path, key: str, value: object, values: dict[str, Any]) -> Finding:
    known = keys_of(part_at(path[:-1])[0])
    if key in sections(Spec) and len(path) > 1 and isinstance(value, dict):
        return Finding("top_level_key", path, values, at_key=True)
    # A key of another part is misplaced, not misspelt: there is no nearest one.
    misspelt = "" if key in ALL_KEYS else key
    return Finding("unknown_key", path, values | {"known": Words(known, misspelt)}, at_key=True)


def _short(written: object) -> str:
    """Return what was written, or the look of it."""
    if isinstance(written, dict | list):
        return "{…}" if isinstance(written, dict) else "[…]"
    return "" if written is None else str(written)
