"""A browser in which somebody works, and what must be true of it afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Locator, Page, WebSocket, expect


class Visitor:
    """Somebody at a browser. ``sent`` are the messages of the server since :meth:`listen`."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.sent: list[str] = []
        self.errors: list[str] = []
        self.console: list[str] = []
        page.on("websocket", self._hear)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda message: self.console.append(message.text))

    def _hear(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: self.sent.append(str(frame)))

    def visit(self, path: str) -> Visitor:
        """Open an address and wait until the page can be worked with."""
        self.page.goto(f"{self.address}{path}", wait_until="commit")
        self.connected()
        self.page.evaluate("window.isTheSamePage = true")
        self.sent.clear()
        return self

    def connected(self) -> None:
        """Wait until the page is there and linked with the server."""
        expect(self.page.get_by_test_id("screen-ready")).to_be_attached()
        self.page.wait_for_function("window.did_handshake === true")

    @contextmanager
    def cut_off(self) -> Iterator[None]:
        """Be without the network for a while; afterwards the page is connected again."""
        self.page.context.set_offline(True)
        self.page.evaluate("window.socket.io.engine.close()")  # as a sleeping tablet's socket ends
        self.page.wait_for_function("!window.socket.connected")
        yield
        self.page.context.set_offline(False)
        self.page.wait_for_function("window.socket.connected")

    def shows(self) -> str:
        """Return what a screen reader finds on the page."""
        return self.page.locator("body").aria_snapshot()

    def field(self, label: str) -> Locator:
        """Return the control with that label."""
        controls = self.page.locator("input, textarea, select")
        return self.page.get_by_role("main").get_by_label(label).and_(controls)

    def button(self, name: str) -> Locator:
        """Return the button that is called so."""
        return self.page.get_by_role("button", name=name, exact=True)

    def types(self, label: str, text: str) -> Locator:
        """Click into a field and type, key by key."""
        control = self.field(label)
        control.click()
        control.press_sequentially(text)
        expect(control).to_have_value(text)
        return control

    def stayed(self) -> bool:
        """Tell whether the page was not loaded anew since it was visited."""
        return bool(self.page.evaluate("window.isTheSamePage === true"))

    def messages(self, kind: str) -> list[str]:
        """Return the messages of a kind that the server has sent."""
        return [text for text in self.sent if text.startswith(f'42["{kind}"')]

    def caret(self) -> tuple[int, int]:
        """Return where the selection in the focused field begins and ends."""
        there = "[document.activeElement.selectionStart, document.activeElement.selectionEnd]"
        start, end = self.page.evaluate(there)
        return start, end
