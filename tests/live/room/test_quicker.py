"""What NiceGUI is spared must not change what it finds out."""

from __future__ import annotations

import subprocess
import sys

ASKED = """
from nicegui import helpers

class Handlers:
    def none(self): ...
    def one(self, event): ...
    def maybe(self, event=None): ...

def told():
    one, other = Handlers(), Handlers()
    found = [one.none, one.one, one.maybe, lambda: 0, lambda event: 0, other.none, other.one]
    return [helpers.expects_arguments(handler) for handler in found]

before = told()
from generator.live.room.quicker import remember_signatures
remember_signatures()
assert told() == told() == before == [False, True, False, False, True, False, True], told()
"""


def test_what_takes_arguments_is_found_out_as_before() -> None:
    done = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
