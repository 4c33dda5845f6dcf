"""Specs with odd names and hostile texts build, pass every check, start, and show text as text."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from generator.blueprints import Blueprints
from generator.pipeline import Pipeline
from generator.plan import Plan, ScreenPlan
from generator.write import FileState
from tests.hostile_specs import (
    SCRIPTS,
    TEXTS,
    every_text_spec,
    hostile_spec,
    named_like_the_frame,
    typed_texts,
)
from tests.prototypes import outside_of_pytest, run_in

PATIENCE = 120


@dataclass(frozen=True)
class Made:
    """A prototype that was built: its spec, its folder, what was planned, who uses it."""

    spec: Path
    folder: Path
    plan: Plan
    roles: Sequence[str]


def make(spec: str, folder: Path) -> Made:
    """Build ``spec`` in ``folder``."""
    path = folder / "spec.yaml"
    path.write_text(spec, encoding="utf-8")
    built = Pipeline(Blueprints.find()).build(path, folder / "made")
    assert [problem.as_text("en") for problem in built.loaded.errors] == []
    assert built.plan
    assert built.loaded.spec
    return Made(path, folder / "made", built.plan, list(built.loaded.spec.roles))


def check_source(made: Made) -> None:
    run_in(made.folder, "compileall", "-q", ".")
    run_in(made.folder, "ruff", "check", "--no-cache", ".")
    run_in(made.folder, "ruff", "format", "--check", "--no-cache", ".")


def check_second_build(made: Made) -> None:
    built = Pipeline(Blueprints.find()).build(made.spec, made.folder)
    assert {result.state for result in built.files} == {FileState.UNCHANGED}


@pytest.mark.parametrize("seed", range(3))
def test_a_hostile_spec_builds_into_clean_source_once(seed: int, tmp_path: Path) -> None:
    made = make(hostile_spec(seed), tmp_path)
    check_source(made)
    check_second_build(made)


SMALL = (
    "project: x",
    "{project: x, entities: {a: }}",
    "{project: x, entities: {a: {fields: {b: {type: photo}}}}}",
    "{project: x, roles: [r], entities: {a: {samples: 0, fields: [b], states: [c]}}}",
    "{project: x, phases: {p: ''}, roles: {r: ''}, entities: {a: {title: '', fields: {b: ''}}}}",
    "{project: x, entities: {a: {fields: {b: {type: auto_number}}, states: [c, d]}},"
    " screens: {a_board: , a_form: , a_list: {columns: [state]}, other: {kind: home}}}",
    "{project: x, roles: [r, s], entities: {a: {fields: {b: {type: reference, entity: a,"
    " required: true}}}}, screens: {a_form: {roles: [r]}, a_list: {roles: [s]}}}",
)
"""Specs that leave out as much as they can."""


@pytest.mark.parametrize("spec", SMALL)
def test_a_spec_that_says_next_to_nothing_builds_into_clean_source_and_opens(
    spec: str, tmp_path: Path
) -> None:
    made = make(spec, tmp_path)
    check_source(made)
    served = Served(made)
    try:
        visit_every_screen(served, most=50)
    finally:
        served.stop()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 140))
def test_more_hostile_specs_build_into_clean_source_once(seed: int, tmp_path: Path) -> None:
    made = make(hostile_spec(seed, entities=4), tmp_path)
    check_source(made)
    check_second_build(made)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(200, 203))
def test_a_hostile_spec_becomes_a_strictly_typed_project(seed: int, tmp_path: Path) -> None:
    run_in(make(hostile_spec(seed), tmp_path).folder, "mypy")


class Served:
    """A prototype in a process of its own."""

    def __init__(self, made: Made) -> None:
        self.made = made
        # The server must not think that it runs inside of pytest.
        environment = outside_of_pytest()
        self.process = subprocess.Popen(
            [sys.executable, "main.py"],
            cwd=made.folder,
            env=environment | {"PROTOTYPE_TEST": "1", "PROTOTYPE_PORT": "0"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        assert self.process.stdout
        said: list[str] = []
        while not said or (said[-1] and not said[-1].startswith("http://")):
            said.append(self.process.stdout.readline())
        assert said[-1], "".join(said)
        self.address = said[-1].strip()
        self._wait()

    def _wait(self) -> None:
        """Wait until it answers: it says its address a moment before."""
        host, port = self.address.removeprefix("http://").split(":")
        while self.process.poll() is None:
            with suppress(ConnectionRefusedError):
                return socket.create_connection((host, int(port)), PATIENCE).close()
        pytest.fail("the prototype ended")

    def errors(self) -> list[str]:
        """Return what went wrong on the server since the last call."""
        with urllib.request.urlopen(f"{self.address}/_test/errors", timeout=PATIENCE) as answer:
            found: list[str] = json.load(answer)
        return found

    def address_of(self, screen: ScreenPlan) -> str:
        """Return where ``screen`` is, for one of its records where there is one."""
        address = f"{self.address}/s/{quote(screen.module)}"
        if screen.kind != "detail" or not screen.entity or not screen.entity.spec.samples:
            return address
        asked = urlencode({"entity": screen.entity.key, "where": "{}", "sort": "", "kept": "[]"})
        with urllib.request.urlopen(f"{self.address}/_test/record?{asked}") as answer:
            return f"{address}/{json.load(answer)['id']}"

    def stop(self) -> None:
        self.process.kill()
        self.process.communicate()


def visit_every_screen(served: Served, most: int) -> None:
    """Open the home and each screen, as each role that may see it; of very many only ``most``."""
    roles = served.made.roles
    for role in roles or [""]:
        visitor = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        pages = [f"{served.address}/?{urlencode({'role': role})}"]
        may = [s for s in served.made.plan.screens if not s.spec.roles or role in s.spec.roles]
        step = max(len(may) * max(len(roles), 1) // most, 1)
        pages += [served.address_of(screen) for screen in may[::step]]
        for page in pages:
            with visitor.open(page, timeout=PATIENCE) as answer:
                assert answer.status == 200, (role, page)
            assert served.errors() == [], (role, page)


def test_every_screen_of_a_hostile_spec_opens(tmp_path: Path) -> None:
    served = Served(make(hostile_spec(1, entities=4), tmp_path))
    try:
        visit_every_screen(served, most=100)
    finally:
        served.stop()


@pytest.mark.slow
def test_hundreds_of_entities_with_thousands_of_fields_build_and_open(tmp_path: Path) -> None:
    made = make(hostile_spec(7, entities=300, fields=25), tmp_path)
    assert sum(len(entity.fields) for entity in made.plan.entities) > 6000
    check_source(made)
    check_second_build(made)
    served = Served(made)
    try:
        visit_every_screen(served, most=150)
    finally:
        served.stop()


class Watched:
    """A page that is looked at: what it shows, and whether anything on it was run or failed."""

    def __init__(self, page: Page, served: Served) -> None:
        self.page = page
        self._served = served
        self._errors: list[str] = []
        page.on("console", self._note)
        page.on("pageerror", lambda error: self._errors.append(str(error)))
        page.on("dialog", lambda dialog: self._errors.append(dialog.message))

    def _note(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._errors.append(message.text)

    def open(self, path: str) -> None:
        self.page.goto(f"{self._served.address}{path}")
        self.settle()

    def settle(self) -> None:
        """Wait until the page is there and talks to the server, and nothing on it was run."""
        self.page.wait_for_function("window.did_handshake === true")
        expect(self.page.get_by_test_id("screen-ready")).to_be_attached()
        self.check()

    def check(self) -> None:
        assert self.page.evaluate("window.hacked") is None
        assert self._errors == []
        assert self._served.errors() == []

    def shown(self) -> set[str]:
        """Return every text that stands on the page, in whatever element."""
        texts = self.page.evaluate(
            "[...document.querySelectorAll('body *')].map(element => element.textContent)"
        )
        return {words(text) for text in texts}

    def expect_shown(self, *texts: str) -> None:
        shown = self.shown()
        assert [text for text in texts if words(text) not in shown] == []


def words(text: str) -> str:
    """Return ``text`` as a browser shows it, with single spaces between its words."""
    return " ".join(text.split())


@pytest.fixture(scope="module")
def every_text(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    served = Served(make(every_text_spec(), tmp_path_factory.mktemp("every-text")))
    yield served
    served.stop()


@pytest.fixture
def watched(browser: Browser, every_text: Served) -> Iterator[Watched]:
    context = browser.new_context(locale="ja-JP")
    yield Watched(context.new_page(), every_text)
    context.close()


def test_the_frame_and_the_home_show_hostile_texts_as_text(watched: Watched) -> None:
    watched.open("/")
    watched.expect_shown(*TEXTS, f"home {SCRIPTS[0]}", SCRIPTS[3], SCRIPTS[8])
    assert words(watched.page.title()) == words(f"home {SCRIPTS[0]} | {SCRIPTS[8]}")


def test_a_form_a_list_and_a_record_show_hostile_texts_as_text(watched: Watched) -> None:
    page = watched.page
    watched.open("/s/asked")
    watched.expect_shown(*TEXTS, f"asked {SCRIPTS[2]}", SCRIPTS[2])
    page.get_by_role("button", name="登録する", exact=True).click()
    expect(page.locator(".kit-error:visible").first).to_be_visible()
    watched.check()
    told = watched.shown()
    assert [text for text in TEXTS if not any(words(text) in one for one in told)] == []
    for number, text in enumerate(typed_texts()):
        page.locator(".kit-field").nth(number).locator("input, textarea").fill(text)
    page.locator(".kit-field").nth(len(TEXTS)).locator("select").select_option(SCRIPTS[0])
    page.get_by_role("button", name="登録する", exact=True).click()
    page.wait_for_url("**/s/one/*")
    watched.settle()
    watched.expect_shown(*TEXTS, f"{typed_texts()[1]} {SCRIPTS[4]}")
    page.locator(".kit-action button").click()
    page.locator(".kit-dialog textarea").fill(SCRIPTS[1])
    page.locator(".kit-dialog").get_by_role("button", name=SCRIPTS[1], exact=True).click()
    expect(page.locator(".kit-history")).to_contain_text(SCRIPTS[1])
    watched.settle()
    watched.open(f"/s/listed?{urlencode({'q': SCRIPTS[0]})}")
    watched.expect_shown(*TEXTS)


def test_a_board_and_a_refusal_show_hostile_texts_as_text(watched: Watched) -> None:
    watched.open("/s/columns")
    watched.expect_shown(*(text.strip() for text in TEXTS[:4]))
    watched.open("/s/by_choice")
    watched.expect_shown(*TEXTS[:3])
    watched.open(f"/?{urlencode({'role': SCRIPTS[2]})}")
    watched.open("/s/asked")
    assert any(SCRIPTS[0] in text for text in watched.shown())


def test_ids_that_the_kit_uses_itself_take_nothing_from_the_page(
    browser: Browser, tmp_path: Path
) -> None:
    served = Served(make(named_like_the_frame(), tmp_path))
    fields = [field.spec.title for field in served.made.plan.entities[0].fields]
    try:
        watched = Watched(browser.new_page(), served)
        watched.open("/")
        watched.expect_shown("the home", "the form", "the list")
        watched.open("/s/ready")
        watched.expect_shown("the home", "the form", "the list", *fields)
        for field in fields:
            watched.page.get_by_label(field).fill(field)
        watched.page.get_by_role("button", name="登録する", exact=True).click()
        watched.page.wait_for_url("**/s/screen/*")
        watched.settle()
        watched.expect_shown("the home", "the detail", "履歴", *fields)
        watched.page.close()
    finally:
        served.stop()
