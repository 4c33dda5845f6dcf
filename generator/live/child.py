"""The process in which a prototype runs, away from the generator."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path

from generator.messages import preferred_language

from .address import Address
from .parent_request import parse_request
from .verifier import Known

_STARTER = Path(__file__).with_name("starter.py")
_TAIL_LINES = 20
_STOP_SECONDS = 2
_OK = 200
_START_SECONDS = 120
_POLL_SECONDS = 0.01


class Child:
    """A process that imports NiceGUI at once and runs a prototype when :meth:`begin` says so.

    ``on_output`` gets every line that the prototype prints once it answers; before that, lines are
    only kept for :attr:`tail`. ``on_request`` gets the requests of the room, by their names in
    :mod:`.parent_request`.
    """

    def __init__(self, on_output: Callable[[str], None], on_request: Callable[[str], None]) -> None:
        self._on_output = on_output
        self._on_request = on_request
        self._send_lock = threading.Lock()
        self._answered = False
        self._tail: deque[str] = deque(maxlen=_TAIL_LINES)
        new_group = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)
        self._process = subprocess.Popen(
            [sys.executable, "-P", str(_STARTER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=_environment(),
            start_new_session=True,  # Ctrl-C is for the parent, which then ends the child
            creationflags=new_group,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def begin(self, folder: Path, spec: Path, blueprints: Path | None, address: Address) -> None:
        """Serve the prototype of ``spec`` in ``folder`` at ``address``."""
        self._address = address
        self._send(
            folder=str(folder),
            spec=str(spec.absolute()),
            blueprints=str(blueprints.absolute()) if blueprints else None,
            host=address.host,
            port=address.port,
            local=address.is_local,
            base_path=address.base_path,
            proxies=address.proxies,
        )

    def change(self, paths: Iterable[Path], problem: str) -> None:
        """Show files that changed, and what is wrong with the spec."""
        self._send(paths=[str(path) for path in paths], problem=problem)

    def send_verified(self, known: Known) -> None:
        """Show what is known of the screens; any thread may call this."""
        self._send(verified=known)

    def _send(self, **message: object) -> None:
        assert self._process.stdin is not None
        # When it died or was stopped, `answers` and `running` say so.
        with self._send_lock, contextlib.suppress(BrokenPipeError, ValueError):
            self._process.stdin.write(f"{json.dumps(message)}\n".encode())
            self._process.stdin.flush()

    def answers(self) -> bool:
        """Wait until the prototype answers its first page; False when it ended before or hangs."""
        deadline = time.monotonic() + _START_SECONDS
        while self.running and time.monotonic() < deadline:
            if _status(self._address) == _OK:
                self._answered = True
                return True
            time.sleep(_POLL_SECONDS)
        return False

    @property
    def running(self) -> bool:
        """Whether the process is alive."""
        return self._process.poll() is None

    @property
    def tail(self) -> list[str]:
        """The last lines that it printed."""
        if not self.running:
            self._reader.join(_STOP_SECONDS)
        return list(self._tail)

    def wait(self) -> None:
        """Wait until the process ends."""
        self._process.wait()

    def stop(self) -> None:
        """End the process, kindly first; it has ended when this returns."""
        self._process.terminate()
        try:
            self._process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._reader.join(_STOP_SECONDS)

    def _read(self) -> None:
        assert self._process.stdout is not None
        for raw in self._process.stdout:
            line = raw.decode("utf-8", "replace").rstrip("\r\n")
            if name := parse_request(line):
                self._on_request(name)
                continue
            self._tail.append(line)
            if self._answered:
                self._on_output(line)


def _environment() -> dict[str, str]:
    """Return the environment, with our language and without what makes NiceGUI think of tests."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTEST_CURRENT_TEST"}
    ours = {"SAWARU_LANG": preferred_language(), "PYTHONUNBUFFERED": "1"}
    return environment | ours | {"PYTHONIOENCODING": "utf-8:replace"}


def _status(address: Address) -> int | None:
    import http.client  # here, as the child is to be started before anything else

    connection = http.client.HTTPConnection(address.reachable, address.port, timeout=10)
    try:
        connection.request("GET", f"{address.base_path}/_alive")
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()
