"""The server's side: hands tasks to a worker process, one at a time, and ends it when it must.

The process stays for a while, as the next picture often follows at once. It ends when the server
does, however that ends: its standard input is then closed.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfileobj
from typing import IO, Any

from ..texts import spoken
from .errors import RefusalError, TooLongError, WorkerError
from .fair_lock import FairLock
from .frames import END, FAILED, JOB, LEAVING, PART, REFUSED, receive, send

IDLE_SECONDS = 30.0
_END_SECONDS = 2
_COPIED_AT_ONCE = 1 << 18
_ROOT = Path(__file__).resolve().parents[__package__.count(".") + 1]
_START = "import sys; sys.path.insert(0, {root!r}); from {package}.process import main; main{names}"
_SETTINGS = {
    # The decoder of JPEG takes no more, however much a picture asks for.
    "JPEGMEM": "125M",
    # Memory that is let go goes back to the system at once (GNU's C library).
    "MALLOC_ARENA_MAX": "1",
    "MALLOC_MMAP_THRESHOLD_": "262144",
    "MALLOC_TRIM_THRESHOLD_": "1048576",
    # Libraries that calculate would set memory aside for each processor.
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
}


@dataclass(frozen=True)
class Task:
    """A function of a module of the kit, and what it may take.

    It gets what was sent as an open file, and settings; it yields bytes or raises RefusalError.
    ``seconds`` are of processor time, ``memory`` is in bytes beyond what the process has anyway. On
    the wall it may take ``patience`` times as long, as the machine may be busy.
    """

    module: str
    function: str
    seconds: int
    memory: int
    patience: int = 4


class Worker:
    """A process that does tasks; it is started when there is one.

    ``modules`` of the kit are imported at its start; it ends when nothing was asked for
    ``idle_seconds``. It may be used from several threads: they wait for each other in their order.
    """

    def __init__(self, modules: Sequence[str], idle_seconds: float = IDLE_SECONDS) -> None:
        self._modules = tuple(modules)
        self._idle_seconds = idle_seconds
        self._lock = FairLock()
        self._process: subprocess.Popen[bytes] | None = None
        self._idle: threading.Timer | None = None

    @property
    def process_id(self) -> int | None:
        """The id of the process, None when there is none."""
        process = self._process
        return process.pid if process and process.poll() is None else None

    def warm_up(self) -> None:
        """Start the process if there is none, and nobody at it: a task is about to come."""
        if self.process_id is None and self._lock.is_free:
            with self._lock, suppress(WorkerError):  # the task will tell
                self._alive()
                self._begin_idling()

    @contextmanager
    def asked(
        self, task: Task, sent: IO[bytes], settings: Mapping[str, Any], folder: Path | None = None
    ) -> Iterator[Iterator[bytes]]:
        """Let ``task`` be done with what is in the file ``sent``; yields the parts of its result.

        ``folder`` is where the process may put large things for a moment. Reading the parts raises
        RefusalError when the task can't take what was sent, and WorkerError when it was ended.
        """
        with self._lock:
            self._stop_idling()
            answer = _Answer(self._alive(), task)
            try:
                answer.ask(sent, settings, folder)
                yield answer.parts()
            finally:
                answer.stop_clock()
                if not answer.can_go_on:
                    self._end(kill=True)
                self._begin_idling()

    def end(self) -> None:
        """End the process, also in the middle of a task."""
        process = self._process
        if process is not None:
            process.kill()
            process.wait()

    def _alive(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._end(kill=True)
            self._process = _started(self._modules)
        return self._process

    def _end(self, *, kill: bool = False) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        assert process.stdin
        assert process.stdout
        if kill:
            process.kill()
        with suppress(OSError):
            process.stdin.close()
        try:
            process.wait(_END_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()

    def _begin_idling(self) -> None:
        self._stop_idling()
        timer = threading.Timer(self._idle_seconds, self._end_idle, [self._process])
        timer.daemon = True
        timer.start()
        self._idle = timer

    def _stop_idling(self) -> None:
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None

    def _end_idle(self, process: subprocess.Popen[bytes] | None) -> None:
        with self._lock:
            if threading.current_thread() is self._idle and process is self._process:
                self._end()


class _Answer:
    """What a process says to one task, and the clock that ends it."""

    def __init__(self, process: subprocess.Popen[bytes], task: Task) -> None:
        self._process = process
        self._task = task
        self._too_long = False
        self._clock = threading.Timer(task.seconds * task.patience, self._end_process)
        self._clock.daemon = True
        self.can_go_on = False

    def ask(self, sent: IO[bytes], settings: Mapping[str, Any], folder: Path | None) -> None:
        """Send the task and what it is about."""
        length = sent.seek(0, os.SEEK_END)
        sent.seek(0)
        job = {
            "module": self._task.module,
            "function": self._task.function,
            "seconds": self._task.seconds,
            "memory": self._task.memory,
            "settings": dict(settings),
            "language": spoken(),
            "length": length,
            "folder": str(folder) if folder else None,
        }
        assert self._process.stdin
        self._clock.start()
        with suppress(OSError):  # it ended: the answer tells
            send(self._process.stdin, JOB, json.dumps(job).encode())
            copyfileobj(sent, self._process.stdin, _COPIED_AT_ONCE)
            self._process.stdin.flush()

    def parts(self) -> Iterator[bytes]:
        """Yield the parts of the result as they come."""
        kind, content = self._next()
        while kind == PART:
            yield content
            kind, content = self._next()
        outcome, reason = kind, content
        if kind != END:
            kind, content = self._next()
        self.can_go_on = kind == END and content != LEAVING
        if outcome == REFUSED:
            raise RefusalError(reason.decode())
        if outcome == FAILED:
            raise RuntimeError(reason.decode())

    def stop_clock(self) -> None:
        """Let the process live on."""
        self._clock.cancel()

    def _next(self) -> tuple[bytes, bytes]:
        assert self._process.stdout
        try:
            return receive(self._process.stdout)
        except EOFError:
            code, name = self._process.wait(), self._task.function
            if self._too_long:
                raise TooLongError(f"{name} took too long on the wall") from None
            if code and code == -getattr(signal, "SIGXCPU", 0):
                raise TooLongError(f"{name} took too much of the processor") from None
            raise WorkerError(f"{name} ended with {code}") from None

    def _end_process(self) -> None:
        self._too_long = True
        self._process.kill()


def _started(modules: tuple[str, ...]) -> subprocess.Popen[bytes]:
    """Start the process. Raises WorkerError when the system can't start one."""
    code = _START.format(root=str(_ROOT), package=__package__, names=f"(*{modules!r})")
    try:
        return subprocess.Popen(
            [sys.executable, "-P", "-B", "-c", code],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | _SETTINGS,
            start_new_session=True,  # Ctrl-C is for the server
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0)
            | getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0),
        )
    except OSError as error:
        raise WorkerError(str(error)) from error
