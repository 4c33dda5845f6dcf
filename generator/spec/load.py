"""From a file to a checked spec: read → validate → complete → check, with all problems in one run.

A part that is wrong is left out for the checks after it, so that one slip does not hide the rest.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import EnumMeta
from pathlib import Path as FilePath
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from .checks import check_all
from .complete import complete
from .model import LANGUAGE_VERSION, Part, Spec
from .problems import Finding, Path, Problem, Severity, nearest
from .source import Source, read_source
from .vocabulary import Vocabulary

_MOST_PRUNINGS = 50

_CODES = {
    "string_type": "text_expected",
    "int_parsing": "number_expected",
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


@dataclass(frozen=True)
class Loaded:
    """What loading a spec came to: ``spec`` is None when there are errors."""

    spec: Spec | None
    problems: tuple[Problem, ...]
    source: Source

    @property
    def errors(self) -> list[Problem]:
        """The problems that stop a build."""
        return [problem for problem in self.problems if problem.severity is Severity.ERROR]


def load_spec(path: FilePath, vocabulary: Vocabulary) -> Loaded:
    """Load the spec in the file ``path``. Raises OSError when it can't be read."""
    return load_bytes(path.read_bytes(), str(path), vocabulary)


def load_bytes(content: bytes, name: str, vocabulary: Vocabulary) -> Loaded:
    """Load a spec from ``content``; problems call the file ``name``. Bad content never raises."""
    source, problems = read_source(name, content)
    if problems and source.value is None:
        return Loaded(None, tuple(problems), source)
    spec, findings, left_out = _validate(source)
    if spec is not None:
        completed = complete(spec, vocabulary)
        findings += [f for f in check_all(completed, vocabulary) if not _blames(f, left_out)]
        spec = completed
    problems += [finding.at(source) for finding in findings]
    problems.sort(key=lambda problem: (problem.span.line, problem.span.column))
    loaded = Loaded(spec, tuple(problems), source)
    return Loaded(None, loaded.problems, source) if loaded.errors else loaded


def _blames(finding: Finding, left_out: set[str]) -> bool:
    """Tell whether ``finding`` only says that a part left out before is missing."""
    return finding.values.get("name") in left_out


def _validate(source: Source) -> tuple[Spec | None, list[Finding], set[str]]:
    """Return the spec without what is wrong in it, what is wrong, and the names left out."""
    if not isinstance(source.value, dict):
        return None, [Finding("empty" if source.value is None else "not_a_mapping", ())], set()
    findings: list[Finding] = []
    left_out: set[str] = set()
    value = source.value
    for attempt in range(_MOST_PRUNINGS):
        try:
            return Spec.model_validate(value), findings + _version(value), left_out
        except ValidationError as error:
            details = error.errors(include_url=False, include_input=True)
        if attempt == 0:
            findings = [_finding(detail) for detail in details]
            value = copy.deepcopy(value)
        for detail in details:
            left_out.update(_prune(value, _path(detail)))
    return None, findings, left_out


def _version(value: dict[str, Any]) -> list[Finding]:
    written = value.get("spec")
    if written is None or str(written).strip() == str(LANGUAGE_VERSION):
        return []
    return [Finding("version", ("spec",), {"written": written, "known": LANGUAGE_VERSION})]


def _path(detail: ErrorDetails) -> Path:
    return tuple(part for part in detail["loc"] if part != "[key]")


def _prune(value: Any, path: Path) -> Iterator[str]:
    """Take the deepest existing part of ``path`` out of ``value``; yield the names that went."""
    owner, last = None, None
    for part in path:
        within = isinstance(value, dict) and part in value
        within = within or (isinstance(value, list) and isinstance(part, int) and part < len(value))
        if not within:
            break
        owner, last, value = value, part, value[part]
    if isinstance(owner, dict | list) and last is not None:
        del owner[last]  # type: ignore[arg-type]
        if isinstance(last, str):
            yield last
        if isinstance(value, dict):
            yield from (key for key in value if isinstance(key, str))


def _finding(detail: ErrorDetails) -> Finding:
    """Say in our words what pydantic found."""
    path, kind, context = _path(detail), detail["type"], detail.get("ctx", {})
    key = str(path[-1]) if path else ""
    values: dict[str, Any] = {"key": key, "written": _short(detail["input"])}
    if kind == "extra_forbidden":
        known = _keys_at(path[:-1])
        values |= {"known": ", ".join(known), "nearest": nearest(key, known)}
        return Finding("unknown_key", path, values, at_key=True)
    if kind == "missing":
        return Finding("missing_key", path[:-1], values, at_key=True)
    if kind == "enum":
        known = _words_at(path)
        values |= {"known": ", ".join(known), "nearest": nearest(values["written"], known)}
    if kind == "value_error":
        return Finding(str(context.get("error", "invalid_value")), path, values, at_key=True)
    values |= {"bound": context.get("ge", context.get("le", context.get("min_length", "")))}
    code = _CODES.get(kind) or ("date_expected" if kind.startswith("date") else "invalid_value")
    return Finding(code, path, values)


def _short(written: object) -> str:
    shown = written if isinstance(written, str) else ""
    return shown if len(shown) <= 40 else f"{shown[:40]}…"


def _part_at(path: Path) -> tuple[type[Part], Any]:
    """Return the part of the language that ``path`` leads through last, and what stands there."""
    part: type[Part] = Spec
    annotation: Any = Spec
    for key in path:
        fields = {field.alias or name: field for name, field in part.model_fields.items()}
        if annotation is part and key in fields:
            annotation = fields[str(key)].annotation
            inner = _inner_part(annotation)
            if inner is annotation or (inner and not _holds_many(annotation)):
                part = annotation = inner
            elif inner:
                annotation = (inner,)
        elif isinstance(annotation, tuple):
            part = annotation = annotation[0]
    return part, annotation


def _inner_part(annotation: Any) -> type[Part] | None:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return annotation
    found = (_inner_part(argument) for argument in get_args(annotation))
    return next((part for part in found if part), None)


def _holds_many(annotation: Any) -> bool:
    origin = getattr(annotation, "__origin__", None)
    return origin in (dict, tuple) or any(_holds_many(arg) for arg in get_args(annotation))


def _keys_at(path: Path) -> list[str]:
    part, _ = _part_at(path)
    return [field.alias or name for name, field in part.model_fields.items()]


def _words_at(path: Path) -> list[str]:
    _, annotation = _part_at(path)
    return [str(word.value) for kind in _enums(annotation) for word in kind]  # type: ignore[var-annotated]


def _enums(annotation: Any) -> Iterable[EnumMeta]:
    if isinstance(annotation, EnumMeta):
        return [annotation]
    return [kind for argument in get_args(annotation) for kind in _enums(argument)]
