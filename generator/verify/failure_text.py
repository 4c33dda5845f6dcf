"""What a failed test means, in words for people who do not know what a test is.

The sentence of a test is ``verify.test.<name>`` in the catalogue, for its function's name without
``test_``. Where the name holds the id of a field or a transition, the catalogue has the rest of it
and the sentence names the part. A test that the catalogue does not know, such as one of the
user's own blueprints, is shown by its name.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.messages import text

from .results import ModuleResult, TestResult

_WITH_A_PART = ("is_asked_when_it_applies", "leads_on")
"""Endings of names that begin with the id of a part."""

_MOST_LETTERS = 40

_DIFFERENCES = {
    r"Locator expected to have text (.*?)\nActual value: (.*?)\n": "verify.difference.text",
    r"Locator expected to contain text (.*?)\nActual value: (.*?)\n": "verify.difference.text",
    r"Locator expected to have count '?(\d+)'?\nActual value: (\d+)": "verify.difference.count",
    r"Locator expected to have attribute (.*?)\nActual value: (.*?)\n": "verify.difference.text",
    r"Locator expected to have value (.*?)\nActual value: (.*?)\n": "verify.difference.text",
    r"Locator expected to be (?:visible|attached|enabled|editable)": "verify.difference.absent",
    r"Locator expected to be hidden": "verify.difference.present",
    r"Locator expected to have accessible description": "verify.difference.description",
    r"Timeout \d+ms exceeded": "verify.difference.absent",
}
"""What Playwright says, and the sentence that says it plainly; groups: what was expected, found."""


@dataclass(frozen=True)
class Failure:
    """What is wrong, in words, and the tests that say so: the first stands for all."""

    description: str
    difference: str
    tests: tuple[TestResult, ...]

    @property
    def test(self) -> TestResult:
        """The first of the tests."""
        return self.tests[0]


def failures(result: ModuleResult, titles: Mapping[str, str]) -> list[Failure]:
    """Return what is wrong with a screen; what several tests say in the same words stands once."""
    found: dict[tuple[str, str], list[TestResult]] = {}
    for test in result.failures:
        found.setdefault((sentence(test, titles), difference(test)), []).append(test)
    return [Failure(*words, tuple(tests)) for words, tests in found.items()]


def sentence(test: TestResult, titles: Mapping[str, str]) -> str:
    """Return what is wrong with the screen when ``test`` fails; ``titles`` says what ids mean."""
    if test.phase == "teardown":
        return text("verify.behind_the_screen")
    name = test.name.removeprefix("test_")
    about = [titles.get(value, value) for value in test.params.values() if value]
    for ending in _WITH_A_PART:
        if name.endswith(f"_{ending}"):
            part = name.removesuffix(f"_{ending}")
            about, name = [titles.get(part, part), *about], ending
    meaning = _known(name) or text("verify.test_of_ones_own", name=name.replace("_", " "))
    shown = [_shortened(value) for value in dict.fromkeys([*about, *_named_in(test.source)])]
    return (
        text("verify.about", meaning=meaning, about=text("verify.and").join(shown))
        if shown
        else meaning
    )


def _named_in(source: str) -> list[str]:
    """Return the first text in a line of a test: a label, mostly."""
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except SyntaxError:
        return []
    texts = [node.value for node in nodes if isinstance(node, ast.Constant)]
    return [text for text in texts if isinstance(text, str) and not text.startswith("/")][:1]


def _known(name: str) -> str:
    try:
        return text(f"verify.test.{name}")
    except KeyError:
        return ""


def difference(test: TestResult) -> str:
    """Return what was expected and what was there, "" where the message does not tell it."""
    for pattern, key in _DIFFERENCES.items():
        found = re.search(pattern, f"{test.message}\n", re.DOTALL)
        if found:
            wanted, there = (*map(_shown, found.groups()), "", "")[:2]
            return text(key, wanted=wanted, there=there or text("verify.nothing"))
    return _shortened(test.message.strip().partition("\n")[0])


def _shown(value: str) -> str:
    """Return a value as people read it: without quotes and the pattern of white space."""
    plain = value.strip().strip("'\"").replace(r"\s*", "").replace(r"[\s\ufeff]+", " ")
    return _shortened(re.sub(r"\\(.)", r"\1", plain))


def _shortened(value: str) -> str:
    return value if len(value) <= _MOST_LETTERS else f"{value[:_MOST_LETTERS]}…"
