"""Verifies a prototype while it is served: ``python -m generator.verify.background``.

It gives way to every other process, and ends when its standard input does. On standard output it
reports the state, one JSON object a line: ``tiles``, one per screen or process (see :func:`_tile`),
or ``why`` nothing can be verified on this machine.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import threading
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import Any

from generator.blueprints import Blueprints
from generator.write import BusyError

from .errors import NotReadyError
from .failure_text import failures
from .layers import Layer
from .results import Verdict
from .subjects import Subject
from .verify import Request, Verification

RUNNING = "running"
"""The state of what is being verified, or waits for its turn; else it is a verdict."""

_LEAST = 19


def main() -> None:
    """Verify what the command line names."""
    parser = argparse.ArgumentParser()
    parser.add_argument("spec", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--blueprints", type=Path)
    parser.add_argument("--layer", type=Layer)
    arguments = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    threading.Thread(target=_end_with_input, daemon=True).start()
    _give_way()
    with suppress(KeyboardInterrupt):
        verification = Verification(
            arguments.spec, arguments.out, Blueprints.find(arguments.blueprints), aside=True
        )
        try:
            _verify(verification, arguments.layer)
        except NotReadyError as error:
            _emit(why=str(error))
        except BusyError:  # the one before is just ending: the next save comes to it
            return


def _verify(verification: Verification, layer: Layer | None) -> None:
    """Run what changed, and report the state of every subject after each result."""
    if not verification.take():
        return
    waiting = verification.wanted(Request(changed=True, layer=layer))
    try:
        _emit_tiles(verification, waiting)
        for _ in verification.run(waiting, layer, most_workers=1) if waiting else ():
            left = [subject for subject in waiting if verification.has_changed(subject, layer)]
            _emit_tiles(verification, left)
        verification.write_board()
        if verification.to_record:
            verification.record()
            verification.write_board()
    finally:
        _emit_tiles(verification, ())


def _emit_tiles(verification: Verification, running: Collection[Subject]) -> None:
    _emit(tiles=[_tile(verification, subject, running) for subject in verification.subjects])


def _tile(
    verification: Verification, subject: Subject, running: Collection[Subject]
) -> dict[str, Any]:
    """Return what is known of ``subject`` as it is now: its state, and what is wrong in words."""
    result = verification.current(subject)
    waits = subject in running and result.verdict is not Verdict.FAILED
    found = failures(result, subject.titles)
    return {
        "key": subject.key,
        "kind": subject.kind,
        "title": subject.title,
        "state": RUNNING if waits else result.verdict,
        "picture": result.picture,
        "broken": bool(result.output),
        "failures": [
            {"description": f.description, "difference": f.difference, "picture": f.test.picture}
            for f in found
        ],
    }


def _emit(**fields: object) -> None:
    sys.stdout.write(f"{json.dumps(fields)}\n")
    sys.stdout.flush()


def _give_way() -> None:
    """Let the server and the browsers on this machine have the processor whenever they want it."""
    if hasattr(os, "nice"):
        os.nice(_LEAST)
    if hasattr(os, "SCHED_IDLE"):  # a browser may take back its niceness, but not this
        with suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))


def _end_with_input() -> None:
    while os.read(sys.stdin.fileno(), 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    main()
