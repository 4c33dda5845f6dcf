"""The worker process: takes one task after another from standard input until that ends.

It is not forked from the server, which has threads and much in its memory, and does not import
what the server is made of: a task names a function of a module that stands alone.
"""

from __future__ import annotations

import io
import json
import os
import sys
import tempfile
import traceback
from collections.abc import Iterator
from importlib import import_module
from queue import SimpleQueue
from threading import Thread
from typing import IO, Any

from ..texts import speak
from . import limits
from .errors import RefusalError
from .frames import END, FAILED, JOB, LEAVING, PART, REFUSED, receive, send

_Asked = tuple[dict[str, Any], IO[bytes]]

_KIT = __package__.rpartition(".")[0]
_HELD_IN_MEMORY = 1_000_000
_COPIED_AT_ONCE = 1 << 18


def main(*modules: str) -> None:
    """Import ``modules`` of the kit that tasks will need, and do what is asked for."""
    answers = _standard_output()
    limits.give_way()
    asked: SimpleQueue[_Asked] = SimpleQueue()
    Thread(target=_listen, args=(asked,), daemon=True).start()
    for module in modules:
        import_module(f"{_KIT}.{module}")
    at_first = limits.resident()
    leaving = False
    while not leaving:
        job, sent = asked.get()
        with sent:
            _do(job, sent, answers)
        leaving = limits.has_grown(at_first)
        send(answers, END, LEAVING if leaving else b"")


def _listen(asked: SimpleQueue[_Asked]) -> None:
    """Hand over every task; when nobody is there any more, end at once whatever is being done."""
    try:
        while True:
            kind, content = receive(sys.stdin.buffer)
            assert kind == JOB
            job = json.loads(content)
            asked.put((job, _sent(job)))
    finally:
        os._exit(0)


def _standard_output() -> IO[bytes]:
    """Return where answers go, and let everything that a library prints go nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    return answers


def _sent(job: dict[str, Any]) -> IO[bytes]:
    """Read what the task is about, which follows it; large things don't stay in memory."""
    left: int = job["length"]
    in_memory = left <= _HELD_IN_MEMORY
    sent: IO[bytes] = io.BytesIO() if in_memory else tempfile.TemporaryFile(dir=job["folder"])  # noqa: SIM115
    while left:
        part = sys.stdin.buffer.read(min(left, _COPIED_AT_ONCE))
        if not part:
            raise EOFError
        sent.write(part)
        left -= len(part)
    sent.seek(0)
    return sent


def _do(job: dict[str, Any], sent: IO[bytes], answers: IO[bytes]) -> None:
    speak(job["language"])
    try:
        work = getattr(import_module(f"{_KIT}.{job['module']}"), job["function"])
        limits.bound(job["memory"], job["seconds"])
        parts: Iterator[bytes] = work(sent, **job["settings"])
        for part in parts:
            send(answers, PART, part)
    except RefusalError as refusal:
        send(answers, REFUSED, str(refusal).encode())
    except BrokenPipeError:
        raise
    except Exception:
        send(answers, FAILED, traceback.format_exc().encode())
