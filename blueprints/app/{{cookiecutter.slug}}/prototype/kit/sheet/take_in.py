"""The dialog that takes a sheet in: a file is chosen, its rows are looked at, then all come in."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from fastapi import Request
from nicegui import ui
from nicegui.events import GenericEventArguments
from starlette.responses import JSONResponse, Response

from ..attached import ADDRESS, content_of, may_see
from ..entity import Entity
from ..keys import keyed
from ..prototype import Prototype
from ..screen import View
from ..store import Store, Unavailable
from ..store.files import Files
from ..store.intake import Intake, StoppedError
from ..texts import say
from ..widgets import button, heading, notice, words
from ..writing import written
from .back import MOST_BYTES, Sheet, sheet_of
from .files import NoSheetError

if TYPE_CHECKING:
    from nicegui.elements.button import Button

SHEET = " sheet"
"""Stands in the address in the place of a field; no key of a field begins with a space."""
_MOST_WRONG = 50
"""Mistakes that are listed; the others are counted."""


async def receive(prototype: Prototype, store: Store, request: Request, entity: str) -> Response:
    """Keep a sheet until it is read a moment later; answer how it is found."""
    found = store.entities.get(entity)
    if found is None or not may_see(prototype, found, "form"):
        return JSONResponse({"problem": say("file.refused")})
    content = await content_of(request, MOST_BYTES)
    if content is None:
        return JSONResponse({"problem": "size"})
    try:
        digest = await asyncio.to_thread(store.sheets.keep, content)
    except Unavailable as error:
        return JSONResponse({"problem": str(error)})
    return JSONResponse({"hash": digest, "signature": store.files.sign("sheet", digest)})


def taken_out(files: Files, digest: str) -> bytes:
    """Return the content and drop it: it may tell of people. Raises NoSheetError if it is gone."""
    path = files.path(digest)
    if path is None:
        raise NoSheetError(say("sheet.unreadable"))
    content = path.read_bytes()
    path.unlink()
    return content


class TakeIn:
    """The dialog on a page; ``called`` holds the titles of the list's columns by field key."""

    def __init__(self, view: View, entity: type[Entity], called: Mapping[str, str]) -> None:
        self._view = view
        self._entity = entity
        self._called = called
        self._intake: Intake | None = None

    async def run(self) -> None:
        """Open the dialog and wait until it is closed."""
        called = say("sheet.take_in")
        with keyed("take_in"), ui.dialog().props("persistent") as dialog:
            dialog.props["aria-label"] = called
            with ui.card().classes("kit-dialog kit-take-in"):
                heading(called, 2)
                self._choose()
                self._said = words("", "p", "kit-told").props("role=status")
                self._place = ui.element("div")
                with ui.element("div").classes("kit-actions"):
                    self._confirm: Button = button(called, lambda: self._take_in(dialog))
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
                chooser.props["data-address"] = f"{ADDRESS}/{quote(entity)}/{quote(SHEET)}"
                chooser.props["data-most"] = MOST_BYTES
                chooser.on("change", self._hear, js_handler="(event) => kitSend(event, emit)")
                label = words(say("file.choose"), "label", "kit-file-button")
                label.props["for"] = html_id

    async def _hear(self, event: GenericEventArguments) -> None:
        said = event.args if isinstance(event.args, dict) else {}
        if "begun" in said:
            self._confirm.set_enabled(False)
            self._place.clear()
            self._said.set_text(say("sheet.looking"))
        elif "ended" not in said:
            await self._look(said)

    async def _look(self, said: Mapping[str, Any]) -> None:
        """Look at the sheet that was sent, and say what would come of it."""
        store, digest = self._view.store, str(said.get("hash", ""))
        try:
            if not store.files.signed(str(said.get("signature", "")), "sheet", digest):
                raise NoSheetError(self._refusal(said))
            sheet, intake = await asyncio.to_thread(self._read, digest)
        except (NoSheetError, Unavailable) as error:
            self._said.set_text("")
            with self._place:
                notice(str(error), "error")
            return
        self._said.set_text("")
        with self._place:
            self._show(sheet, intake)
        self._intake = intake

    def _refusal(self, said: Mapping[str, Any]) -> str:
        name, problem = said.get("name", ""), str(said.get("problem", ""))
        if problem == "size":
            return say("file.too_large", name=name, limit=f"{MOST_BYTES // 1_000_000} MB")
        return say("file.not_sent", name=name) if problem in ("", "lost") else problem

    def _read(self, digest: str) -> tuple[Sheet, Intake]:
        content = taken_out(self._view.store.sheets, digest)
        sheet = sheet_of(content, self._entity, self._called)
        return sheet, self._view.store.look_at(self._entity, sheet.lines)

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
                for title, reason in sheet.left_out.items():
                    words(say("sheet.left_out_because", title=title, reason=reason), "li")
        if intake.wrong:
            notice(say("sheet.mend"), "error")
            self._show_wrong(intake)
        self._confirm.set_enabled(not intake.wrong and bool(intake.new or intake.changed))

    def _show_wrong(self, intake: Intake) -> None:
        with ui.element("table").classes("kit-wrong-lines"):
            with ui.element("thead"), ui.element("tr"):
                for key in ("line", "column", "reason"):
                    words(say(f"sheet.{key}"), "th").props("scope=col")
            with ui.element("tbody"):
                for item in intake.wrong[:_MOST_WRONG]:
                    with ui.element("tr"):
                        words(say("sheet.line_number", number=item.line), "td")
                        words(item.title, "td")
                        words(item.message, "td")
        if len(intake.wrong) > _MOST_WRONG:
            words(say("sheet.more_wrong", count=len(intake.wrong) - _MOST_WRONG), "p")

    async def _take_in(self, dialog: ui.dialog) -> None:
        intake, self._intake = self._intake, None
        if intake is None:
            return
        self._confirm.set_enabled(False)
        self._said.set_text(say("sheet.taking_in"))
        view = self._view
        try:
            await written(view, partial(view.store.take_in, intake, who=view.visitor.name))
        except (StoppedError, Unavailable) as error:
            self._said.set_text("")
            self._place.clear()
            with self._place:
                notice(say("sheet.stopped", reason=str(error)), "error")
            return
        new, changed = f"{len(intake.new):,}", f"{len(intake.changed):,}"
        view.visitor.say_next(say("sheet.taken_in", new=new, changed=changed))
        dialog.close()
        ui.navigate.reload()
