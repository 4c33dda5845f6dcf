"""The way in: runs in the child process, serves the room, and reads what changed from the parent.

Each line from the parent is a JSON object: ``paths`` (files of the prototype that changed) and
``problem`` (what is wrong with the spec, empty when nothing is), or ``verified`` (what is known of
the screens, see :mod:`generator.verify.background`).
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import threading
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from fastapi import Request
from nicegui import app

from generator.blueprints import Blueprints
from generator.live.workshop.workshop import Workshop
from generator.spec.vocabulary import Vocabulary
from generator.verify.results import BOARD_FOLDER

from .code import Code
from .door import Door, Keys
from .here import serve_here
from .join import serve_join
from .quicker import remember_signatures
from .room import Change, Room


@dataclass(frozen=True)
class Place:
    """Where a room is served: the prototype's folder, host and port to bind to.

    ``address`` is how other devices reach it; ``spec`` is what it was built from; ``blueprints``
    come before the built-in ones; ``pin`` is empty when it is on this machine only.
    """

    folder: Path
    host: str
    port: int
    address: str
    spec: Path
    blueprints: Path | None = None
    pin: str = ""


def run(place: Place, lines: SimpleQueue[bytes]) -> None:
    """Serve the room until the process is stopped."""
    data = place.folder / "data"
    data.mkdir(exist_ok=True)
    url = os.environ.get("DATABASE_URL") or f"sqlite:///{data / 'records.db'}"
    os.environ.setdefault("PROTOTYPE_FILES", str(data / "files"))
    remember_signatures()
    code = Code(place.folder)
    server = code.kit("server")
    keys = Keys(server.secret(data / "secret"), place.pin)
    room = Room(code, url, keys, _tell)
    project = room.pages.prototype.project
    server.serve(lambda: room)
    serve_join(keys, place.address, project.title, list(project.organizations))
    serve_here(room.guests)
    workshop = _serve_workshop(room, code, keys, place)
    app.add_middleware(Door, keys=keys)
    app.on_connect(room.welcome_back)
    app.on_startup(lambda: _listen(room, workshop, lines))
    app.on_startup(room.tidy.begin)
    server.start(room.pages.prototype, data, place.host, place.port)


def _serve_workshop(room: Room, code: Code, keys: Keys, place: Place) -> Workshop:
    def vocabulary() -> Vocabulary:
        return Blueprints.find(place.blueprints).vocabulary

    def person(request: Request) -> str:
        return str(keys.person(request.cookies) or "")

    def prototype() -> Any:
        return room.pages.prototype

    def store() -> Any:
        return room.store

    workshop = Workshop(place.spec, cache(vocabulary), code.kit, store, person, prototype)
    workshop.serve(place.folder / BOARD_FOLDER)
    room.around.append(workshop.layer)
    room.followers.append(workshop.follow)
    return workshop


def _tell(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


def _listen(room: Room, workshop: Workshop, lines: SimpleQueue[bytes]) -> None:
    """Hand every line to the room, in the thread in which the pages live."""
    loop = asyncio.get_running_loop()

    def read() -> None:
        while True:
            said = json.loads(lines.get())
            if "verified" in said:
                loop.call_soon_threadsafe(workshop.hear_verified, said["verified"])
                continue
            change = Change([Path(path) for path in said["paths"]], said["problem"])
            loop.call_soon_threadsafe(room.change, change)

    threading.Thread(target=read, daemon=True).start()
