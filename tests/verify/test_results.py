"""What is known of a screen when its layers run at different times, and once more."""

from __future__ import annotations

from pathlib import Path

from generator.verify.layers import Layer
from generator.verify.results import (
    ModuleResult,
    TestResult,
    Verdict,
    keep_results,
    read_results,
)

MODULE = "tests/test_form.py"
OPENS = TestResult("test_opens", "passed", 0.5, Layer.RENDER, id=f"{MODULE}::test_opens")
SAVES = TestResult("test_saves", "failed", 2.0, Layer.BEHAVIOUR, id=f"{MODULE}::test_saves")


def result(*tests: TestResult, digest: str = "a") -> ModuleResult:
    """Return what came of ``tests``; the layers of which there is none have not run."""
    ran = {test.layer for test in tests}
    return ModuleResult(
        MODULE, {layer: digest if layer in ran else "" for layer in Layer}, "", tests
    )


def test_what_did_not_run_now_is_known_from_the_time_before() -> None:
    whole = result(OPENS).after(result(SAVES))
    assert {test.name for test in whole.tests} == {"test_opens", "test_saves"}
    assert whole.verdict is Verdict.FAILED


def test_what_ran_on_something_else_is_not_known_any_more() -> None:
    whole = result(OPENS, digest="b").after(result(SAVES, digest="a")).now("b")
    assert whole.tests == (OPENS,)
    assert whole.verdict is Verdict.PARTLY


def test_failures_and_seconds_can_be_asked_of_one_layer() -> None:
    both = result(OPENS, SAVES)
    assert both.failures_of(Layer.RENDER) == ()
    assert both.failures_of(Layer.BEHAVIOUR) == both.failures == (SAVES,)
    assert (both.seconds_of(Layer.RENDER), both.seconds_of(None)) == (0.5, 2.5)


def test_the_record_of_a_failure_is_kept_with_it_and_its_outcome_stays(tmp_path: Path) -> None:
    again = TestResult("test_saves", "passed", 1.0, id=SAVES.id)
    recorded = result(OPENS, SAVES).recorded(again)
    opens, saves = recorded.tests
    assert opens == OPENS
    assert (saves.outcome, saves.again, saves.seconds) == ("failed", "passed", 2.0)
    keep_results(tmp_path / "results.json", [recorded])
    assert read_results(tmp_path / "results.json") == {MODULE: recorded}
