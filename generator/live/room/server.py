"""The way in: runs in the child process, serves the room, and reads what changed from the parent.

Each line on standard input is a JSON object: ``paths`` (files of the prototype that changed) and
``problem`` (what is wrong with the spec, empty when nothing is).
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import threading
from pathlib import Path
from typing import IO

from nicegui import app

from .room import Change, Room


def run(folder: Path, host: str, port: int, lines: IO[bytes]) -> None:
    """Serve the prototype in ``folder`` until the process is stopped."""
    data = folder / "data"
    data.mkdir(exist_ok=True)
    url = os.environ.get("DATABASE_URL") or f"sqlite:///{data / 'records.db'}"
    room = Room(folder, url, _tell)
    server = room.kit("server")
    server.serve(lambda: room)
    app.on_startup(lambda: _listen(room, lines))
    server.start(room.pages.prototype, data, host, port)


def _tell(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


def _listen(room: Room, lines: IO[bytes]) -> None:
    """Hand every line to the room, in the thread in which the pages live."""
    loop = asyncio.get_running_loop()

    def read() -> None:
        for line in lines:
            said = json.loads(line)
            paths = [Path(path) for path in said.get("paths", ())]
            loop.call_soon_threadsafe(room.change, Change(paths, said.get("problem", "")))
        app.shutdown()

    threading.Thread(target=read, daemon=True).start()
