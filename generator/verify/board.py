"""The board: what was verified, as pages that open without a server and need nothing beside them.

``index.html`` has a tile a screen and a process and the way from goals to results, ``spec.html``
the spec with its line numbers, to which the tiles lead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.messages import preferred_language, text
from generator.spec.model import OUT, UNDECIDED, Spec

from .failure_text import Failure, failures
from .matrix import Named, Row
from .results import ModuleResult, Verdict
from .subjects import Kind, Subject

if TYPE_CHECKING:
    from jinja2 import Environment

_HERE = Path(__file__).parent
_MARKS = {Verdict.PASSED: "✓", Verdict.FAILED: "✕", Verdict.PARTLY: "◐", Verdict.NOT_RUN: "–"}


@dataclass(frozen=True)
class Tile:
    """A screen or a process as the board shows it; ``stale`` is a result of an earlier version."""

    subject: Subject
    result: ModuleResult
    features: tuple[Named, ...]
    goals: tuple[Named, ...]
    failures: tuple[Failure, ...]
    stale: bool

    @property
    def place(self) -> str:
        """Where it stands in the spec: line and column."""
        return f"{self.subject.place.line}:{self.subject.place.column}"

    @property
    def order(self) -> int:
        """Its place on the board: failures come first."""
        return int(self.result.verdict is not Verdict.FAILED)

    @property
    def sentences(self) -> list[tuple[str, bool]]:
        """Every test by its name in words, and whether it failed."""
        return [
            (test.name.removeprefix("test_").replace("_", " "), test.failed)
            for test in self.result.tests
        ]


def tiles(
    spec: Spec,
    subjects: Sequence[Subject],
    results: Mapping[str, ModuleResult],
    digests: Mapping[str, str],
) -> Iterator[Tile]:
    """Yield a tile for each of ``subjects``; ``digests`` are those of the prototype right now."""
    for subject in subjects:
        result = results.get(subject.module) or ModuleResult(subject.module, {}, "")
        features = [Named(key, spec.features[key].title) for key in subject.features]
        goals = dict.fromkeys(goal for f in features for goal in spec.features[f.key].goal)
        yield Tile(
            subject=subject,
            result=result,
            features=tuple(features),
            goals=tuple(Named(key, spec.goals[key].title) for key in goals),
            failures=tuple(failures(result, subject.titles)),
            stale=any(ran not in ("", digests[subject.module]) for ran in result.digests.values()),
        )


def board_page(
    spec: Spec, spec_name: str, shown: Sequence[Tile], rows: Sequence[Row], at: str
) -> bytes:
    """Return ``index.html``."""
    counts = {verdict: sum(t.result.verdict is verdict for t in shown) for verdict in Verdict}
    return _render(
        "board.html.jinja",
        title=spec.project.title,
        spec_name=spec_name,
        screens=[tile for tile in shown if tile.subject.kind is Kind.SCREEN],
        processes=[tile for tile in shown if tile.subject.kind is Kind.PROCESS],
        counts=counts,
        verdict=summary(counts),
        groups=_by_goal(rows),
        phases=_phases(spec),
        at=at,
    )


def spec_page(spec: Spec, spec_name: str, lines: Sequence[str]) -> bytes:
    """Return ``spec.html``: the spec, each line with its number to link to."""
    return _render("spec.html.jinja", title=spec.project.title, spec_name=spec_name, lines=lines)


def summary(counts: Mapping[Verdict, int]) -> str:
    """Return the overall result in a sentence."""
    count = sum(counts.values())
    if counts[Verdict.FAILED]:
        return text("verify.some_failed", count=count, failed=counts[Verdict.FAILED])
    if counts[Verdict.NOT_RUN]:
        return text("verify.some_missing", count=count, missing=counts[Verdict.NOT_RUN])
    if counts[Verdict.PARTLY]:
        return text("verify.some_partly", count=count, partly=counts[Verdict.PARTLY])
    return text("verify.all_passed", count=count)


def mark(verdict: Verdict) -> str:
    """Return a sign for ``verdict``, beside its words or colour."""
    return _MARKS[verdict]


def _by_goal(rows: Sequence[Row]) -> list[tuple[Named | None, list[Row]]]:
    return [(goal, list(own)) for goal, own in groupby(rows, key=lambda row: row.goal)]


def _phases(spec: Spec) -> dict[str, str]:
    titles = {key: phase.title for key, phase in spec.phases.items()}
    return titles | {OUT: text("workshop.out"), UNDECIDED: text("workshop.undecided"), "": ""}


def _render(template: str, **context: Any) -> bytes:
    say: Callable[..., str] = lambda key, **values: text(f"verify.board.{key}", **values)  # noqa: E731
    css = (_HERE / "board.css").read_text(encoding="utf-8")
    page = _environment().get_template(template)
    return page.render(
        **context, say=say, css=css, mark=mark, language=preferred_language()
    ).encode()


@cache
def _environment() -> Environment:
    """Return the environment of the pages: texts of a spec are escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
