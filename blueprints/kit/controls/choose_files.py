"""Files and pictures: chosen, or taken with the camera of a tablet, and sent at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, cast

from nicegui import ui
from nicegui.events import GenericEventArguments

from ..fields.file import File, size
from ..model.attachment import Attachment
from ..page.addresses import outside
from ..page.keys import keyed
from ..page.widgets import words
from ..server.attachments import accepted, address_of, address_to_send, picture, say_which
from ..texts import say
from .base import BaseControl, Setting

_PICTURES = "image/*"
"""Without ``capture``: a tablet then offers its camera and its album."""
_SEND = "(event) => window.kitSend(event, emit)"


class Control(BaseControl):
    """The browser's own way to choose files, with what is chosen already above it."""

    group: ClassVar[bool] = True

    def __init__(self, setting: Setting) -> None:
        self.field = cast(File, setting.field)
        self._under_way = 0
        super().__init__(setting)

    @property
    def unfinished(self) -> str:
        """Ask to wait while a file is being sent."""
        return say("file.wait") if self._under_way else ""

    def build(self) -> None:
        """Put the list of files, the button and what happens on the page."""
        html_id = self.setting.html_id
        words(self._limits(), "p", "kit-help").props["id"] = f"{html_id}-limits"
        self._list = ui.element("ul").classes("kit-files")
        with ui.element("div").classes("kit-file-line"):
            self.element = ui.element("input").props("type=file").classes("kit-file")
            self._describe(html_id)
            self._label = words("", "label", "kit-file-button")
            self._label.props["for"] = html_id
        self._status = words("", "p", "kit-told").props("role=status")
        self._show()

    def inputs(self) -> Sequence[ui.element]:
        """Return the input."""
        return [self.element]

    def require(self, required: bool) -> None:
        """The legend says it: the button may be pressed again when there is a file already."""

    def _describe(self, html_id: str) -> None:
        props = self.element.props
        props["id"] = html_id
        props["multiple"] = self.field.many
        props["accept"] = _PICTURES if self.field.pictures else ",".join(self.field.endings)
        props["data-address"] = outside(address_to_send(self.field))
        props["data-most"] = self.field.most_received
        described = [f"{html_id}-limits", *self.setting.described_by]
        props["aria-describedby"] = " ".join(described)
        self.element.on("change", self._on_message, js_handler=_SEND)

    def _limits(self) -> str:
        several = self.field.most > 1
        count, each = self.field.most, size(self.field.most_bytes)
        if self.field.pictures:
            return say("file.limits_pictures" if several else "file.limits_picture", count=count)
        limits = [say("file.limits" if several else "file.limits_one", count=count, size=each)]
        if self.field.endings:
            endings = say("frame.comma").join(self.field.endings)
            limits.append(say("file.endings", endings=endings))
        return " / ".join(limits)

    def _on_message(self, event: GenericEventArguments) -> None:
        """Follow what the browser says of the files that were chosen."""
        message = event.args if isinstance(event.args, dict) else {}
        if isinstance(message.get("begun"), int):
            self._under_way += 1
            self._set_status(say("file.under_way"))
        elif "ended" in message:
            self._under_way = max(0, self._under_way - 1)
            if self._status.text == say("file.under_way"):
                self._set_status("")
            self.setting.on_leave()
        else:
            self._take_one(message)

    def _take_one(self, message: dict[str, Any]) -> None:
        name = str(message.get("name", ""))
        item = accepted(self.setting.store, self.field, message)
        if item:
            self._add(item)
        elif message.get("problem") == "size":
            self._refuse(say("file.too_large", name=name, limit=size(self.field.most_received)))
        elif isinstance(message.get("problem"), str) and message["problem"] != "lost":
            self._refuse(message["problem"])
        else:
            self._refuse(say("file.not_sent", name=name))

    def _add(self, item: Attachment) -> None:
        """Add a file, or put it in the place of the one that there may be."""
        held = [] if self.field.most == 1 else self._held()
        if any(other.hash == item.hash for other in held):
            return
        if len(held) >= self.field.most:
            self._refuse(say("file.too_many", limit=self.field.most))
            return
        self._hold([*held, item])

    def _remove(self, item: Attachment) -> None:
        self._hold([other for other in self._held() if other != item])
        self._set_status("")
        self.focus()
        self.setting.on_leave()

    def _held(self) -> list[Attachment]:
        return [item for data in self.typed or () if (item := Attachment.of(data))]

    def _hold(self, files: Sequence[Attachment]) -> None:
        self.take([item.to_json() for item in files])
        self._show()

    def _refuse(self, message: str) -> None:
        self._set_status(say("form.error", message=message), wrong=True)

    def _set_status(self, text: str, *, wrong: bool = False) -> None:
        self._status.set_text(text)
        self._status.classes(**{"add" if wrong else "remove": "kit-error"})

    def _show(self) -> None:
        """Show the files that there are, and what the button does now."""
        held = self._held()
        self._label.set_text(self._button_text(len(held)))
        self._list.clear()
        self._list.set_visibility(bool(held))
        with self._list:
            for number, item in enumerate(held, 1):
                with keyed("chosen", self.setting.html_id, item.hash or item.name):
                    self._show_one(item, say_which(self.setting.label, number, len(held)))

    def _show_one(self, item: Attachment, called: str) -> None:
        with ui.element("li").classes("kit-chosen"):
            if self.field.pictures and item.hash:
                small = address_of(self.setting.store, self.field, item, small=True)
                picture(small, called)
            words(item.name, "span", "kit-file-name")
            drop = ui.element("button").props("type=button").classes("kit-drop")
            drop.props["aria-label"] = say("file.remove", name=item.name)
            drop.on("click", lambda: self._remove(item))
            with drop:
                words(say("file.remove_short"))

    def _button_text(self, count: int) -> str:
        what = "choose" if not count else "choose_more" if self.field.most > 1 else "replace"
        pictures = {"choose": "choose_picture", "choose_more": "choose_more_pictures"}
        key = pictures.get(what, "replace_picture") if self.field.pictures else what
        return say(f"file.{key}")
