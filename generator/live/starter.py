"""Runs in the child process: import what takes long, wait for the prototype, run it.

Started as a script, with nothing but the standard library at hand. The first line on standard
input is a JSON object with ``folder``, ``host`` and ``port``. Standard input stays open as long as
the parent lives; when it ends, so does this process.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import runpy
import signal
import sys
import threading
import time
from pathlib import Path

_SLOW = ("nicegui", "sqlalchemy.orm", "faker")
_GRACE_SECONDS = 3


def main() -> None:
    """Warm up, wait for the line, run ``main.py`` of the folder as Python itself would."""
    for name in _SLOW:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    line = sys.stdin.buffer.readline()
    if not line:
        return
    wish = json.loads(line)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    os.environ["PROTOTYPE_HOST"] = wish["host"]
    os.environ["PROTOTYPE_PORT"] = str(wish["port"])
    program = Path(wish["folder"], "main.py")
    os.chdir(program.parent)
    sys.path.insert(0, str(program.parent))
    sys.argv = [str(program)]
    runpy.run_path(str(program), run_name="__main__")


def _end_with_parent() -> None:
    while os.read(0, 4096):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_GRACE_SECONDS)
    os._exit(1)


if __name__ == "__main__":
    main()
