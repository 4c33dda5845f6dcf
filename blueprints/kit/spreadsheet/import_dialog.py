"""The import dialog: a file is chosen, its rows are checked, then all are imported or none."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from functools import partial
from typing import Any
from urllib.parse import quote

from fastapi import Request
from nicegui import ui
from nicegui.events import GenericEventArguments
from starlette.responses import JSONResponse, Response

from ..fields.file import size
from ..model.entity import Entity
from ..page.addresses import outside
from ..page.keys import keyed
from ..page.screen import View
from ..page.widgets import button, heading, notice, words
from ..page.writing import written
from ..server.attachments import ADDRESS, may_see, refusal
from ..server.prototype import Prototype
from ..server.uploads import NotReceivedError, received
from ..store import Store, Unavailable
from ..store.intake import Intake, StoppedError
from ..texts import say
from ..worker.queue import FullError, WorkQueue
from ..worker.shared import WORKER
from .files import NoSheetError
from .parsing import MOST_BYTES, Sheet, sheet_of
from .ready import Ready
from .waiting import SECONDS, Waiting

SHEET = " sheet"
"""Stands in the address in the place of a field; no key of a field begins with a space."""
_MOST_LISTED = 50
"""Mistakes, and columns that stay out, that are listed; the others are counted."""
_LONGEST_SHOWN = 300
"""Characters of a title or a message: a cell may hold a book."""

_waiting = Waiting()
_ready = Ready()
_queue = WorkQueue("sheets", 30)
"""Those whose sheet is looked at: one after the other, as that takes memory and the processor."""


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"


async def receive(prototype: Prototype, store: Store, request: Request, entity: str) -> Response:
    """Keep a sheet until it is read a moment later; answer how it is found."""
    found = store.entities.get(entity)
    if found is None or not may_see(prototype, found, "form"):
        return JSONResponse({"problem": say("file.refused")})
    name = request.query_params.get("name", "")
    try:
        sent = await received(request, MOST_BYTES, store.files.folder)
    except NotReceivedError as error:
        return JSONResponse({"problem": refusal(error, name, MOST_BYTES)})
    except Unavailable as error:
        return JSONResponse({"problem": str(error)})
    asyncio.get_running_loop().call_later(SECONDS, _waiting.tidy)
    return JSONResponse({"word": _waiting.put(sent)})


class ImportDialog:
    """The dialog on a page; ``called`` holds the titles of the list's columns by field key."""

    def __init__(self, view: View, entity: type[Entity], called: Mapping[str, str]) -> None:
        self._view = view
        self._entity = entity
        self._called = called

    async def run(self) -> None:
        """Open the dialog and wait until it is closed."""
        called = say("sheet.take_in")
        asyncio.get_running_loop().run_in_executor(None, WORKER.warm_up)
        with keyed("take_in"), ui.dialog().props("persistent") as dialog:
            dialog.props["aria-label"] = called
            with ui.card().classes("kit-dialog kit-take-in"):
                heading(called, 2)
                self._choose()
                self._status = words("", "p", "kit-told").props("role=status")
                self._place = ui.element("div")
                with ui.element("div").classes("kit-actions"):
                    self._confirm: ui.button = button(called, lambda: self._take_in(dialog))
                    self._confirm.set_enabled(False)
                    button(say("frame.cancel"), dialog.close, "outline")
        await dialog
        if not dialog.is_deleted:
            dialog.delete()

    def _choose(self) -> None:
        with keyed("take_in", "file") as html_id:
            words(say("sheet.take_what"), "p", "kit-help").props["id"] = f"{html_id}-help"
            with ui.element("div").classes("kit-file-line"):
                chooser = ui.element("input").props("type=file accept=.xlsx,.csv,.txt,.tsv")
                chooser.classes("kit-file")
                chooser.props["id"] = html_id
                chooser.props["aria-describedby"] = f"{html_id}-help"
                entity = self._entity.about.key
                address = f"{ADDRESS}/{quote(entity)}/{quote(SHEET)}"
                chooser.props["data-address"] = outside(address)
                chooser.props["data-most"] = MOST_BYTES
                chooser.on("change", self._on_message, js_handler="(event) => kitSend(event, emit)")
                label = words(say("file.choose"), "label", "kit-file-button")
                label.props["for"] = html_id

    async def _on_message(self, event: GenericEventArguments) -> None:
        message = event.args if isinstance(event.args, dict) else {}
        if "begun" in message:
            self._confirm.set_enabled(False)
            self._place.clear()
            self._status.set_text(say("sheet.looking"))
        elif "ended" not in message:
            await self._look(message)

    async def _look(self, message: Mapping[str, Any]) -> None:
        """Look at the sheet that was sent, and say what would come of it."""
        if _queue.waiting:
            self._status.set_text(say("sheet.others_first"))
        try:
            sheet, intake = await _queue.take(partial(self._read, message))
        except FullError:
            self._refuse(say("file.busy", name=message.get("name", "")))
        except (NoSheetError, Unavailable) as error:
            self._refuse(str(error))
        else:
            self._status.set_text("")
            with self._place:
                self._show(sheet, intake)

    def _refuse(self, message: str) -> None:
        self._status.set_text("")
        with self._place:
            notice(message, "error")

    def _refusal(self, message: Mapping[str, Any]) -> str:
        name, problem = message.get("name", ""), str(message.get("problem", ""))
        if problem == "size":
            return say("file.too_large", name=name, limit=size(MOST_BYTES))
        return say("file.not_sent", name=name) if problem in ("", "lost") else problem

    def _read(self, message: Mapping[str, Any]) -> tuple[Sheet, Intake]:
        sent, store = _waiting.take(str(message.get("word", ""))), self._view.store
        if sent is None:
            raise NoSheetError(self._refusal(message))
        with sent:
            if self._place.is_deleted:  # whoever waited has left
                raise NoSheetError(self._refusal(message))
            sheet = sheet_of(sent, self._entity, self._called, store.files.folder)
        return sheet, store.look_at(self._entity, sheet.lines)

    def _show(self, sheet: Sheet, intake: Intake) -> None:
        """Show how many records are new or change, which columns stay out, and what is wrong."""
        with ui.element("dl").classes("kit-counts"):
            counts = {"new": len(intake.new), "changed": len(intake.changed)}
            lines = {item.line for item in intake.wrong}
            counts |= {"unchanged": intake.unchanged, "wrong": len(lines)}
            for key, count in counts.items():
                with ui.element("div"):
                    words(say(f"sheet.{key}"), "dt")
                    words(say("sheet.count", count=f"{count:,}"), "dd")
        how = say("sheet.known_by", title=sheet.key) if sheet.key else say("sheet.all_new")
        words(how, "p", "kit-help")
        if sheet.left_out:
            words(say("sheet.left_out"), "p", "kit-help")
            with ui.element("ul").classes("kit-help"):
                for title, reason in list(sheet.left_out.items())[:_MOST_LISTED]:
                    shown = say("sheet.left_out_because", title=_short(title), reason=reason)
                    words(shown, "li")
            if len(sheet.left_out) > _MOST_LISTED:
                more = len(sheet.left_out) - _MOST_LISTED
                words(say("sheet.more_left_out", count=more), "p", "kit-help")
        if intake.wrong:
            notice(say("sheet.mend"), "error")
            self._show_wrong(intake)
        can_come_in = not intake.wrong and bool(intake.new or intake.changed)
        if can_come_in:
            _ready.put(self, intake)
        self._confirm.set_enabled(can_come_in)

    def _show_wrong(self, intake: Intake) -> None:
        with ui.element("table").classes("kit-wrong-lines"):
            with ui.element("thead"), ui.element("tr"):
                for key in ("line", "column", "reason"):
                    words(say(f"sheet.{key}"), "th").props("scope=col")
            with ui.element("tbody"):
                for item in intake.wrong[:_MOST_LISTED]:
                    with ui.element("tr"):
                        words(say("sheet.line_number", number=item.line), "td")
                        words(item.title, "td")
                        words(_short(item.message), "td")
        if len(intake.wrong) > _MOST_LISTED:
            words(say("sheet.more_wrong", count=len(intake.wrong) - _MOST_LISTED), "p")

    async def _take_in(self, dialog: ui.dialog) -> None:
        intake = _ready.take(self)
        self._confirm.set_enabled(False)
        if intake is None:
            self._place.clear()
            self._refuse(say("sheet.forgotten"))
            return
        self._status.set_text(say("sheet.taking_in"))
        view = self._view
        try:
            await written(view, partial(view.store.take_in, intake, who=view.visitor.name))
        except (StoppedError, Unavailable) as error:
            self._status.set_text("")
            self._place.clear()
            with self._place:
                notice(say("sheet.stopped", reason=str(error)), "error")
            return
        new, changed = f"{len(intake.new):,}", f"{len(intake.changed):,}"
        view.visitor.say_next(say("sheet.taken_in", new=new, changed=changed))
        dialog.close()
        ui.navigate.reload()
