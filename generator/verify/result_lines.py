"""A result of a verification as lines for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from generator.messages import text

from .board import mark
from .failure_text import failures
from .results import Verdict
from .verify import LayerOutcome


def result_lines(outcome: LayerOutcome) -> Iterator[str]:
    """Yield a line that says what became of a screen or a process, and two for each failure."""
    subject, result = outcome.subject, outcome.part
    key = "line_broken" if result.output else "line_failed" if result.failures else "line"
    yield text(
        f"verify.{key}",
        mark=mark(Verdict.FAILED if result.verdict is Verdict.FAILED else Verdict.PASSED),
        title=_one_line(subject.title),
        key=subject.key,
        layer=outcome.layer.in_words if outcome.layer else "",
        tests=len(result.tests),
        failed=len(result.failures),
        seconds=f"{result.seconds:.1f}",
    )
    for failure in failures(result, subject.titles):
        line = failure.test.line
        yield text(
            "verify.failure",
            description=_one_line(f"{failure.description} {failure.difference}"),
            place=f"{result.module}:{line}" if line else result.module,
        )
    if result.output:
        yield from (f"    | {line}" for line in result.output.splitlines()[-12:])


def _one_line(words: str) -> str:
    return " ".join(words.split())
