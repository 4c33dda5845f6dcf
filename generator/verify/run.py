"""Runs modules of tests, two at a time where that pays, and yields results as they come in."""

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
class LayerRun:
    """The run of one layer of a module: its tests, and the file with a picture of the screen.

    ``layers`` are all that the module has. ``layer`` is None when none of them was asked for, and
    when the module broke before its tests were known: ``output`` is what pytest printed then.
    It is the ``number``-th of ``count`` layers to finish, as far as is known by then.
    """

    module: str
    layer: Layer | None = None
    layers: tuple[Layer, ...] = ()
    tests: list[TestResult] = field(default_factory=list)
    picture: str = ""
    output: str = ""
    number: int = 0
    count: int = 0


def run(
    project: Path,
    expected: Mapping[str, float],
    environment: Mapping[str, str],
    layer: Layer | None = None,
    most_workers: int = MOST_WORKERS,
) -> Generator[LayerRun]:
    """Run the modules ``expected`` (path → seconds that it may take), or only a ``layer`` of them.

    Yields each layer of each module when it has finished.

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
    """Run ``tests`` (pytest node ids) with a trace of all that they do.

    Yields the module and the result of each. The processes end when the iterator is closed.
    """
    events: Events = queue.Queue()
    with Worker(project, tests, {**environment, "SAWARU_TRACES": "1"}, events):
        while (event := events.get()[1]).pop("event") != ENDED:
            if "outcome" in event:
                yield event.pop("module"), TestResult(**event)


def shares(expected: Mapping[str, float], processors: int) -> list[list[str]]:
    """Divide modules (path → seconds) among as many workers as it pays to start, in their order."""
    pays = sum(expected.values()) > _PAYS_SECONDS and len(expected) > 1
    loads = [0.0] * (min(MOST_WORKERS, processors) if pays else 1)
    given: dict[str, int] = {}
    for module in sorted(expected, key=lambda module: -expected[module]):
        given[module] = loads.index(min(loads))
        loads[given[module]] += expected[module]
    return [[m for m in expected if given[m] == worker] for worker in range(len(loads))]


class _EventCollector:
    """Puts the events of the workers together into runs of layers."""

    def __init__(self) -> None:
        self._open: dict[str, dict[Layer, LayerRun]] = {}
        self._sizes: dict[tuple[str, Layer], int] = {}
        self._pictures: dict[str, str] = {}
        self._count = self._through = 0

    def take(self, worker: Worker, event: dict[str, Any]) -> Iterator[LayerRun]:
        """Take note of an event; yield the layer that finished with it."""
        match event.pop("event"):
            case "collected":
                for module, sizes in event["modules"].items():
                    yield from self._collected(module, {Layer(key): n for key, n in sizes.items()})
            case "picture":
                self._pictures[event["module"]] = event["picture"]
            case "test":
                module, test = event.pop("module"), TestResult(**event)
                layer_run = self._open[module][Layer(test.layer)]
                layer_run.tests.append(test)
                if len(layer_run.tests) == self._sizes[module, Layer(test.layer)]:
                    yield self._done(self._open[module].pop(Layer(test.layer)))
            case kind if kind == ENDED:
                yield from self._ended(worker)

    def _collected(self, module: str, sizes: Mapping[Layer, int]) -> Iterator[LayerRun]:
        self._open[module] = {
            layer: LayerRun(module, layer, tuple(sizes)) for layer, size in sizes.items() if size
        }
        self._count += len(self._open[module])
        self._sizes |= {(module, layer): size for layer, size in sizes.items()}
        if not self._open[module]:
            yield LayerRun(module, layers=tuple(sizes))

    def _ended(self, worker: Worker) -> Iterator[LayerRun]:
        """Yield the layers that the worker did not finish, with the last lines of its output."""
        for module in worker.modules:
            left = self._open.pop(module, {None: LayerRun(module, layers=tuple(Layer))})
            for layer_run in left.values():
                layer_run.output = worker.tail
                yield self._done(layer_run)

    def _done(self, layer_run: LayerRun) -> LayerRun:
        self._through += 1
        layer_run.number, layer_run.count = self._through, max(self._count, self._through)
        layer_run.picture = self._pictures.pop(layer_run.module, "")
        return layer_run


def _follow(events: Events, workers: Sequence[Worker]) -> Iterator[LayerRun]:
    """Yield layers as they finish until the last worker has ended."""
    collector, running = _EventCollector(), len(workers)
    while running:
        worker, event = events.get()
        running -= event["event"] == ENDED
        yield from collector.take(worker, event)
