"""What a failed test means in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.messages import speak
from generator.verify.failure_text import difference, failures, sentence
from generator.verify.results import ModuleResult, TestResult

GOLDEN = Path(__file__).parents[1] / "golden"
NAMES = {
    name
    for module in GOLDEN.glob("*/tests/test_*.py")
    for name in re.findall(r"^def (test_\w+)", module.read_text(encoding="utf-8"), re.MULTILINE)
}


@pytest.fixture(autouse=True)
def japanese() -> Iterator[None]:
    speak("ja")
    yield
    speak(None)


def failed(name: str, **more: object) -> TestResult:
    return TestResult(name, "failed", 1.0, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_generated_test_has_a_sentence(name: str) -> None:
    assert "確かめに合いませんでした" not in sentence(failed(name), {})


def test_ids_are_told_by_their_titles() -> None:
    titles = {"accept": "受け付ける", "desk": "窓口"}
    assert "受け付ける" in sentence(failed("test_accept_leads_on"), titles)
    opens = failed("test_is_refused_to_a_role_that_may_not_see_it", params={"role": "desk"})
    assert "窓口" in sentence(opens, titles)


def test_what_only_went_wrong_behind_the_screen_is_told_so() -> None:
    test = failed("test_opens", phase="teardown", message="console: it hurts")
    assert "裏で誤り" in sentence(test, {})
    assert difference(test) == "console: it hurts"


def test_a_difference_tells_what_was_expected_and_what_was_there() -> None:
    message = "Locator expected to have text '受付'\nActual value: 完了 \nCall log:\n"
    assert difference(failed("test_x", message=message)) == "「受付」のはずが、「完了」でした。"


def test_a_test_of_somebodys_own_is_told_by_its_name() -> None:
    assert "names every record" in sentence(failed("test_names_every_record"), {})


def test_the_same_words_stand_once() -> None:
    tests = (failed("test_opens"), failed("test_opens"))
    (only,) = failures(ModuleResult("tests/test_a.py", {}, "", tests), {})
    assert len(only.tests) == 2
