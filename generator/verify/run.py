"""Runs modules of tests, two at a time where that pays, and yields each result as it is there."""

from __future__ import annotations

import os
import queue
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .results import TestResult
from .worker import ENDED, Worker

_MOST_WORKERS = 2
"""Each has a server and a browser: more than two keep a small machine waiting for itself."""

_PAYS_SECONDS = 20
"""A second worker needs a few seconds to start."""

Events = queue.Queue[tuple[Worker, dict[str, Any]]]


@dataclass
class Ran:
    """What became of a module: its tests, the file of its picture, what pytest said if it broke."""

    module: str
    tests: list[TestResult] = field(default_factory=list)
    picture: str = ""
    said: str = ""


def run(
    project: Path, expected: Mapping[str, float], environment: Mapping[str, str]
) -> Iterator[Ran]:
    """Run the modules ``expected`` (path → seconds that it may take); yield each that is through.

    ``environment`` is what the processes get beside ours. They are ended when the iterator is
    closed before its end.
    """
    events: Events = queue.Queue()
    with ExitStack() as running:
        workers = [
            running.enter_context(Worker(project, modules, environment, events))
            for modules in shares(expected, os.cpu_count() or 1)
        ]
        yield from _follow(events, workers)


def shares(expected: Mapping[str, float], processors: int) -> list[list[str]]:
    """Divide modules (path → seconds) among as many workers as it pays to start, in their order."""
    pays = sum(expected.values()) > _PAYS_SECONDS and len(expected) > 1
    loads = [0.0] * (min(_MOST_WORKERS, processors) if pays else 1)
    given: dict[str, int] = {}
    for module in sorted(expected, key=lambda module: -expected[module]):
        given[module] = loads.index(min(loads))
        loads[given[module]] += expected[module]
    return [[m for m in expected if given[m] == worker] for worker in range(len(loads))]


def _follow(events: Events, workers: Sequence[Worker]) -> Iterator[Ran]:
    """Put together what workers tell until the last has ended."""
    open_ones = {module: Ran(module) for worker in workers for module in worker.modules}
    counts: dict[str, int] = {}
    running = len(workers)
    while running:
        worker, told = events.get()
        match told.pop("event"):
            case "collected":
                counts |= told["modules"]
            case "picture":
                open_ones[told["module"]].picture = told["picture"]
            case "test":
                ran = open_ones[told.pop("module")]
                ran.tests.append(TestResult(**told))
                if len(ran.tests) == counts[ran.module]:
                    yield open_ones.pop(ran.module)
            case event if event == ENDED:
                running -= 1
                for module in open_ones.keys() & set(worker.modules):
                    ran = open_ones.pop(module)
                    ran.said = worker.said
                    yield ran
