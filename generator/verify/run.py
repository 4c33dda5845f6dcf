"""Runs modules of tests, two at a time where that pays, and yields results as they are there."""

from __future__ import annotations

import os
import queue
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .layers import Layer
from .results import TestResult
from .worker import ENDED, Worker

MOST_WORKERS = 2
"""Each has a server and a browser: more than two keep a small machine waiting for itself."""

_PAYS_SECONDS = 20
"""A second worker needs a few seconds to start."""

Events = queue.Queue[tuple[Worker, dict[str, Any]]]


@dataclass
class Ran:
    """What became of a layer of a module: its tests, the file of a picture of the screen.

    ``layers`` are all that the module has. ``layer`` is None when none of them was asked for, and
    when the module broke before its tests were known: ``said`` is what pytest said then. ``number``
    of ``count`` layers of modules are through with it, as far as is known.
    """

    module: str
    layer: Layer | None = None
    layers: tuple[Layer, ...] = ()
    tests: list[TestResult] = field(default_factory=list)
    picture: str = ""
    said: str = ""
    number: int = 0
    count: int = 0


def run(
    project: Path,
    expected: Mapping[str, float],
    environment: Mapping[str, str],
    layer: Layer | None = None,
    most_workers: int = MOST_WORKERS,
) -> Generator[Ran]:
    """Run the modules ``expected`` (path → seconds that it may take), or only a ``layer`` of them.

    Yields each layer of each module when it is through.

    ``environment`` is what the processes get beside ours. They are ended when the iterator is
    closed before its end.
    """
    events: Events = queue.Queue()
    with ExitStack() as running:
        workers = [
            running.enter_context(Worker(project, modules, environment, events, layer))
            for modules in shares(expected, min(most_workers, os.cpu_count() or 1))
        ]
        yield from _follow(events, workers)


def record(
    project: Path, tests: Sequence[str], environment: Mapping[str, str]
) -> Generator[tuple[str, TestResult]]:
    """Run ``tests`` (what pytest calls them) with a record of all that they do.

    Yields the module and what came of each. The processes end when the iterator is closed.
    """
    events: Events = queue.Queue()
    with Worker(project, tests, {**environment, "SAWARU_TRACES": "1"}, events):
        while (told := events.get()[1]).pop("event") != ENDED:
            if "outcome" in told:
                yield told.pop("module"), TestResult(**told)


def shares(expected: Mapping[str, float], processors: int) -> list[list[str]]:
    """Divide modules (path → seconds) among as many workers as it pays to start, in their order."""
    pays = sum(expected.values()) > _PAYS_SECONDS and len(expected) > 1
    loads = [0.0] * (min(MOST_WORKERS, processors) if pays else 1)
    given: dict[str, int] = {}
    for module in sorted(expected, key=lambda module: -expected[module]):
        given[module] = loads.index(min(loads))
        loads[given[module]] += expected[module]
    return [[m for m in expected if given[m] == worker] for worker in range(len(loads))]


class _Following:
    """Puts together what workers tell."""

    def __init__(self) -> None:
        self._open: dict[str, dict[Layer, Ran]] = {}
        self._sizes: dict[tuple[str, Layer], int] = {}
        self._pictures: dict[str, str] = {}
        self._count = self._through = 0

    def take(self, worker: Worker, told: dict[str, Any]) -> Iterator[Ran]:
        """Take note of an event; yield what is through with it."""
        match told.pop("event"):
            case "collected":
                for module, sizes in told["modules"].items():
                    yield from self._collected(module, {Layer(key): n for key, n in sizes.items()})
            case "picture":
                self._pictures[told["module"]] = told["picture"]
            case "test":
                module, test = told.pop("module"), TestResult(**told)
                ran = self._open[module][Layer(test.layer)]
                ran.tests.append(test)
                if len(ran.tests) == self._sizes[module, Layer(test.layer)]:
                    yield self._done(self._open[module].pop(Layer(test.layer)))
            case event if event == ENDED:
                yield from self._ended(worker)

    def _collected(self, module: str, sizes: Mapping[Layer, int]) -> Iterator[Ran]:
        self._open[module] = {
            layer: Ran(module, layer, tuple(sizes)) for layer, size in sizes.items() if size
        }
        self._count += len(self._open[module])
        self._sizes |= {(module, layer): size for layer, size in sizes.items()}
        if not self._open[module]:
            yield Ran(module, layers=tuple(sizes))

    def _ended(self, worker: Worker) -> Iterator[Ran]:
        """Yield what the worker has not brought to its end, with its last words."""
        for module in worker.modules:
            left = self._open.pop(module, {None: Ran(module, layers=tuple(Layer))})
            for ran in left.values():
                ran.said = worker.said
                yield self._done(ran)

    def _done(self, ran: Ran) -> Ran:
        self._through += 1
        ran.number, ran.count = self._through, max(self._count, self._through)
        ran.picture = self._pictures.pop(ran.module, "")
        return ran


def _follow(events: Events, workers: Sequence[Worker]) -> Iterator[Ran]:
    """Yield what is through until the last worker has ended."""
    following, running = _Following(), len(workers)
    while running:
        worker, told = events.get()
        running -= told["event"] == ENDED
        yield from following.take(worker, told)
