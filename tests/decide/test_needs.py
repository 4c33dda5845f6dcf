"""Decisions that contradict what features need."""

from __future__ import annotations

from generator.decide.needs import contradictions
from generator.spec.model import Spec


def spec(**features: tuple[str, list[str]]) -> Spec:
    return Spec.model_validate(
        {
            "project": {"title": "試し"},
            "phases": {"1": {"title": "第1期"}, "2": {"title": "第2期"}, "3": {"title": "第3期"}},
            "features": {
                key: {"title": key, "phase": phase, "needs": needs}
                for key, (phase, needs) in features.items()
            },
        }
    )


def moves(of: Spec, feature: str, phase: str) -> list[tuple[str, str, str, bool]]:
    return [(m.feature, m.now, m.because, m.earlier) for m in contradictions(of, feature, phase)]


def test_what_it_needs_must_not_come_later() -> None:
    chain = spec(A=("3", ["B"]), B=("3", ["C"]), C=("2", ["D"]), D=("1", []))
    assert moves(chain, "A", "1") == [("B", "3", "A", True), ("C", "2", "B", True)]
    assert moves(chain, "A", "2") == [("B", "3", "A", True)]
    assert moves(chain, "A", "3") == []


def test_what_is_undecided_or_out_can_not_be_needed_by_what_is_made() -> None:
    chain = spec(A=("undecided", ["B", "C"]), B=("undecided", []), C=("out", []))
    assert moves(chain, "A", "3") == [("B", "undecided", "A", True), ("C", "out", "A", True)]
    assert moves(chain, "A", "out") == []


def test_what_needs_it_must_not_come_earlier() -> None:
    chain = spec(A=("1", []), B=("1", ["A"]), C=("2", ["B"]), D=("out", ["A"]))
    assert moves(chain, "A", "2") == [("B", "1", "A", False)]
    assert moves(chain, "A", "out") == [("B", "1", "A", False), ("C", "2", "B", False)]
    assert moves(chain, "A", "undecided") == [("B", "1", "A", False), ("C", "2", "B", False)]


def test_a_circle_ends() -> None:
    assert moves(spec(A=("1", ["B"]), B=("1", ["A"])), "A", "2") == [("B", "1", "A", False)]


def test_a_phase_that_is_not_there_contradicts_nothing() -> None:
    assert moves(spec(A=("1", ["B"]), B=("2", [])), "A", "9") == []
