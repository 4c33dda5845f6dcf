"""The samples are what a newcomer meets first: they load, keep their promises and can be walked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from generator.blueprints import Blueprints
from generator.spec.load import Loaded, load_spec
from generator.spec.model import OUT, UNDECIDED, Entity, Screen, Spec, Step, Transition
from generator.spec.problems import Severity

FOLDER = Path(__file__).parents[1] / "sample_specs"
ALL = sorted(path.stem for path in FOLDER.glob("*.yaml"))
DOMAINS = ["association_request", "facility_booking", "road_report", "wildlife_capture"]
USUAL_KINDS = {"home", "list", "form", "detail", "board"}
FORMS = {"form", "wizard"}
WITH_ROLES = [*DOMAINS, "meeting_room_en"]

VAGUE = re.compile(
    "等|など|適切|適宜|必要に応じて|速やか|すみやか|迅速|原則|簡単|直感的|おおむね|程度|定期的|随時|適時"
    "|検討|調整|別途|別に定める|同様|管理できる|軽減|向上|見える化|することができる|いつでも|場合がある"
)


@cache
def loaded(name: str) -> Loaded:
    return load_spec(FOLDER / f"{name}.yaml", Blueprints.find().vocabulary)


def spec_of(name: str) -> Spec:
    spec = loaded(name).spec
    assert spec is not None, "\n".join(problem.as_text() for problem in loaded(name).problems)
    return spec


def built(spec: Spec) -> dict[str, Screen]:
    kinds = Blueprints.find().vocabulary.screen_kinds
    return {key: screen for key, screen in spec.screens.items() if screen.kind in kinds}


def sees(role: str, screen: Screen) -> bool:
    return not screen.roles or role in screen.roles


def asked_by(form: Screen) -> set[str]:
    """Return the fields that a form names, on all of its steps."""
    named = {field for step in form.steps.values() for field in step.fields}
    return named | {use.field for use in form.fields}


def steps(spec: Spec) -> Iterator[tuple[str, Step]]:
    for key, process in spec.processes.items():
        for step_key, step in process.steps.items():
            yield f"{key}.{step_key}", step


def transition_of(spec: Spec, step: Step) -> tuple[str, Transition] | None:
    """Return the entity that a step's action works on, and the transition itself."""
    if step.action is None or step.screen is None:
        return None
    key = spec.screens[step.screen].entity
    assert key is not None
    return key, spec.entities[key].transitions[step.action]


def transitions(spec: Spec) -> Iterator[tuple[str, Entity, str, Transition]]:
    for key, entity in spec.entities.items():
        for name, transition in entity.transitions.items():
            yield key, entity, name, transition


def phase_rank(spec: Spec, feature: str | None) -> int:
    """Return in which release something comes: 0 is the first, or what belongs to no feature."""
    if feature is None:
        return 0
    order = [*spec.phases, UNDECIDED, OUT]
    return order.index(spec.features[feature].phase)


def reachable_states(entity: Entity, start: str | None) -> set[str]:
    """Return ``start`` and every state that transitions lead to from there."""
    found: set[str] = set()
    todo = [start] if start else []
    while todo:
        state = todo.pop()
        if state not in found:
            found.add(state)
            todo += [t.to for t in entity.transitions.values() if state in t.from_]
    return found


def test_the_folder_holds_the_smallest_spec_the_four_domains_and_an_english_one() -> None:
    assert set(ALL) >= {"minimal", *WITH_ROLES}


@pytest.mark.parametrize("name", ALL)
def test_a_sample_loads_without_errors(name: str) -> None:
    assert [problem.as_text() for problem in loaded(name).errors] == []


@pytest.mark.parametrize("name", ALL)
def test_a_sample_is_told_at_most_that_something_is_not_built_yet(name: str) -> None:
    told = {
        problem.code for problem in loaded(name).problems if problem.severity is Severity.NOTICE
    }
    assert told <= {"type_not_built", "kind_not_built"}


@pytest.mark.parametrize(
    "name", ["minimal", "association_request", "wildlife_capture", "meeting_room_en"]
)
def test_most_samples_use_only_what_is_built(name: str) -> None:
    assert loaded(name).problems == ()


def test_the_smallest_spec_gives_home_list_form_and_detail() -> None:
    kinds = [screen.kind for screen in spec_of("minimal").screens.values()]
    assert kinds == ["home", "list", "form", "detail"]


def test_english_is_the_language_of_one_sample() -> None:
    assert [name for name in ALL if spec_of(name).project.language == "en"] == ["meeting_room_en"]


@pytest.mark.parametrize("name", DOMAINS)
def test_a_domain_is_as_large_as_promised(name: str) -> None:
    spec = spec_of(name)
    kinds = [screen.kind for screen in spec.screens.values()]
    assert 8 <= sum(kind in USUAL_KINDS for kind in kinds) <= 15
    assert sum(kind not in USUAL_KINDS for kind in kinds) <= 6
    assert set(kinds) >= USUAL_KINDS
    assert 4 <= len(spec.roles) <= 6
    assert all(role.who for role in spec.roles.values())
    assert 2 <= len(spec.entities) <= 5
    assert len(spec.processes) >= 2
    assert len(spec.features) >= 10
    assert spec.glossary
    assert spec.questions
    assert any(entity.states for entity in spec.entities.values())
    assert any(
        field.type == "reference" for e in spec.entities.values() for field in e.fields.values()
    )
    assert all(entity.rows or 20 <= entity.samples <= 40 for entity in spec.entities.values())


@pytest.mark.parametrize("name", DOMAINS)
def test_a_domain_has_goals_below_goals_and_some_that_are_not_measured_yet(name: str) -> None:
    goals = spec_of(name).goals.values()
    measured = [goal for goal in goals if goal.measure and goal.now and goal.target and goal.by]
    assert any(goal.parent for goal in goals)
    assert measured
    assert len(measured) < len(goals)


@pytest.mark.parametrize("name", DOMAINS)
def test_a_domain_has_features_in_every_phase_undecided_and_out(name: str) -> None:
    spec = spec_of(name)
    assert {feature.phase for feature in spec.features.values()} == {"1", "2", UNDECIDED, OUT}
    assert all(feature.difficulty for feature in spec.features.values())
    assert any(feature.needs for feature in spec.features.values())
    assert any(feature.decisions for feature in spec.features.values())


@pytest.mark.parametrize("name", WITH_ROLES)
def test_decisions_follow_each_other(name: str) -> None:
    for key, feature in spec_of(name).features.items():
        for earlier, later in zip(feature.decisions, feature.decisions[1:], strict=False):
            assert (earlier.phase, earlier.at < later.at) == (later.from_, True), key
        assert all(decision.at.startswith("2026-11-") for decision in feature.decisions), key


@pytest.mark.parametrize("name", DOMAINS)
def test_a_domain_is_written_with_the_vague_words_of_real_staff(name: str) -> None:
    found = VAGUE.findall((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    assert len(set(found)) >= 8


@pytest.mark.parametrize("name", WITH_ROLES)
def test_every_role_has_a_screen_of_its_work(name: str) -> None:
    spec = spec_of(name)
    for role in spec.roles:
        assert any(sees(role, s) for s in built(spec).values() if s.kind != "home"), role


@pytest.mark.parametrize("name", WITH_ROLES)
def test_the_actor_of_a_step_may_open_its_screen(name: str) -> None:
    spec = spec_of(name)
    for key, step in steps(spec):
        assert step.actor is not None, key
        assert step.screen in built(spec), key
        assert sees(step.actor, spec.screens[step.screen]), key


@pytest.mark.parametrize("name", WITH_ROLES)
def test_the_actor_of_a_step_may_take_its_action(name: str) -> None:
    spec = spec_of(name)
    for key, step in steps(spec):
        if found := transition_of(spec, step):
            assert not found[1].by or step.actor in found[1].by, key


@pytest.mark.parametrize("name", WITH_ROLES)
def test_the_steps_of_a_process_can_be_walked_one_after_the_other(name: str) -> None:
    spec = spec_of(name)
    for process_key, process in spec.processes.items():
        standing: dict[str, str] = {}
        for step_key, step in process.steps.items():
            assert step.screen is not None
            screen = spec.screens[step.screen]
            found = transition_of(spec, step)
            if found is None:
                if screen.kind in FORMS and screen.entity:
                    standing[screen.entity] = spec.entities[screen.entity].initial_state or ""
                continue
            key, transition = found
            if key in standing:
                assert standing[key] in transition.from_, f"{process_key}.{step_key}"
            standing[key] = transition.to


@pytest.mark.parametrize("name", WITH_ROLES)
def test_a_role_that_may_take_a_transition_can_open_the_record(name: str) -> None:
    spec = spec_of(name)
    for key, _, transition_key, transition in transitions(spec):
        details = [s for s in spec.screens.values() if s.kind == "detail" and s.entity == key]
        for role in transition.by or spec.roles:
            assert any(sees(role, screen) for screen in details), f"{key}.{transition_key}: {role}"


@pytest.mark.parametrize("name", WITH_ROLES)
def test_every_state_is_reached_and_every_state_but_the_last_ones_can_be_left(name: str) -> None:
    for key, entity in spec_of(name).entities.items():
        assert reachable_states(entity, entity.initial_state) == set(entity.states), key
        left = {state for t in entity.transitions.values() for state in t.from_}
        assert left == {s for s, state in entity.states.items() if not state.final}, key


@pytest.mark.parametrize("name", WITH_ROLES)
def test_the_main_record_can_be_sent_back_and_called_off_with_a_reason(name: str) -> None:
    entity = max(spec_of(name).entities.values(), key=lambda entity: len(entity.states))
    asking = [transition for transition in entity.transitions.values() if transition.reason]
    assert any(set(t.from_) & reachable_states(entity, t.to) for t in asking)
    assert any(not set(t.from_) & reachable_states(entity, t.to) for t in asking)


@pytest.mark.parametrize("name", WITH_ROLES)
def test_what_a_transition_requires_can_be_filled_in_its_phase(name: str) -> None:
    spec = spec_of(name)
    types = Blueprints.find().vocabulary.field_types
    for key, entity, transition_key, transition in transitions(spec):
        for field_key in transition.requires:
            field, here = entity.fields[field_key], f"{key}.{transition_key}: {field_key}"
            assert field.type in types, here
            assert not getattr(types[field.type], "computed", False), here
            assert not field.show_when, here
            assert phase_rank(spec, field.feature) <= phase_rank(spec, transition.feature), here


@pytest.mark.parametrize("name", WITH_ROLES)
def test_every_field_is_asked_somewhere(name: str) -> None:
    spec = spec_of(name)
    types = Blueprints.find().vocabulary.field_types
    for key, entity in spec.entities.items():
        forms = [s for s in spec.screens.values() if s.kind in FORMS and s.entity == key]
        asked = {field for t in entity.transitions.values() for field in t.requires}
        for form in forms:
            asked |= asked_by(form) or set(entity.fields)
        typed = {
            field_key
            for field_key, field in entity.fields.items()
            if field.type in types and not getattr(types[field.type], "computed", False)
        }
        if not entity.rows:
            assert typed <= asked, f"{key}: {typed - asked}"


@pytest.mark.parametrize("name", WITH_ROLES)
def test_a_form_asks_for_what_the_record_needs_and_for_what_decides_it(name: str) -> None:
    spec = spec_of(name)
    for key, form in built(spec).items():
        if form.kind not in FORMS or form.entity is None or not asked_by(form):
            continue
        entity, asked = spec.entities[form.entity], asked_by(form)
        always = {f for f, field in entity.fields.items() if field.required and not field.default}
        assert always <= asked, f"{key}: {always - asked}"
        for field in asked:
            deciding = (
                entity.fields[field].show_when.keys() | entity.fields[field].required_when.keys()
            )
            assert deciding <= asked, f"{key}: {field}"


@pytest.mark.parametrize("name", WITH_ROLES)
def test_lists_show_four_to_six_columns_and_offer_what_they_filter(name: str) -> None:
    spec = spec_of(name)
    for key, screen in built(spec).items():
        if screen.kind == "list":
            assert 4 <= len(screen.columns) <= 6, key
            assert len(screen.filters) <= 4, key


@pytest.mark.parametrize(
    ("name", "public"), [("road_report", "citizen"), ("wildlife_capture", "resident")]
)
def test_the_public_sees_no_personal_data_of_others(name: str, public: str) -> None:
    spec = spec_of(name)
    for key, screen in built(spec).items():
        if screen.kind in {"list", "detail", "board"} and screen.entity and sees(public, screen):
            fields = spec.entities[screen.entity].fields
            shown = [use.field for use in (screen.columns or screen.fields)] or list(fields)
            assert [f for f in shown if f in fields and fields[f].personal] == [], key
