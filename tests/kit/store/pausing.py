"""Holds a thread just before it renames, drops or touches a file, so that another overtakes it."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_PATIENCE = 30
"""Seconds after which a test that waits for nothing gives up."""

_held: list[Held] = []


class Held:
    """A thread that is held at its first ``event`` (as ``sys.audit`` calls them) with ``path``."""

    def __init__(self, event: str, path: object, thread: str) -> None:
        self._event, self._path, self._thread = event, os.fspath(str(path)), thread
        self._there, self._go_on = threading.Event(), threading.Event()

    def is_there(self) -> None:
        """Wait until the thread has come there."""
        assert self._there.wait(_PATIENCE), f"nobody came to {self._event} {self._path}"

    def go_on(self) -> None:
        """Let the thread go on."""
        self._go_on.set()

    def on_event(self, event: str, arguments: tuple[object, ...]) -> None:
        """Hold the thread that is meant, once."""
        here = event == self._event and str(arguments[0]) == self._path
        meant = threading.current_thread().name == self._thread
        if here and meant and not self._there.is_set():
            self._there.set()
            self._go_on.wait(_PATIENCE)


def _on_event(event: str, arguments: tuple[object, ...]) -> None:
    for held in list(_held):
        held.on_event(event, arguments)


sys.addaudithook(_on_event)  # stays as long as the process; it hears for nobody most of the time


@contextmanager
def holding(event: str, path: object, *, thread: str) -> Iterator[Held]:
    """Hold the thread of that name at ``event`` with ``path`` until it may go on, or the end."""
    held = Held(event, path, thread)
    _held.append(held)
    try:
        yield held
    finally:
        held.go_on()
        _held.remove(held)


class Aside(threading.Thread):
    """Does something in a thread of its own; its result, or its error, comes out of ``result``."""

    def __init__(self, name: str, work: Callable[[], object]) -> None:
        super().__init__(name=name)
        self._work = work
        self._outcome: object = None
        self._error: BaseException | None = None
        self.start()

    def run(self) -> None:
        try:
            self._outcome = self._work()
        except BaseException as error:
            self._error = error

    def result(self) -> object:
        """Wait for the end and return what came of it, or raise the error."""
        self.join(_PATIENCE)
        assert not self.is_alive()
        if self._error:
            raise self._error
        return self._outcome
