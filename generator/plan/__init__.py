"""The plan of a prototype: which files, from which templates, with which contexts.

Planning is pure: the same spec and the same blueprints give the same plan, nothing is written, and
the kit speaks the language of the project only meanwhile. What the plan holds can be compared, so
that only what changed is rendered again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.blueprints import Blueprints
from generator.kinds.screen_kind import FROM_RECORDS
from generator.spec.model import Spec

from .entities import EntityPlan, FieldPlan, ModelPlan, plan_entities
from .kind import planners
from .memory import Memory
from .project import ProjectPlan, plan_project
from .screen import ScreenPlan, UsePlan
from .screens import plan_screens
from .tests.processes import ProcessTests, plan_processes
from .tests.screen_tests import ScreenTests, plan_tests

__all__ = [
    "EntityPlan",
    "FieldPlan",
    "FilePlan",
    "Memory",
    "ModelPlan",
    "Plan",
    "ProcessTests",
    "ProjectPlan",
    "ScreenPlan",
    "ScreenTests",
    "UsePlan",
    "make_plan",
    "make_test_plan",
    "plan_processes",
    "planners",
]


@dataclass(frozen=True)
class FilePlan:
    """A file of the prototype: ``template`` filled with ``context``, at ``path`` below it.

    ``parts`` are texts within a long file that have templates of their own, so that a change of
    one leaves the others as they are; the file's template finds them as ``parts``.
    """

    path: str
    template: Path
    context: tuple[tuple[str, object], ...]
    parts: tuple[FilePlan, ...] = ()


@dataclass(frozen=True)
class Plan:
    """The prototype before it is rendered; its tests have a plan of their own."""

    project: ProjectPlan
    entities: tuple[EntityPlan, ...]
    screens: tuple[ScreenPlan, ...]
    files: tuple[FilePlan, ...]


def make_plan(spec: Spec, blueprints: Blueprints, stem: str, memory: Memory | None = None) -> Plan:
    """Return the plan for ``spec``; ``stem`` is the name of its file without the ending.

    ``memory`` holds the last plan with the same blueprints, and then this one.
    """
    vocabulary = blueprints.vocabulary
    memory = memory or Memory()
    project = plan_project(spec, stem)
    entities = plan_entities(spec, vocabulary, memory)
    screens = plan_screens(spec, entities, planners(blueprints), memory)
    planned = tuple(entities.values())
    return Plan(project, planned, screens, tuple(_files(blueprints, project, planned, screens)))


def make_test_plan(
    spec: Spec, plan: Plan, blueprints: Blueprints, memory: Memory | None = None
) -> tuple[FilePlan, ...]:
    """Return the test modules of ``plan``, which was made out of ``spec``: screens, processes."""
    entities = {entity.key: entity for entity in plan.entities}
    kinds, vocabulary = planners(blueprints), blueprints.vocabulary
    tests = plan_tests(spec, entities, plan.screens, kinds, vocabulary, memory or Memory())
    processes = plan_processes(spec, entities, plan.screens, kinds, vocabulary)
    return (
        *_test_files(blueprints, plan.screens, tests),
        *_process_files(blueprints, processes),
    )


def _files(
    blueprints: Blueprints,
    project: ProjectPlan,
    entities: tuple[EntityPlan, ...],
    screens: tuple[ScreenPlan, ...],
) -> Iterator[FilePlan]:
    once = blueprints.project_file
    yield FilePlan("prototype/project.py", once("project.py.jinja"), (("project", project),))
    model, entity = once("model.py.jinja"), once("entity.py.jinja")
    classes = tuple(
        FilePlan(f"prototype/model.py {plan.key}", entity, (("entity", plan),)) for plan in entities
    )
    yield FilePlan("prototype/model.py", model, (("model", ModelPlan(entities)),), classes)
    modules = tuple(screen.module for screen in screens)
    yield FilePlan("prototype/screens/__init__.py", once("screens.py.jinja"), (("order", modules),))
    types = tuple((name, kind.__name__) for name, kind in blueprints.vocabulary.field_types.items())
    exported = tuple(sorted({name for pair in types for name in pair}))
    context = (("types", types), ("exported", exported))
    yield FilePlan("prototype/kit/fields/__init__.py", once("fields.py.jinja"), context)
    kinds = once("kinds.py.jinja")
    yield FilePlan("prototype/kit/kinds/__init__.py", kinds, tuple(_traits(blueprints)))
    for screen in screens:
        template = blueprints.kind_file(screen.kind, "screen.py.jinja")
        yield FilePlan(f"prototype/screens/{screen.module}.py", template, (("screen", screen),))


def _traits(blueprints: Blueprints) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the kinds for each trait that the kit must know of."""
    kinds = blueprints.vocabulary.screen_kinds.values()
    yield "start", tuple(kind.name for kind in kinds if kind.start)
    yield "one_record", tuple(kind.name for kind in kinds if kind.one_record)
    yield "from_records", tuple(k.name for k in kinds if k.opened_from == FROM_RECORDS)
    yield "entering", tuple(kind.name for kind in kinds if kind.enters)


def _test_files(
    blueprints: Blueprints, screens: tuple[ScreenPlan, ...], tests: Iterable[ScreenTests]
) -> Iterator[FilePlan]:
    """Yield the test module of each screen whose kind brings a template for it."""
    for screen, expected in zip(screens, tests, strict=True):
        template = blueprints.kind_file(screen.kind, "test.py.jinja")
        if template.is_file():
            yield FilePlan(f"tests/test_{screen.module}.py", template, (("tests", expected),))


def _process_files(blueprints: Blueprints, processes: Iterable[ProcessTests]) -> Iterator[FilePlan]:
    """Yield the test module of each process."""
    template = blueprints.project_file("process_test.py.jinja")
    for process in processes:
        yield FilePlan(f"tests/test_{process.module}.py", template, (("process", process),))
