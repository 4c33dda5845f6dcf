"""How a test uses the prototype: as a role, by what stands on the screen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlencode

from playwright.sync_api import ConsoleMessage, Locator, Page, Request, Response, expect

from prototype.kit.texts import say, speak
from prototype.project import project

TIMEOUT = 10_000
"""Milliseconds to wait for what must appear; the default of 30 seconds hides dead screens."""

speak(project.language)
expect.set_options(timeout=TIMEOUT)


class Visit:
    """A browser at the prototype. ``main`` is the screen without header and menu."""

    def __init__(self, page: Page, base_url: str) -> None:
        self.page = page
        self.main = page.get_by_role("main")
        self.dialog = page.get_by_role("dialog")
        self._base_url = base_url
        self._errors: list[str] = []
        page.set_default_timeout(TIMEOUT)
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self._errors.append(f"page error: {error}"))
        page.on("requestfailed", self._on_failed)
        page.on("request", self._on_request)
        page.on("response", self._on_response)

    def open(self, address: str, *, role: str | None = None) -> Locator:
        """Open the screen at ``address`` as ``role``, wait until it is ready, return its main part."""
        asked = f"?{urlencode({'role': role})}" if role else ""
        response = self.page.goto(f"{self._base_url}{address}{asked}", wait_until="commit")
        assert response and response.status == 200, response
        self.wait()
        return self.main

    def open_record(
        self, address: str, entity: str, *, state: str | None = None, role: str | None = None
    ) -> Locator:
        """Open the screen at ``address`` for a record of ``entity`` that is in ``state``."""
        asked = urlencode({"entity": entity, "state": state or ""})
        answer = self.page.request.get(f"{self._base_url}/_test/record?{asked}")
        assert answer.ok, answer.text()
        return self.open(f"{address}/{answer.json()}", role=role)

    def wait(self) -> None:
        """Wait until the screen is complete and connected to the server."""
        self.page.wait_for_function("window.did_handshake === true")
        expect(self.page.get_by_test_id("screen-ready")).to_be_attached()

    def field(self, title: str) -> Locator:
        """Return the control under the label ``title``."""
        return self._place.get_by_label(_label(title))

    def group(self, title: str) -> Locator:
        """Return the set of choices with the legend ``title``."""
        return self._place.get_by_role("group", name=_label(title))

    def error_of(self, title: str) -> Locator:
        """Return the message that belongs to the control ``title``."""
        return (
            self._place.locator(".kit-field")
            .filter(has=self.page.get_by_text(title, exact=True))
            .locator(".kit-error")
        )

    def fill(self, title: str, text: str) -> None:
        """Type ``text`` under the label ``title``."""
        self.field(title).fill(text)

    def choose(self, title: str, option: str) -> None:
        """Choose ``option`` from the list under the label ``title``."""
        self.field(title).select_option(label=option)

    def choose_first(self, title: str) -> None:
        """Choose the first record of the list under the label ``title``."""
        self.field(title).select_option(index=1)

    def press(self, title: str, option: str) -> None:
        """Press the button ``option`` of the set with the legend ``title``."""
        self.group(title).get_by_label(option, exact=True).check()

    def tick(self, title: str, options: Sequence[str] = ()) -> None:
        """Tick the box ``title``, or the boxes ``options`` of the set with that legend."""
        for option in options:
            self.press(title, option)
        if not options:
            self.field(title).check()

    def click(self, name: str) -> None:
        """Press the button ``name``."""
        self._place.get_by_role("button", name=name, exact=True).click()

    def expect_title(self, title: str) -> None:
        """The screen is the one called ``title``."""
        expect(self.main.get_by_role("heading", level=1, name=title, exact=True)).to_be_visible()

    def expect_refused(self) -> None:
        """The screen says that the role may not open it, and shows nothing of itself."""
        expect(self.main.get_by_role("alert")).to_contain_text(_start("frame.refused"))
        expect(self.main.locator(".kit-body")).to_have_count(0)

    def expect_note(self, text: str) -> None:
        """A message at the top of the screen says ``text``."""
        expect(self.main.get_by_role("status").filter(has_text=text).first).to_be_visible()

    def expect_no_errors(self) -> None:
        """Nothing went wrong: in the browser, on the way, on the server."""
        answer = self.page.request.get(f"{self._base_url}/_test/errors")
        assert self._errors + answer.json() == []

    @property
    def _place(self) -> Locator:
        """The dialog when one is open, else the screen."""
        return self.dialog if self.dialog.is_visible() else self.main

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._errors.append(f"console: {message.text}")

    def _on_request(self, request: Request) -> None:
        local = (self._base_url, "data:", "blob:")
        if not request.url.startswith(local):
            self._errors.append(f"request beyond the machine: {request.url}")

    def _on_failed(self, request: Request) -> None:
        # A page that is left cancels what it was still waiting for.
        if request.failure and "ERR_ABORTED" not in request.failure:
            self._errors.append(f"request failed: {request.url}: {request.failure}")

    def _on_response(self, response: Response) -> None:
        if response.status >= 400:
            self._errors.append(f"status {response.status}: {response.url}")


def _label(title: str) -> re.Pattern[str]:
    """Match a label: the title, then the mark of a required or optional field, then chips."""
    marks = "|".join(re.escape(say(f"form.{mark}")) for mark in ("required_mark", "optional_mark"))
    return re.compile(rf"^\s*{re.escape(title)}\s*({marks}|$)")


def _start(key: str) -> str:
    """Return the text of ``key`` up to its first value."""
    return say(key, roles="\0").split("\0")[0]
