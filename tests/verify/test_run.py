"""How modules are divided among workers."""

from __future__ import annotations

from generator.verify.run import shares


def test_a_short_run_gets_one_worker() -> None:
    assert shares({"a": 3.0, "b": 3.0}, processors=8) == [["a", "b"]]


def test_a_long_run_gets_two_workers_with_about_the_same_to_do() -> None:
    assert shares({"a": 30.0, "b": 10.0, "c": 15.0}, processors=8) == [["a"], ["b", "c"]]


def test_a_machine_with_one_processor_gets_one_worker() -> None:
    assert shares({"a": 30.0, "b": 30.0}, processors=1) == [["a", "b"]]
