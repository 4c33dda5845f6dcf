"""How the project, its phases, roles, features and processes are written in ``project.py``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from generator.naming import slug
from generator.pycode import Call, Name, call
from generator.spec.model import Process, Spec


@dataclass(frozen=True)
class ProjectPlan:
    """The project as the generated source declares it."""

    key: str
    slug: str
    title: str
    language: str
    declaration: Call

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The classes that the declaration uses."""
        used = {"Project"}
        for _, value in self.declaration.kwargs:
            if isinstance(value, tuple):
                used |= {item.name for item in value if isinstance(item, Call)}
        if "Process" in used:
            used.add("Step")
        return tuple(sorted(used))


def plan_project(spec: Spec, stem: str) -> ProjectPlan:
    """Return the project of ``spec``; ``stem``, its file's name, stands in for a missing id."""
    project = spec.project
    key = project.id or stem
    sample_date = project.sample_date
    declaration = call(
        "Project",
        key,
        title=project.title,
        language=project.language.value,
        description=project.description,
        organizations=project.organizations,
        sample_date=Name(f"date({sample_date.year}, {sample_date.month}, {sample_date.day})"),
        phases=tuple(
            call("Phase", key, phase.title, until=phase.until) for key, phase in spec.phases.items()
        ),
        roles=tuple(
            call("Role", key, role.title, who=role.who) for key, role in spec.roles.items()
        ),
        processes=tuple(_process(key, process) for key, process in spec.processes.items()),
        features=tuple(
            call("Feature", key, feature.title, phase=feature.phase, detail=feature.detail)
            for key, feature in spec.features.items()
        ),
    )
    return ProjectPlan(key, slug(key), project.title, project.language.value, declaration)


def _process(key: str, process: Process) -> Call:
    steps = tuple(
        call(
            "Step",
            step_key,
            step.title,
            actor=step.actor,
            wants=step.wants,
            screen=step.screen,
            action=step.action,
            deadline=step.deadline,
        )
        for step_key, step in process.steps.items()
    )
    return call("Process", key, process.title, steps=steps)
