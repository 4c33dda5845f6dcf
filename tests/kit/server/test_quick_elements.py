"""NiceGUI hears the same answers as before, and of each method but once."""

from __future__ import annotations

import gc
import inspect
import weakref
from typing import Any

import pytest
from nicegui import helpers
from nicegui.observables import ObservableDict

from blueprints.kit.server.quick_elements import ask_each_method_once


class Listener:
    """Hears of changes with methods of both kinds."""

    def __init__(self) -> None:
        self.heard: list[object] = []

    def without(self) -> None:
        """Hear that something changed."""
        self.heard.append(None)

    def with_it(self, change: object) -> None:
        """Hear what changed."""
        self.heard.append(change)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make elements quickly in this test only."""
    asked = helpers.expects_arguments
    while hasattr(asked, "asks_each_method_once"):  # a kit in this process has begun it before
        asked = inspect.getclosurevars(asked).nonlocals["ask"]
    monkeypatch.setattr(helpers, "expects_arguments", asked)
    ask_each_method_once()


def test_methods_hear_of_a_change_with_and_without_what_it_was() -> None:
    for listener in (Listener(), Listener()):
        ObservableDict(on_change=listener.without)["a"] = 1
        ObservableDict(on_change=listener.with_it)["a"] = 1
        assert [heard is None for heard in listener.heard] == [True, False]


def test_done_twice_it_asks_once_and_keeps_no_method_of_a_kit_that_is_gone() -> None:
    ours = helpers.expects_arguments
    ask_each_method_once()
    assert helpers.expects_arguments is ours

    class Passing:
        def heard(self) -> None: ...

    helpers.expects_arguments(Passing().heard)
    method = weakref.ref(Passing.heard)
    del Passing
    gc.collect()
    assert method() is None


def test_functions_are_asked_each_for_itself() -> None:
    assert [helpers.expects_arguments(asked) for asked in (lambda: 1, lambda x: x)] == [False, True]


def test_a_method_is_taken_apart_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    signature = inspect.Signature.from_callable

    def counting(what: Any, **options: Any) -> inspect.Signature:
        asked.append(what)
        return signature(what, **options)

    monkeypatch.setattr(inspect.Signature, "from_callable", counting)
    for _ in range(3):
        ObservableDict(on_change=Listener().without)
    assert len(asked) == 1
