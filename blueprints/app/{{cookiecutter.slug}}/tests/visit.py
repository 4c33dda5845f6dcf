"""How a test uses the prototype: as a role, by what stands on the screen."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import dedent
from typing import Any
from urllib.parse import urlencode

import httpx
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Locator, Page, Request, Response, expect

from prototype.kit.texts import say, speak
from prototype.project import project
from tests.calendar import Calendar
from tests.page_text import PageText
from tests.part import Part, chips, words
from tests.table import Table

PATIENT, IMPATIENT = 10_000, 3_000
"""Milliseconds to wait for what must appear: long enough for a busy machine, less when something
of the screen was wrong already. The default of 30 seconds hides dead screens.
"""

_SECONDS = 20
"""How long to wait for an answer of the server when no browser asks."""

_NOTICES_TOUCH = """
for (const kind of ["pointerdown", "keydown", "input"]) {
  addEventListener(kind, () => { window.wasTouched = true }, true);
}
"""

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

_IS_READY = """
() => window.did_handshake === true && document.querySelector("[data-testid=screen-ready]")
"""

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


@dataclass(frozen=True)
class Record:
    """A record of the sample data, and how it is called; ``made`` when it was changed to be it."""

    id: int
    label: str
    made: bool = False


class Visit(Part):
    """A browser at the prototype; as a part of the page it is the screen without its frame."""

    def __init__(self, page: Page, base_url: str) -> None:
        self.page = page
        self.main = page.get_by_role("main")
        super().__init__(self.main)
        self.table = Table(page, self.main)
        self.calendar = Calendar(page, self.main)
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
        self.page.wait_for_function(_IS_READY)

    def dialog(self, title: str) -> Part:
        """Return the dialog ``title`` when it is open."""
        dialog = self.page.get_by_role("dialog", name=title, exact=True)
        expect(dialog).to_be_visible()
        return Part(dialog)

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

    def section(self, title: str) -> Locator:
        """Return the part of the screen below the heading ``title``."""
        heading = self.main.get_by_role("heading", name=title, exact=True)
        return heading.locator("xpath=ancestor::section[1]")

    def column(self, title: str) -> Locator:
        """Return the column ``title`` of a board."""
        return self.main.get_by_role("region", name=title, exact=True)

    def card(self, column: str, record: Record) -> Locator:
        """Return the card of ``record`` in a column of a board; one without a link has its label."""
        label = "".join(f"\\{ord(letter):x} " for letter in record.label)
        linked, named = f'a[href$="/{record.id}"]', f'strong:text-is("{label}")'
        title = self.page.locator(f"{linked}, {named}")
        return self.column(column).get_by_role("article").filter(has=title).first

    def move(self, card: Locator, action: str) -> None:
        """Choose ``action`` from the menu of a card."""
        card.get_by_role("button").click()
        self.page.get_by_role("menu").get_by_text(action, exact=True).click()

    def drag(self, card: Locator, column: Locator) -> None:
        """Drag a card onto a column, wherever that is: a board may be wider than the window."""
        expect(card).to_have_attribute("draggable", "true")
        data = self.page.evaluate_handle("new DataTransfer()")
        card.dispatch_event("dragstart", {"dataTransfer": data})
        over = "new DragEvent('dragover', {bubbles: true, cancelable: true, dataTransfer: data})"
        taken = column.evaluate(f"(column, data) => !column.dispatchEvent({over})", data)
        assert taken, "the column does not take what is dragged over it"
        column.dispatch_event("drop", {"dataTransfer": data})

    def choose_way(self, column: str, action: str) -> None:
        """Say that a card that was dragged to ``column`` is to take ``action``."""
        self.dialog(say("board.which_way", target=column)).click(action)

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
        expect(self._value(title).get_by_role("definition")).to_have_text(exact)

    def expect_values(self, titles: Sequence[str]) -> None:
        """The detail shows a value for each of ``titles``."""
        for title in titles:
            expect(self._value(title)).to_be_visible()

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
        latest = self.section(say("detail.history")).locator("ol > li").first
        for text in texts:
            expect(latest).to_contain_text(text)

    def expect_taken(self, action: str, state: str) -> None:
        """A message says that a transition was made and led to ``state``."""
        self.expect_note(say("detail.taken", action=action, state=state))

    def expect_columns(self, titles: Sequence[str]) -> None:
        """The board has exactly these columns, in this order."""
        expect(self.main.get_by_role("heading", level=2)).to_have_text(list(titles))

    def expect_figure(self, tile: str, figure: int | str) -> None:
        """A tile shows a number of records, or a sum as it reads."""
        count = isinstance(figure, int)
        text = say("dashboard.records", count=f"{figure:,}") if count else str(figure)
        expect(self.section(tile).locator(".kit-figure")).to_have_text(text)

    def expect_chart(self, tile: str, numbers: Sequence[tuple[str, int]]) -> None:
        """A tile draws a chart, and its table begins with these parts and numbers of records."""
        here = self.section(tile)
        expect(here.get_by_role("img", name=tile, exact=True).locator("svg")).to_be_visible()
        here.get_by_text(say("dashboard.as_table"), exact=True).click()
        rows = here.get_by_role("table").locator("tbody tr")
        for place, (name, count) in enumerate(numbers):
            expect(rows.nth(place).locator("th")).to_have_text(name)
            number = say("dashboard.records", count=f"{count:,}")
            expect(rows.nth(place).locator("td")).to_have_text(number)

    def expect_places(self, count: int) -> None:
        """The map and the list beside it show so many records; a pin may stand for several."""
        expect(self.main.locator(".kit-places > li")).to_have_count(count)
        pins = self.main.locator(".kit-pin")
        if count:
            expect(pins.first).to_be_visible()
        shown = pins.evaluate_all("pins => pins.reduce((sum, pin) => sum + +pin.dataset.count, 0)")
        assert shown == count

    def follow_pin(self) -> None:
        """Press a pin of the map, closer and closer until it is one record, and follow that."""
        popup = self.main.get_by_role("dialog")
        pin = self.main.locator(".kit-pin").first
        expect(pin).to_be_visible()
        while not popup.count():
            pin.click()
        popup.get_by_role("link").first.click()

    def follow_figure(self, tile: str) -> None:
        """Follow the figure of a tile."""
        self.section(tile).locator("a.kit-figure").click()

    def expect_lines(self, card: Locator, titles: Sequence[str]) -> None:
        """The card of a board has a line for each of ``titles``."""
        for title in titles:
            line = say("value.line", title=title, text="")
            expect(card).to_contain_text(re.compile(words(line)))

    def expect_not_moved(self, source: str, target: str) -> None:
        """A message says that a card may not go from one column to another."""
        message = say("detail.not_allowed", source=source, target=target)
        expect(self.page.get_by_text(message)).to_be_visible()

    def expect_links(self, links: Sequence[tuple[str, str]]) -> None:
        """The home leads to exactly these screens: title and address, in this order."""
        found = self.section(say("home.screens")).get_by_role("link")
        expect(found).to_have_text([title for title, _ in links])
        for place, (_, address) in enumerate(links):
            expect(found.nth(place)).to_have_attribute("href", address)

    def expect_steps(self, role: str, steps: Sequence[tuple[str, str]]) -> None:
        """The home shows ``role`` exactly these steps: title and process, in this order."""
        found = self.section(say("home.steps", role=role)).locator("ol > li")
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

    def expect_on_paper(self, *texts: str) -> None:
        """The printed form says all of ``texts``, with something in the place of ``{field}``."""
        for text in texts:
            pieces = (words(piece) for piece in re.split(r"\{[^{}]+\}", text))
            pattern = re.compile(r"[^{}]*".join(pieces))
            expect(self.main.locator(".kit-paper")).to_contain_text(pattern)

    def expect_paper(self, title: str, *, rows: Sequence[str], seals: Sequence[str] = ()) -> None:
        """There is a printed form called ``title`` with a row for each of ``rows``, and ``seals``."""
        paper = self.main.get_by_role("article")
        expect(paper.get_by_role("heading", level=2, name=title, exact=True)).to_be_visible()
        for row in rows:
            expect(paper.get_by_role("rowheader", name=row, exact=True)).to_be_visible()
        expect(paper.locator(".kit-seals").get_by_role("listitem")).to_have_text(list(seals))

    def expect_same_on_paper(self, titles: Sequence[str], link: str) -> None:
        """The printed form to which the detail leads by ``link`` shows the same as the detail."""
        shown = [self._value(title).get_by_role("definition").inner_text() for title in titles]
        self.follow(say("paper.open", title=link))
        self.expect_title(link)
        rows = self.main.get_by_role("article").get_by_role("row")
        for title, text in zip(titles, shown, strict=True):
            seen = "" if text == say("detail.empty") else text
            header = self.page.get_by_role("rowheader", name=title, exact=True)
            expect(rows.filter(has=header).get_by_role("cell")).to_have_text(seen)

    def expect_prints(self) -> None:
        """The button prints, and the paper holds the form but not what stands round the screen."""
        self.page.evaluate("window.print = () => { window.printed = true }")
        self.click(say("paper.print"))
        self.page.wait_for_function("window.printed === true")
        self.page.emulate_media(media="print")
        try:
            expect(self.main.get_by_role("article")).to_be_visible()
            title = self.main.get_by_role("heading", level=1)
            for part in (self.page.get_by_role("banner"), title):
                expect(part).to_be_hidden()
        finally:
            self.page.emulate_media(media="null")

    def expect_nothing_to_print(self) -> None:
        """The screen says that the record can't be printed as it stands."""
        expect(self.main.get_by_role("alert")).to_contain_text(say("paper.not_now"))
        expect(self.main.get_by_role("article")).to_have_count(0)

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

    def _value(self, title: str) -> Locator:
        term = self.page.get_by_role("term").filter(
            has_text=re.compile(rf"^\s*{words(title)}\s*({chips()})?\s*$")
        )
        return self.main.locator(".kit-value").filter(has=term)

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


class Look(Visit):
    """Somebody who saves nothing.

    A screen that is open already, and that nobody has touched since, is not opened again.
    ``has_changed`` tells whether a record was made to be what a test asked for.
    """

    def __init__(self, page: Page, base_url: str) -> None:
        super().__init__(page, base_url)
        self._seen: object = None
        self._came_to = ""
        self.has_changed = True
        page.add_init_script(_NOTICES_TOUCH)

    def come_anew(self) -> None:
        """Be somebody who was never here, with records that no one else has."""
        super().come_anew()
        self._seen, self.has_changed = None, False

    def open(self, address: str, *, role: str | None = None, **query: str) -> None:
        """Have the screen at ``address`` open as ``role``, as somebody finds it who just came."""
        asked = (address, role, query)
        if self._untouched(asked):
            return
        self._start_over()
        super().open(address, role=role, **query)
        self._note(asked)

    def go_on_at(self, address: str, *, role: str | None = None) -> None:
        """Have the screen at ``address`` open as ``role``, with all that tests before did there.

        Where one of them failed it is opened anew: there is no telling how that one left it.
        """
        if self.broken or not self._shows((address, role, {})):
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
        """Have the screen at ``address`` open for a record in ``state``, or fulfilling ``where``."""
        asked = (address, entity, state, where, role)
        if not self._untouched(asked):
            super().open_record(address, entity, state=state, where=where, role=role)
            self._note(asked)

    def record(self, entity: str, where: Mapping[str, Sequence[str]], *, sort: str = "") -> Record:
        """Return the record of ``entity`` that comes first among those that fulfil ``where``.

        Where there is none, one is made to: what is open may show it as it was.
        """
        record = super().record(entity, where, sort=sort)
        if record.made:
            self._seen, self.has_changed = None, True
        return record

    def _note(self, asked: object) -> None:
        self._seen, self._came_to = asked, self.page.url

    def _shows(self, asked: object) -> bool:
        """Tell whether what was asked for is open, perhaps narrowed or filled in since."""
        return asked == self._seen and _screen(self.page.url) == _screen(self._came_to)

    def _untouched(self, asked: object) -> bool:
        """Tell whether what was asked for is open as it came."""
        came = asked == self._seen and self.page.url == self._came_to
        return came and not self._is_touched()

    def _is_touched(self) -> bool:
        return bool(self.page.evaluate("window.wasTouched"))

    def _start_over(self) -> None:
        """Forget what is open, and be somebody else when it was touched: nothing is offered again."""
        self._seen = None
        if self._is_touched():
            self._arrive()


def _screen(address: str) -> str:
    """Return an address without what stands behind its ``?``, where a list says how it stands."""
    return address.partition("?")[0]
