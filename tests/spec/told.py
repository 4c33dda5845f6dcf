"""Short ways to say what a test expects of the problems of a spec."""

from __future__ import annotations

from generator.spec.load import Loaded
from generator.spec.problems import Problem


def codes(loaded: Loaded) -> list[str]:
    """Return the codes of all problems, in their order."""
    return [problem.code for problem in loaded.problems]


def marked(problem: Problem) -> str:
    """Return the text that a problem points at."""
    span = problem.span
    end = span.end_column - 1 if span.end_line == span.line else None
    return problem.source_line[span.column - 1 : end]
