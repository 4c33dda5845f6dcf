"""The results of the tests of a screen or a process, and how they are kept until the next run."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from generator.write.single import replace_file

from .layers import Layer

BOARD_FOLDER = "verification"
"""Where the board of a prototype is, below its folder."""


class Verdict(StrEnum):
    """The verdict on a module of tests: ``PARTLY`` if a layer did not run, the rest passed."""

    PASSED = "passed"
    FAILED = "failed"
    PARTLY = "partly"
    NOT_RUN = "not_run"


@dataclass(frozen=True)
class TestResult:
    """The result of one test of the layer ``layer``.

    ``params`` are the texts with which it ran, by name. Of a failure there are the ``message``,
    the ``line`` of the test module with its ``source``, everything that pytest says about it
    (``details``), and the names of the files with a ``picture`` and a ``trace``. ``phase`` is
    "teardown" when the test itself passed and something went wrong behind the screen. ``id`` is
    the node id of pytest. ``again`` is the outcome when it was run once more to be recorded.
    """

    __test__ = False

    name: str
    outcome: str
    seconds: float
    layer: str = Layer.BEHAVIOUR
    params: Mapping[str, str | None] = field(default_factory=dict)
    phase: str = ""
    message: str = ""
    details: str = ""
    line: int = 0
    source: str = ""
    picture: str = ""
    trace: str = ""
    id: str = ""
    again: str = ""

    @property
    def failed(self) -> bool:
        """Whether the test failed."""
        return self.outcome == "failed"


@dataclass(frozen=True)
class ModuleResult:
    """The results of the tests of one module.

    ``digests`` has an entry for each layer that the module has: a digest of all that its tests
    depended on when they ran, "" while they have not. ``at`` is when they ran (ISO 8601),
    ``picture`` the name of the file that shows the screen. ``output`` is what pytest printed
    when the module could not be run to its end.
    """

    module: str
    digests: Mapping[str, str]
    at: str
    tests: tuple[TestResult, ...] = ()
    picture: str = ""
    output: str = ""

    @property
    def verdict(self) -> Verdict:
        """The verdict on the module as a whole."""
        if self.failures or self.output:
            return Verdict.FAILED
        if not self.tests:
            return Verdict.NOT_RUN
        return Verdict.PASSED if all(self.digests.values()) else Verdict.PARTLY

    def is_of(self, digest: str, layer: Layer | None = None) -> bool:
        """Tell whether its tests, or those of ``layer``, ran on what has ``digest``."""
        return all(ran == digest for key, ran in self.digests.items() if layer in (None, key))

    def now(self, digest: str) -> ModuleResult:
        """Return it without the layers whose tests ran on anything but what has ``digest``."""
        kept = {key: ran if ran == digest else "" for key, ran in self.digests.items()}
        current = any(kept.values())
        return replace(
            self,
            digests=kept,
            tests=tuple(test for test in self.tests if kept.get(test.layer)),
            output=self.output if current else "",
        )

    def after(self, before: ModuleResult | None) -> ModuleResult:
        """Return this with what is known from ``before`` of the layers that did not run now."""
        if before is None:
            return self
        old = {key: digest for key, digest in before.digests.items() if key in self.digests}
        kept = [t for t in before.tests if old.get(t.layer) and not self.digests[t.layer]]
        return replace(
            self,
            digests={key: digest or old.get(key, "") for key, digest in self.digests.items()},
            at=self.at or before.at,
            tests=(*self.tests, *kept),
            picture=self.picture or before.picture,
        )

    def recorded(self, again: TestResult) -> ModuleResult:
        """Return it with the result of running one of its tests ``again``, recorded."""
        tests = (
            replace(test, again=again.outcome, trace=again.trace) if test.id == again.id else test
            for test in self.tests
        )
        return replace(self, tests=tuple(tests))

    @property
    def failures(self) -> tuple[TestResult, ...]:
        """The tests that failed."""
        return self.failures_of(None)

    def failures_of(self, layer: Layer | None) -> tuple[TestResult, ...]:
        """Return the tests of ``layer``, or of all layers, that failed."""
        return tuple(test for test in self.tests if test.failed and layer in (None, test.layer))

    @property
    def seconds(self) -> float:
        """How long its tests took together."""
        return self.seconds_of(None)

    def seconds_of(self, layer: Layer | None) -> float:
        """Return how long its tests of ``layer``, or all of them, took together."""
        return sum(test.seconds for test in self.tests if layer in (None, test.layer))

    @property
    def files(self) -> set[str]:
        """The names of the files that belong to it."""
        names = {self.picture}
        for test in self.tests:
            names |= {test.picture, test.trace}
        return names - {""}


def read_results(path: Path) -> dict[str, ModuleResult]:
    """Return the results that were kept in ``path``, by module; none where they can't be read."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return {entry["module"]: _result(entry) for entry in kept["modules"]}
    except (OSError, ValueError, KeyError, TypeError):  # another release wrote it, or nobody did
        return {}


def _result(entry: dict[str, Any]) -> ModuleResult:
    tests = tuple(TestResult(**test) for test in entry.pop("tests"))
    return ModuleResult(**entry, tests=tests)


def keep_results(path: Path, results: Iterable[ModuleResult]) -> None:
    """Keep ``results`` in ``path`` instead of what was there."""
    kept = {"modules": [asdict(result) for result in results]}
    replace_file(path, json.dumps(kept, ensure_ascii=False, indent=1).encode())
