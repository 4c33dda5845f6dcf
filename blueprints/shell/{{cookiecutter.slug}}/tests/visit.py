"""How a test uses the prototype: as a role, by what stands on the screen."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Mapping, Sequence
from textwrap import dedent
from typing import Any
from urllib.parse import urlencode

import httpx
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, Request, Response, expect

from prototype.kit.texts import say, speak
from prototype.project import project
from tests.board import Board
from tests.calendar import Calendar
from tests.dashboard import Dashboard
from tests.map import Map
from tests.page_text import PageText
from tests.paper import Paper
from tests.part import Part, dialog, section, shown_value, words
from tests.record import Record
from tests.table import Table

PATIENT, IMPATIENT = 10_000, 3_000
"""Milliseconds to wait for what must appear: long enough for a busy machine, less when something
of the screen was wrong already. The default of 30 seconds hides dead screens.
"""

_SECONDS = 20
"""How long to wait for an answer of the server when no browser asks."""

_FORGETS = """
if (location.protocol.startsWith("http")) {
  const arrival = document.cookie.match(/(?:^|; )arrival=(\\w+)/)?.[1] ?? "";
  if (localStorage.getItem("arrival") !== arrival) {
    localStorage.clear();
    sessionStorage.clear();
    localStorage.setItem("arrival", arrival);
  }
}
"""
"""What a page does before anything else: whoever is new finds nothing that others kept there."""

_SERIOUS = ["serious", "critical"]

_FIND_BARRIERS = """
async (impacts) => {
  // What no rule of theirs could find need not be looked for; it would take half of the time.
  const others = (axe._audit?.rules ?? []).filter(
    ({ impact }) => impact && !impacts.includes(impact)
  );
  const rules = Object.fromEntries(others.map(({ id }) => [id, { enabled: false }]));
  // Fetching the style sheets again would only show the bar of a slow page.
  const options = { resultTypes: ["violations"], preload: false, rules };
  return (await axe.run(document, options)).violations;
}
"""

speak(project.language)


class Visit(Part):
    """A browser at the prototype; as a part of the page it is the screen without its frame."""

    def __init__(self, page: Page, base_url: str) -> None:
        self.page = page
        self.main = page.get_by_role("main")
        super().__init__(self.main)
        self.table = Table(page, self.main)
        self.board = Board(page, self.main)
        self.calendar = Calendar(page, self.main)
        self.dashboard = Dashboard(self.main)
        self.map = Map(self.main)
        self.paper = Paper(page, self.main)
        self._base_url = base_url
        # What the environment says of proxies is for addresses beyond this machine.
        self._reader = httpx.Client(
            base_url=base_url, timeout=_SECONDS, trust_env=False, follow_redirects=True
        )
        self._errors: list[str] = []
        self._records: dict[str, list[int]] = {}
        self._namespace = ""
        self.begin()
        page.add_init_script(_FORGETS)
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self._errors.append(f"page error: {error}"))
        page.on("requestfailed", self._on_failed)
        page.on("request", self._on_request)
        page.on("response", self._on_response)

    def come_anew(self) -> None:
        """Be somebody who was never here, with records that no one else has."""
        self._namespace = uuid.uuid4().hex
        self._reader.cookies = httpx.Cookies({"namespace": self._namespace})
        self.page.goto("about:blank")
        self._errors.clear()
        self._arrive()

    def begin(self, *, broken: bool = False) -> None:
        """Begin a test; where the screen is ``broken``, wait less for what must appear."""
        self.broken = broken
        self._records.clear()
        milliseconds = IMPATIENT if broken else PATIENT
        self.page.set_default_timeout(milliseconds)
        expect.set_options(timeout=milliseconds)

    def open(self, address: str, *, role: str | None = None, **query: str) -> None:
        """Open the screen at ``address`` as ``role`` and wait until it is ready."""
        wanted = self._address(address, role, query)
        response = self.page.goto(wanted, wait_until="commit")
        assert response and response.status == 200, response
        self.wait()

    def go_on_at(self, address: str, *, role: str | None = None) -> None:
        """Have the screen at ``address`` open as ``role``, with all that tests before did there."""
        self.open(address, role=role)

    def open_record(
        self,
        address: str,
        entity: str,
        *,
        state: str | None = None,
        where: Mapping[str, Sequence[str]] | None = None,
        role: str | None = None,
    ) -> None:
        """Open the screen at ``address`` for a record that is in ``state``, or fulfils ``where``."""
        self.open_for(address, self._shown(entity, state, where), role=role)

    def open_for(self, address: str, record: Record, *, role: str | None = None) -> None:
        """Open the screen at ``address`` for ``record``."""
        self.open(f"{address}/{record.id}", role=role)

    def latest(self, entity: str) -> Record:
        """Return the record of ``entity`` that was added last."""
        return Record(**self._ask("latest", {"entity": entity}))

    def record(self, entity: str, where: Mapping[str, Sequence[str]], *, sort: str = "") -> Record:
        """Return the record of ``entity`` that comes first among those that fulfil ``where``."""
        kept = self._records.setdefault(entity, [])
        record = self._find(entity, where, sort, kept)
        kept.append(record.id)
        return record

    def count(self, entity: str, where: Mapping[str, Sequence[str]] | None = None) -> int:
        """Return how many records of ``entity`` there are, or how many of them fulfil ``where``."""
        return int(self._ask("count", {"entity": entity, "where": json.dumps(where or {})}))

    def attempt(self, entity: str, state: str, action: str, *, role: str | None) -> str:
        """Take a transition past the screen, with nothing filled in; return how that is refused."""
        record = self._find(entity, {"state": [state]})
        asked = {"entity": entity, "id": str(record.id), "action": action, "role": role or ""}
        return str(self._ask("take", asked))

    def value(self, entity: str, record: Record, field: str) -> str:
        """Return the value of ``field`` in ``record``, as people type it."""
        return str(self._ask("value", {"entity": entity, "id": str(record.id), "field": field}))

    def records(self, entity: str, where: Mapping[str, Sequence[str]] | None = None) -> int:
        """Return how many records of ``entity`` fulfil ``where``."""
        asked = {"entity": entity, "where": json.dumps(where or {})}
        return int(self._ask("matching", asked)["count"])

    def placed(
        self, entity: str, location: str, where: Mapping[str, Sequence[str]] | None = None
    ) -> int:
        """Return how many records of ``entity`` that fulfil ``where`` have a ``location``."""
        asked = {"entity": entity, "where": json.dumps(where or {}), "filled": location}
        return int(self._ask("matching", asked)["count"])

    def total(self, entity: str, of: str, where: Mapping[str, Sequence[str]]) -> str:
        """Return how it reads what the values of ``of`` come to in records that fulfil ``where``."""
        asked = {"entity": entity, "of": of, "where": json.dumps(where)}
        return str(self._ask("matching", asked)["total"])

    def wait(self) -> None:
        """Wait until the screen is complete and connected to the server."""
        self.page.wait_for_function("window.did_handshake === true")
        expect(self.page.get_by_test_id("screen-ready")).to_be_attached()

    def dialog(self, title: str) -> Part:
        """Return the dialog ``title`` when it is open."""
        return dialog(self.page, title)

    def read(
        self,
        address: str,
        *,
        role: str | None = None,
        phase: str = "",
        given: Mapping[str, str] | None = None,
    ) -> PageText:
        """Return what the server sends ``role`` for the screen at ``address``, read as text.

        Everything up to ``phase`` is shown, all of it when that is empty. A form begins with what
        is ``given``, by the keys of fields. It takes a tenth of what opening the screen takes, and
        leaves alone what the browser has open.
        """
        wanted = self._address(address, role, {"phase": phase, **(given or {})})
        answer = self._reader.get(wanted, headers={"Accept": "text/markdown"})
        assert answer.is_success, answer.text
        return PageText(answer.text)

    def read_record(
        self,
        address: str,
        entity: str,
        *,
        state: str | None = None,
        where: Mapping[str, Sequence[str]] | None = None,
        role: str | None = None,
        phase: str = "",
    ) -> PageText:
        """Return what ``role`` is sent for a record in ``state``, or fulfilling ``where``."""
        record = self._shown(entity, state, where)
        return self.read(f"{address}/{record.id}", role=role, phase=phase)

    def follow(self, name: str) -> None:
        """Follow the link ``name``."""
        self.main.get_by_role("link", name=name, exact=True).click()

    def add(self) -> None:
        """Press the button of a form that adds a record."""
        self.click(say("form.add"))

    def add_twice(self) -> None:
        """Press the button that adds a record two times in quick succession."""
        self.here.get_by_role("button", name=say("form.add"), exact=True).dblclick()

    def go_on(self) -> None:
        """Press the button that leads to the next step of a form."""
        self.click(say("wizard.next"))

    def go_back(self) -> None:
        """Press the button that leads back to the step before."""
        self.click(say("wizard.back"))

    def open_again(self) -> None:
        """Load the page anew, as somebody does who closed it by mistake."""
        self.page.reload(wait_until="commit")
        self.wait()

    def change(self) -> None:
        """Press the button of a form that saves the changes to a record."""
        self.click(say("form.change"))

    def expect_refusals(self, wrong: Sequence[tuple[str, str, str]]) -> None:
        """The form refuses these texts: the label under which one is typed, it, and the message."""
        for title, text, _ in wrong:
            self.fill(title, text)
        self.add()
        for title, _, message in wrong:
            self.expect_wrong(title, message)

    def expect_accepted(self, texts: Mapping[str, str], *, but: tuple[str, str]) -> None:
        """The form takes these texts, by label; one field, with its message, keeps it from saving."""
        for title, text in texts.items():
            self.fill(title, text)
        self.add()
        self.expect_wrong(*but)
        for title in texts:
            self.expect_right(title)

    def expect_title(self, title: str) -> None:
        """The screen is the one called ``title``."""
        expect(self.main.get_by_role("heading", level=1, name=title, exact=True)).to_be_visible()

    def expect_structure(self, outline: str) -> None:
        """The page has these parts, one in the other and in this order, as screen readers find it.

        Others may stand between them.
        """
        expect(self.page.locator("body")).to_match_aria_snapshot(dedent(outline))

    def expect_help(self, text: str) -> None:
        """The screen says ``text`` below its title."""
        expect(self.main.get_by_text(text, exact=True).first).to_be_visible()

    def expect_refused(self) -> None:
        """The screen says that the role may not open it, and shows nothing of itself."""
        refusal = say("frame.refused", roles="\0").split("\0")[0]
        expect(self.main.get_by_role("alert")).to_contain_text(refusal)
        expect(self.main.locator(".kit-body")).to_have_count(0)

    def expect_note(self, text: str) -> None:
        """A message at the top of the screen says ``text``."""
        expect(self.main.get_by_role("status").filter(has_text=text).first).to_be_visible()

    def expect_added(self) -> None:
        """A message says that a record is added."""
        self._expect_saved("form.added")

    def expect_changed(self) -> None:
        """A message says that the changes to a record are saved."""
        self._expect_saved("form.changed")

    def expect_value(self, title: str, text: str) -> None:
        """The detail shows ``text`` as the value of ``title``."""
        exact = re.compile(rf"^\s*{words(text)}\s*$")
        expect(shown_value(self.main, title).get_by_role("definition")).to_have_text(exact)

    def expect_values(self, titles: Sequence[str]) -> None:
        """The detail shows a value for each of ``titles``."""
        for title in titles:
            expect(shown_value(self.main, title)).to_be_visible()

    def expect_actions(self, titles: Sequence[str]) -> None:
        """The detail offers exactly these transitions, in this order."""
        actions = self.main.get_by_role("group", name=say("detail.actions"))
        expect(actions).to_be_attached()
        expect(actions.get_by_role("button")).to_have_text(list(titles))

    def expect_way(self, title: str, address: str) -> None:
        """The link ``title`` leads to the screen at ``address``."""
        link = self.main.get_by_role("link", name=title, exact=True)
        expect(link).to_have_attribute("href", address)

    def expect_edit(self, address: str) -> None:
        """The detail leads to the form at ``address``, for the record that it shows."""
        record = self.page.url.partition("?")[0].rpartition("/")[2]
        self.expect_way(say("detail.edit"), f"{address}/{record}")

    def expect_no_edit(self) -> None:
        """The detail leads to no form that changes the record."""
        expect(self.main.get_by_role("link", name=say("detail.edit"), exact=True)).to_have_count(0)

    def expect_history(self, *texts: str) -> None:
        """The latest entry of the history says all of ``texts``."""
        latest = section(self.main, say("detail.history")).locator("ol > li").first
        for text in texts:
            expect(latest).to_contain_text(text)

    def expect_taken(self, action: str, state: str) -> None:
        """A message says that a transition was made and led to ``state``."""
        self.expect_note(say("detail.taken", action=action, state=state))

    def expect_links(self, links: Sequence[tuple[str, str]]) -> None:
        """The home leads to exactly these screens: title and address, in this order."""
        found = section(self.main, say("home.screens")).get_by_role("link")
        expect(found).to_have_text([title for title, _ in links])
        for place, (_, address) in enumerate(links):
            expect(found.nth(place)).to_have_attribute("href", address)

    def expect_steps(self, role: str, steps: Sequence[tuple[str, str]]) -> None:
        """The home shows ``role`` exactly these steps: title and process, in this order."""
        found = section(self.main, say("home.steps", role=role)).locator("ol > li")
        expect(found).to_have_count(len(steps))
        for place, (title, process) in enumerate(steps):
            expect(found.nth(place)).to_contain_text(title)
            expect(found.nth(place)).to_contain_text(process)

    def expect_step(self, title: str, number: int, total: int) -> None:
        """The form is at its step ``number`` of ``total``, which is called ``title``."""
        expect(self.main.get_by_role("heading", level=2, name=title, exact=True)).to_be_visible()
        counted = say("wizard.count", number=number, total=total)
        expect(self.main.get_by_text(counted, exact=True)).to_be_visible()
        steps = self.main.get_by_role("navigation", name=say("wizard.steps"))
        expect(steps.get_by_role("listitem")).to_have_count(total)
        expect(steps.locator("[aria-current=step]")).to_contain_text(title)

    def expect_typed(self, title: str, text: str) -> None:
        """``text`` stands in the box under the label ``title``."""
        expect(self.field(title)).to_have_value(text)

    def expect_prose(self, lines: Sequence[str], *, headings: Sequence[str] = ()) -> None:
        """The screen says all of ``lines`` in its text, which has exactly these headings."""
        prose = self.main.locator(".kit-prose")
        for line in lines:
            expect(prose).to_contain_text(re.compile(words(line)))
        expect(prose.get_by_role("heading")).to_have_text(list(headings))

    def expect_prose_links(self, links: Sequence[tuple[str, str]]) -> None:
        """The text of the screen leads to exactly these addresses, in this order."""
        found = self.main.locator(".kit-prose").get_by_role("link")
        expect(found).to_have_text([text for text, _ in links])
        for place, (_, address) in enumerate(links):
            expect(found.nth(place)).to_have_attribute("href", address)

    def expect_no_barriers(self) -> None:
        """Nothing on the page stands seriously in the way of somebody, as far as axe can see."""
        self.page.evaluate(Axe().axe_script)
        found = self.page.evaluate(_FIND_BARRIERS, _SERIOUS)
        wrong = [
            f"{barrier['id']}: {barrier['help']}: {node['html']}"
            for barrier in found
            if barrier["impact"] in _SERIOUS
            for node in barrier["nodes"]
        ]
        assert not wrong, "\n".join(wrong)

    def expect_no_errors(self) -> None:
        """Nothing went wrong: in the browser, on the way, on the server."""
        wrong = [*self._errors, *self._ask("errors", {})]
        self._errors.clear()
        assert not wrong, "\n".join(wrong)

    def _arrive(self) -> None:
        """Let the browser forget who used it, and begin anew with the records of this test."""
        self.page.context.clear_cookies()
        values = {"namespace": self._namespace, "arrival": uuid.uuid4().hex}
        url = self._base_url
        self.page.context.add_cookies(
            [{"name": name, "value": value, "url": url} for name, value in values.items()]
        )

    def _shown(
        self, entity: str, state: str | None, where: Mapping[str, Sequence[str]] | None
    ) -> Record:
        """Return the record that a screen for one is opened with."""
        return self.record(entity, {"state": [state]} if state else where or {})

    def _find(
        self,
        entity: str,
        where: Mapping[str, Sequence[str]],
        sort: str = "",
        kept: Sequence[int] = (),
    ) -> Record:
        asked = {"where": json.dumps(where), "sort": sort, "kept": json.dumps(kept)}
        return Record(**self._ask("record", {"entity": entity, **asked}))

    def _expect_saved(self, key: str) -> None:
        before, after = map(words, say(key, label="\0").split("\0"))
        note = self.main.get_by_role("status").filter(has_text=re.compile(f"{before}.+{after}"))
        expect(note.first).to_be_visible()

    def _address(self, address: str, role: str | None, query: Mapping[str, str]) -> str:
        """Return where to go; who opens a screen without a word on phases sees all of them."""
        asked = {"phase": ""} if project.phases else {}
        asked |= {"role": role} if role else {}
        asked |= query
        return f"{self._base_url}{address}?{urlencode(asked)}"

    def _ask(self, hook: str, asked: Mapping[str, str]) -> Any:
        answer = self._reader.get(f"/_test/{hook}", params=asked)
        assert answer.is_success, answer.text
        return answer.json()

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._errors.append(f"console: {message.text}")

    def _on_request(self, request: Request) -> None:
        local = (self._base_url, self._base_url.replace("http", "ws", 1), "data:", "blob:")
        if not request.url.startswith(local):
            self._errors.append(f"request beyond the machine: {request.url}")

    def _on_failed(self, request: Request) -> None:
        # A page that is left cancels what it was still waiting for.
        if request.failure and "ERR_ABORTED" not in request.failure:
            self._errors.append(f"request failed: {request.url}: {request.failure}")

    def _on_response(self, response: Response) -> None:
        if response.status >= 400:
            self._errors.append(f"status {response.status}: {response.url}")
