"""Files on their way: taken from a browser, handed out to those who may see their record.

A browser sends a file before the form is saved. It gets back what is known of the file with a
signature, so that a form takes only what this server has looked at.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import IO, Any, TypeVar
from urllib.parse import quote

from fastapi import Request
from nicegui import ui
from starlette.responses import FileResponse, JSONResponse, Response

from ..fields.file import File, size
from ..files import pictures
from ..model.attachment import Attachment, written
from ..model.entity import Entity
from ..model.field import Invalid
from ..page.addresses import outside
from ..page.keys import keyed
from ..page.visitor import Visitor
from ..page.widgets import link, words
from ..store import Store, Unavailable
from ..store.files import Files
from ..texts import say
from ..worker.queue import FullError, WorkQueue
from .prototype import Prototype
from .uploads import NotReceivedError, received, unless_left

T = TypeVar("T")

ADDRESS = "/_files"
_PICTURES = WorkQueue("pictures", 60)
"""Those who wait for a picture that they sent, or for a small copy of one."""
_SHOWN = {b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n": "image/png"}
"""How the pictures begin that the kit itself has written: only those are shown in a page."""
_SAFE = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cache-Control": "private, max-age=3600",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def address_to_send(field: File) -> str:
    """Return the address that takes a file for ``field``."""
    return f"{ADDRESS}/{quote(field.part.removesuffix(f'.{field.key}'))}/{quote(field.key)}"


def address_of(store: Store, field: File, item: Attachment, *, small: bool = False) -> str:
    """Return the address of a file; ``small`` asks for the small copy of a picture."""
    entity = field.part.removesuffix(f".{field.key}")
    kind = "small" if small else "whole"
    signature = store.files.sign(kind, entity, item.hash)
    return f"{ADDRESS}/{quote(entity)}/{kind}/{item.hash}/{signature}/{quote(item.name)}"


def accepted(store: Store, field: File, data: object) -> Attachment | None:
    """Return the file that the server told a browser of for ``field``.

    None when it never did, or the file is gone.
    """
    if not isinstance(data, Mapping) or not isinstance(data.get("signature"), str):
        return None
    item = Attachment.of(data)
    signed = (data["signature"], "keep", field.part)
    known = item and store.files.signed(*signed, written([item]))
    return item if item and known and not store.files.touch([item.hash]) else None


def show_files(store: Store, field: File, title: str, value: tuple[Attachment, ...]) -> None:
    """Show pictures, or the names of files as links, one below the other."""
    with ui.element("ul").classes("kit-files"):
        for number, item in enumerate(value, 1):
            with keyed("file", str(number)), ui.element("li"):
                _show_one(store, field, say_which(title, number, len(value)), item)


def say_which(title: str, number: int, count: int) -> str:
    """Return how a picture is called for those who can't see it."""
    if count == 1:
        return title
    return say("file.picture", title=title, number=number, count=count)


def _show_one(store: Store, field: File, called: str, item: Attachment) -> None:
    if not item.hash:
        words(item.name)
        return
    target = address_of(store, field, item)
    if not field.pictures:
        link(item.name, target).props("download")
        return
    with ui.element("figure").classes("kit-picture"):
        with ui.element("a").props("target=_blank rel=noopener") as whole:
            whole.props["href"] = outside(target)
            picture(address_of(store, field, item, small=True), called)
        words(item.name, "figcaption")


def picture(address: str, called: str) -> None:
    """Put a picture on the page; ``called`` is what it says to those who can't see it."""
    shown = ui.element("img").classes("kit-thumbnail").props("loading=lazy")
    shown.props["src"] = outside(address)
    shown.props["alt"] = called


async def receive(prototype: Prototype, store: Store, request: Request, part: str) -> Response:
    """Keep a file that a browser sends for the field ``part`` (``report/photos``).

    Answers what is known of the file, or the ``problem`` for whoever sent it.
    """
    entity_key, _, field_key = part.partition("/")
    entity = store.entities.get(entity_key)
    field = entity.fields.get(field_key) if entity else None
    if not (entity and isinstance(field, File) and may_see(prototype, entity)):
        return JSONResponse({"problem": say("file.refused")})
    name = request.query_params.get("name", "")
    if field.pictures:
        # While the picture comes, what will decode it starts.
        asyncio.get_running_loop().run_in_executor(None, pictures.warm_up)
    try:
        with await received(request, field.most_received, store.files.folder) as sent:
            keeping = _by_turns(field, partial(_kept, store.files, field, name, sent))
            answer = await unless_left(request, keeping)
    except NotReceivedError as error:
        answer = {"problem": refusal(error, name, field.most_received)}
    except FullError:
        answer = {"problem": say("file.busy", name=name)}
    except (Invalid, Unavailable) as error:
        answer = {"problem": str(error)}
    return JSONResponse(answer)


def refusal(error: NotReceivedError, name: str, most: int) -> str:
    """Say why a file of at most ``most`` bytes did not come."""
    if error.why == "too_large":
        return say("file.too_large", name=name, limit=size(most))
    return say("file.busy" if error.why == "busy" else "file.not_sent", name=name)


async def _by_turns(field: File, work: Callable[[], T]) -> T:
    """Do ``work`` in a thread: other people's clicks must not wait for it, but pictures do."""
    return await (_PICTURES.take(work) if field.pictures else asyncio.to_thread(work))


async def hand_out(
    prototype: Prototype, store: Store, entity_key: str, kind: str, digest: str, signature: str
) -> Response:
    """Answer with a file if the visitor may see records of its entity."""
    entity = store.entities.get(entity_key)
    known = store.files.signed(signature, kind, entity_key, digest)
    if entity is None or not known or not may_see(prototype, entity):
        return Response(status_code=403, headers=_SAFE)
    path = await _small(store.files, digest) if kind == "small" else store.files.path(digest)
    if path is None:
        return Response(status_code=404, headers=_SAFE)
    with path.open("rb") as file:
        begin = file.read(8)
    shown = next((kind for start, kind in _SHOWN.items() if begin.startswith(start)), None)
    if shown and _has_pictures(entity):
        return FileResponse(
            path, media_type=shown, headers=_SAFE | {"Content-Disposition": "inline"}
        )
    headers = _SAFE | {"Content-Disposition": "attachment"}
    return FileResponse(path, media_type="application/octet-stream", headers=headers)


def may_see(prototype: Prototype, entity: type[Entity], kind: str = "") -> bool:
    """Tell whether whoever asks may open any screen, or one of ``kind``, with such records."""
    role = Visitor.of_browser(prototype.project).role
    key = entity.about.key
    return any(
        screen.entity is not None and screen.entity.about.key == key and screen.open_to(role)
        for screen in prototype.screens
        if kind in ("", screen.kind)
    )


def _has_pictures(entity: type[Entity]) -> bool:
    return any(isinstance(field, File) and field.pictures for field in entity.fields.values())


async def _small(files: Files, digest: str) -> Path | None:
    """Return where the small copy of a picture is; the whole one where too many are wanted."""
    if files.has_small(digest):
        return files.small(digest)
    try:
        return await _PICTURES.take(partial(files.small, digest))
    except FullError:
        return files.path(digest)


def _kept(files: Files, field: File, name: str, sent: IO[bytes]) -> dict[str, Any]:
    """Keep a file and return what is known of it, signed. Raises Invalid or Unavailable."""
    found = field.received(name, sent, files.folder)
    known = found.known
    item = Attachment(known.name, files.keep(found.content, found.small), known.size, known.type)
    return item.to_json() | {"signature": files.sign("keep", field.part, written([item]))}
