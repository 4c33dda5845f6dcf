"""The pages of a prototype, and what may answer for its addresses in their place."""

from __future__ import annotations

from typing import Protocol

from fastapi import Request
from starlette.datastructures import URL
from starlette.responses import RedirectResponse, Response

from ..page.frame import page, page_of_refusal
from ..page.screen import Alone, Host, View
from ..page.visitor import Visitor
from ..spreadsheet import import_dialog
from ..store import Store, patiently
from . import attachments, testing
from .prototype import Prototype


class Answers(Protocol):
    """What answers for the addresses of a prototype: its pages, or who stands before them."""

    @property
    def prototype(self) -> Prototype:
        """The prototype as it is now."""

    @property
    def host(self) -> Host:
        """The server round its pages."""

    async def open(self, request: Request, address: str = "", record: str = "") -> Response | None:
        """Show the screen at ``address``, the home without one, to whoever asks for it."""

    async def receive(self, request: Request, part: str) -> Response:
        """Keep a file that a browser sends for a field, or a sheet of records."""

    async def hand_out(
        self, request: Request, entity: str, kind: str, digest: str, signature: str
    ) -> Response:
        """Answer with a file of a record."""


class Pages:
    """The pages of a prototype: its home, its screens, and one record of a screen.

    ``host`` is the server round them, if there is one.
    """

    def __init__(self, prototype: Prototype, host: Host | None = None) -> None:
        self.prototype = prototype
        self.host = host or Alone()

    async def open(self, request: Request, address: str = "", record: str = "") -> Response | None:
        """Show the screen at ``address``, the home without one, to whoever asks for it."""
        return await patiently(self._open, request, address, record)

    def _open(self, request: Request, address: str, record: str) -> Response | None:
        prototype = self.prototype
        visitor = Visitor.of_browser(prototype.project)
        query = dict(request.query_params)
        if _is_from_elsewhere(request):
            query = {key: value for key, value in query.items() if key not in ("role", "phase")}
        elif visitor.take_query(query):
            return RedirectResponse(
                path_of(request.url.remove_query_params(["role", "phase"])), 303
            )
        opened = prototype.at(address) if address else prototype.home
        record_id = _record_id(record)
        if opened is None or (record and record_id is None):
            page_of_refusal(prototype, visitor, 404, self.host)
            return None
        store = self._store(request)
        view = View(prototype, store, opened.screen, visitor, record_id, query, host=self.host)
        page(view, opened.build)
        return None

    async def receive(self, request: Request, part: str) -> Response:
        """Keep a file that a browser sends for a field, or a sheet of records."""
        entity, _, field = part.partition("/")
        if field == import_dialog.SHEET:
            return await import_dialog.receive(
                self.prototype, self._store(request), request, entity
            )
        return await attachments.receive(self.prototype, self._store(request), request, part)

    async def hand_out(
        self, request: Request, entity: str, kind: str, digest: str, signature: str
    ) -> Response:
        """Answer with a file of a record."""
        store = self._store(request)
        return await attachments.hand_out(self.prototype, store, entity, kind, digest, signature)

    def _store(self, request: Request) -> Store:
        store = self.prototype.store
        return testing.store_of(store, request) if testing.active() else store


def _is_from_elsewhere(request: Request) -> bool:
    """Tell whether a link on a page of another site leads here: it must not change anything."""
    return request.headers.get("sec-fetch-site") == "cross-site"


def path_of(url: URL) -> str:
    """Return an address without the name of the server, which may be a proxy's."""
    return f"{url.path}?{url.query}" if url.query else url.path


def _record_id(text: str) -> int | None:
    """Return the id in an address; None when it can't be one."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None
