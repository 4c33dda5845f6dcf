"""Build a prototype, run the tests of its screens, keep the results, write the board."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path

from generator.blueprints import Blueprints
from generator.pipeline import TESTS, Built, Pipeline
from generator.plan import Plan, plan_processes, planners
from generator.spec.load import Loaded
from generator.spec.model import Spec
from generator.write import STATE_FOLDER, locked
from generator.write.single import replace_file

from .board import board_page, spec_page, tiles
from .digests import Digests
from .errors import UnknownScreenError
from .junit import as_junit
from .layers import Layer
from .matrix import as_json, trace
from .ready import browser_variable, check_packages
from .results import BOARD_FOLDER, ModuleResult, Verdict, keep_results, read_results
from .run import MOST_WORKERS, LayerRun, record, run
from .snapshot import take_snapshot
from .subjects import Kind, Subject, subjects_of

_EXPECTED_SECONDS, _EXPECTED_TO_LOOK = 4.0, 0.5
"""How long a module takes that has never run: all of it, and if it is only to be looked at."""

_MOST_RECORDED = 8
"""Tests that are run once more to be recorded: one that waits in vain takes ten seconds."""


@dataclass(frozen=True)
class Request:
    """What to verify: the screens with these ids, all when there are none.

    With ``changed`` only those whose outcome may differ from last time, with ``layer`` only
    their tests of that layer.
    """

    screens: tuple[str, ...] = ()
    changed: bool = False
    layer: Layer | None = None


@dataclass(frozen=True)
class LayerOutcome:
    """The outcome of one layer of the tests of a screen or a process, and of all its layers.

    It is the ``number``-th of ``count``. ``layer`` is None when the tests could not be begun.
    """

    subject: Subject
    layer: Layer | None
    part: ModuleResult
    whole: ModuleResult
    number: int
    count: int


class Verification:
    """The verification of the prototype of one spec in ``out``.

    The tests run in a copy of it. One that is ``aside`` has a copy of its own, so that another can
    run at the same time.
    """

    def __init__(
        self, spec_path: Path, out: Path, blueprints: Blueprints, *, aside: bool = False
    ) -> None:
        self._spec_path = spec_path
        self._out = out
        self._pipeline = Pipeline(blueprints)
        self.board = out / BOARD_FOLDER
        self._state = out / STATE_FOLDER / "verify"
        self._kept = self._state / "results.json"
        self._copy = self._state / "aside" if aside else self._state
        self._project = self._copy / "project"
        self.subjects: tuple[Subject, ...] = ()
        self.results: dict[str, ModuleResult] = {}
        self._digests: dict[str, str] = {}
        self._to_record: list[str] = []
        self._spec: Spec
        self._loaded: Loaded

    def build(self) -> Built:
        """Build the prototype and take the copy that will be tested. Nothing of a wrong spec."""
        built = self._pipeline.build(self._spec_path, self._out)
        if built.plan is not None:
            self._take(built.loaded, built.plan, {result.path for result in built.files})
        return built

    def take(self) -> bool:
        """Take the copy of a prototype that another process builds; False for a wrong spec."""
        loaded, plan = self._pipeline.plan(self._spec_path)
        if plan is not None:
            tests = self._out.glob(f"{TESTS}test_*.py")
            self._take(loaded, plan, {f"{TESTS}{path.name}" for path in tests})
        return plan is not None

    def _take(self, loaded: Loaded, plan: Plan, files: Collection[str]) -> None:
        assert loaded.spec is not None
        self._loaded, self._spec = loaded, loaded.spec
        entities = {entity.key: entity for entity in plan.entities}
        vocabulary = self._pipeline.blueprints.vocabulary
        kinds = planners(self._pipeline.blueprints)
        processes = plan_processes(self._spec, entities, plan.screens, kinds, vocabulary)
        self.subjects = tuple(subjects_of(self._spec, plan, processes, loaded.source, files))
        self._copy.mkdir(parents=True, exist_ok=True)
        with self._alone():
            take_snapshot(self._out, self._project)
        digests = Digests(self._project)
        self._digests = {subject.module: digests.of(subject) for subject in self.subjects}
        self.results = self._kept_results()

    def _kept_results(self) -> dict[str, ModuleResult]:
        """Return the results that are kept, of whatever is still there."""
        modules = {subject.module for subject in self.subjects}
        kept = read_results(self._kept)
        return {module: result for module, result in kept.items() if module in modules}

    def current(self, subject: Subject) -> ModuleResult:
        """Return the result of ``subject`` without what ran on an earlier version of it."""
        result = self.results.get(subject.module) or ModuleResult(subject.module, {}, "")
        return result.now(self._digests[subject.module])

    def wanted(self, request: Request) -> list[Subject]:
        """Return what ``request`` asks for, what changed first. Raises UnknownScreenError."""
        screens = [subject.key for subject in self.subjects if subject.kind is Kind.SCREEN]
        for name in request.screens:
            if name not in screens:
                raise UnknownScreenError(name, screens)
        changed = [s for s in self.subjects if self.has_changed(s, request.layer)]
        same = [s for s in self.subjects if s not in changed and not request.changed]
        return [
            subject
            for subject in (*changed, *same)
            if not request.screens
            or (subject.key in request.screens and subject.kind is Kind.SCREEN)
        ]

    def has_changed(self, subject: Subject, layer: Layer | None = None) -> bool:
        """Tell whether ``subject`` may have another outcome than when its tests last ran."""
        result = self.results.get(subject.module)
        return result is None or not result.is_of(self._digests[subject.module], layer)

    def run(
        self,
        wanted: Sequence[Subject],
        layer: Layer | None = None,
        most_workers: int = MOST_WORKERS,
    ) -> Iterator[LayerOutcome]:
        """Run the tests of ``wanted``, or a layer of them; yield results, which are kept at once.

        Raises NotReadyError when something is missing on this machine, BusyError when the same
        prototype is being verified already.
        """
        check_packages()
        self.board.mkdir(parents=True, exist_ok=True)
        self._to_record = []
        subjects = {subject.module: subject for subject in wanted}
        expected = {module: self._expected_seconds(module, layer) for module in subjects}
        layer_runs = run(self._project.resolve(), expected, self._environment, layer, most_workers)
        with self._alone(), closing(layer_runs):
            for layer_run in layer_runs:
                outcome = self._keep(subjects[layer_run.module], layer_run)
                if layer_run.layer is not Layer.RENDER:  # a picture shows what that found
                    self._to_record += [test.id for test in outcome.part.failures[:1]]
                if outcome.part.verdict is not Verdict.NOT_RUN:
                    yield outcome

    @property
    def to_record(self) -> Sequence[str]:
        """The pytest node ids of the tests worth recording: the first failure of each layer."""
        return self._to_record[:_MOST_RECORDED]

    def record(self) -> None:
        """Run the tests :attr:`to_record` once more with a trace of what they do, and keep that.

        Raises BusyError when the same prototype is being verified meanwhile.
        """
        again = record(self._project.resolve(), self.to_record, self._environment)
        with self._alone(), closing(again):
            for module, test in again:
                self.results |= self._kept_results()  # somebody else may verify as well
                self.results[module] = self.results[module].recorded(test)
                keep_results(self._kept, self.results.values())

    @cached_property
    def _environment(self) -> dict[str, str]:
        """What the processes get; to find the browser, one is started."""
        return {**browser_variable(), "SAWARU_PICTURES": str(self.board.resolve())}

    def _alone(self) -> AbstractContextManager[None]:
        """Keep other verifications of the same prototype out."""
        return locked(self._copy / "verify.lock")

    def _expected_seconds(self, module: str, layer: Layer | None) -> float:
        last = self.results.get(module)
        usual = _EXPECTED_TO_LOOK if layer is Layer.RENDER else _EXPECTED_SECONDS
        return (last and last.seconds_of(layer)) or usual

    def _keep(self, subject: Subject, layer_run: LayerRun) -> LayerOutcome:
        broken = layer_run.layer is None and bool(layer_run.output)
        digest, now = self._digests[layer_run.module], datetime.now().astimezone()
        part = ModuleResult(
            module=layer_run.module,
            digests={
                key: digest if broken or key is layer_run.layer else "" for key in layer_run.layers
            },
            at=now.isoformat(timespec="seconds") if layer_run.layer or broken else "",
            tests=tuple(layer_run.tests),
            picture=layer_run.picture,
            output=layer_run.output,
        )
        self.results |= self._kept_results()  # somebody else may verify as well
        before = self.results.get(layer_run.module)
        whole = part.after(before)
        for name in before.files - whole.files if before else ():
            (self.board / name).unlink(missing_ok=True)
        self.results[layer_run.module] = whole
        keep_results(self._kept, self.results.values())
        return LayerOutcome(
            subject, layer_run.layer, part, whole, layer_run.number, layer_run.count
        )

    def fails(self, request: Request) -> bool:
        """Tell whether anything in the scope of ``request`` is known to fail, whenever it ran."""
        chosen = [s for s in self.subjects if not request.screens or s.key in request.screens]
        results = [self.results[s.module] for s in chosen if s.module in self.results]
        return any(result.output or result.failures_of(request.layer) for result in results)

    def counts(self) -> Mapping[Verdict, int]:
        """Return how many screens and processes came to which verdict, whenever they ran."""
        found = [self.results.get(subject.module) for subject in self.subjects]
        verdicts = [result.verdict if result else Verdict.NOT_RUN for result in found]
        return {verdict: verdicts.count(verdict) for verdict in Verdict}

    def write_board(self) -> Path:
        """Write the board, the results as JUnit XML and the trace as JSON; return the board."""
        self.board.mkdir(parents=True, exist_ok=True)
        modules = [subject.module for subject in self.subjects]
        in_order = {name: self.results[name] for name in modules if name in self.results}
        rows = trace(self._spec, self.subjects, in_order)
        shown = list(tiles(self._spec, self.subjects, in_order, self._digests))
        at = max((result.at for result in in_order.values()), default="")
        name = self._spec_path.name
        page = board_page(self._spec, name, shown, rows, _readable(at))
        machines = json.dumps({"rows": as_json(rows)}, ensure_ascii=False, indent=1)
        for path, content in {
            "index.html": page,
            "spec.html": spec_page(self._spec, name, self._loaded.source.lines),
            "results.xml": as_junit(in_order.values()),
            "trace.json": f"{machines}\n".encode(),
        }.items():
            replace_file(self.board / path, content)
        return self.board / "index.html"


def _readable(at: str) -> str:
    return at[:16].replace("T", " ")
