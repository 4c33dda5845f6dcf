"""Each project is planned in its own language, whatever else is planned or spoken meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from threading import Barrier, Thread

import pytest

from blueprints.kit.texts import say, speak
from generator.blueprints import Blueprints
from generator.plan import Memory, ScreenTests, make_plan, make_test_plan
from generator.plan.kind import planners
from generator.plan.tests.screen_tests import plan_tests
from generator.spec.load import load_spec
from generator.spec.model import Spec

SPEC = """\
project: {id: town, title: T, language: LANGUAGE}
entities:
  report:
    title: R
    fields:
      place: {title: P, required: true, max_length: 9}
      urgent: {title: U, type: boolean}
      cost: {title: C, type: money, max: 9000}
    states: [a, b]
    transitions: {go: {title: G, from: a, to: b, reason: true}}
    samples: 5
"""
BLUEPRINTS = Blueprints.find()


@pytest.fixture(autouse=True)
def japanese() -> Iterator[None]:
    """Let the next test find the language that a process speaks at first."""
    yield
    speak("ja")


@pytest.fixture(scope="module")
def specs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Spec]:
    """Return a spec that is the same in both languages, but for the one in which it is told."""
    return {language: loaded(tmp_path_factory, language) for language in ("ja", "en")}


def loaded(factory: pytest.TempPathFactory, language: str) -> Spec:
    path = factory.mktemp(language) / "town.yaml"
    path.write_text(SPEC.replace("LANGUAGE", language), encoding="utf-8")
    spec = load_spec(path, BLUEPRINTS.vocabulary).spec
    assert spec
    return spec


def screens(spec: Spec) -> Iterable[ScreenTests]:
    """Plan the tests of the screens of ``spec``."""
    plan = make_plan(spec, BLUEPRINTS, "town")
    entities = {entity.key: entity for entity in plan.entities}
    kinds, vocabulary = planners(BLUEPRINTS), BLUEPRINTS.vocabulary
    return plan_tests(spec, entities, plan.screens, kinds, vocabulary, Memory())


def test_two_languages_in_turn_are_each_told_in_their_own(specs: dict[str, Spec]) -> None:
    alone = {language: list(screens(spec)) for language, spec in specs.items()}
    assert "はい" in repr(alone["ja"])
    assert "はい" not in repr(alone["en"])
    assert "Yes" in repr(alone["en"])
    in_turn = list(zip(screens(specs["ja"]), screens(specs["en"]), strict=True))
    assert [ja for ja, _ in in_turn] == alone["ja"]
    assert [en for _, en in in_turn] == alone["en"]


def test_two_languages_at_once_are_each_told_in_their_own(specs: dict[str, Spec]) -> None:
    alone = {language: list(screens(spec)) for language, spec in specs.items()}
    ready, wrong = Barrier(len(specs)), list[str]()

    def plan(language: str) -> None:
        for _ in range(10):
            ready.wait(timeout=30)
            if list(screens(specs[language])) != alone[language]:
                wrong.append(language)

    threads = [Thread(target=plan, args=(language,)) for language in specs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


@pytest.mark.parametrize("spoken", ["ja", "en"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_planning_leaves_the_language_of_the_process_as_it_is(
    specs: dict[str, Spec], spoken: str, language: str
) -> None:
    speak(spoken)
    before = say("value.yes")
    spec = specs[language]
    make_test_plan(spec, make_plan(spec, BLUEPRINTS, "town"), BLUEPRINTS)
    assert say("value.yes") == before
