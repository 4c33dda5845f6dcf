"""Records that can't be read at once keep nobody else waiting, and those who wait are told why."""

from __future__ import annotations

import select
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect
from sqlalchemy import create_engine, make_url, text

from tests import postgresql
from tests.live.conftest import SPEC
from tests.live.serving import PATIENCE, Generate, Served
from tests.live.visiting import Visitor


class Wire:
    """A way to a server that can be cut: what is sent to ``address`` comes to ``port``."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._open: list[socket.socket] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self._is_cut = False
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        """End what goes over it, and let nothing new through."""
        self._is_cut = True
        for end in self._open:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        self._is_cut = False

    def close(self) -> None:
        self.cut()
        self._listening.close()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                here, _ = self._listening.accept()
                if self._is_cut:
                    here.close()
                    continue
                there = socket.create_connection(("127.0.0.1", self._port))
                self._open += [here, there]
                threading.Thread(target=self._carry, args=(here, there), daemon=True).start()

    @staticmethod
    def _carry(here: socket.socket, there: socket.socket) -> None:
        with suppress(OSError), here, there:
            while True:
                for end in select.select([here, there], [], [])[0]:
                    if not (part := end.recv(65536)):
                        return
                    (there if end is here else here).sendall(part)


@pytest.fixture(scope="module")
def database() -> Iterator[str]:
    found = postgresql.programs()
    if found is None:
        pytest.skip("PostgreSQL is not installed")
    with postgresql.server(found) as url:
        yield url


@pytest.fixture(scope="module")
def wire(database: str) -> Iterator[Wire]:
    wire = Wire(int(urlsplit(database).port or 0))
    yield wire
    wire.close()


@pytest.fixture(scope="module")
def served(database: str, wire: Wire, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A prototype whose records are in PostgreSQL, behind a wire."""
    spec = tmp_path_factory.mktemp("slow") / "town.yaml"
    spec.write_text(SPEC, encoding="utf-8")
    url = make_url(database).set(port=wire.port).render_as_string(hide_password=False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", url)
        generate = Generate(str(spec), "--no-open", "--port", "0")
    yield Served(generate, spec)
    print("".join(generate.said))
    generate.end()


def answer(served: Served, path: str) -> tuple[int, str]:
    connection = HTTPConnection(urlsplit(served.address).netloc, timeout=PATIENCE)
    with closing(connection):
        connection.request("GET", path, headers={"Accept": "text/html"})
        found = connection.getresponse()
        return found.status, found.read().decode()


def test_while_a_table_is_locked_others_are_served_and_who_waits_is_told_why(
    database: str, served: Served, browser: Browser
) -> None:
    engine = create_engine(make_url(database).set(drivername="postgresql+psycopg"))
    page = browser.new_page()
    visitor = Visitor(page, served.address).visit("/s/report_list")
    assert answer(served, "/log")[0] == 200  # the first page of the workshop takes longer
    with ThreadPoolExecutor(4) as threads, engine.connect() as locking:
        with locking.begin():
            locking.execute(text('LOCK TABLE "report" IN ACCESS EXCLUSIVE MODE'))
            visitor.field("検索").press_sequentially("駅")
            expect(page.get_by_text("記録を読んでいます")).to_be_visible()
            waiting = [threads.submit(answer, served, "/s/report_list") for _ in range(3)]
            assert answer(served, "/log")[0] == 200
            assert not any(future.done() for future in waiting), "they still wait"
            assert answer(served, "/s/report_form")[0] == 200
            told = page.locator(".q-notification")
            expect(told.get_by_text("ほかの処理が記録を使っています")).to_be_visible()
            for future in waiting:
                status, said = future.result()
                assert status == 200
                assert "ほかの処理が記録を使っています" in said
            slow = Visitor(browser.new_page(), served.address).visit("/s/report_list").page
            expect(slow.get_by_text("ほかの処理が記録を使っています")).to_be_visible()
        expect(slow.locator("tbody tr")).to_have_count(3)
        expect(slow.get_by_text("ほかの処理が記録を使っています")).to_have_count(0)
    engine.dispose()
    visitor.field("検索").fill("駅前")
    expect(page.locator("tbody tr")).to_have_count(1)
    page.close()
    slow.close()


def test_while_the_database_is_away_everybody_is_told_and_it_comes_back_by_itself(
    served: Served, wire: Wire, browser: Browser
) -> None:
    form = Visitor(browser.new_page(), served.address).visit("/s/report_form")
    form.types("場所", "切れた道")
    reading = Visitor(browser.new_page(), served.address)
    away = form.page.locator(".room-away")
    expect(away).to_be_hidden()
    wire.cut()
    reading.visit("/s/report_list")
    expect(away).to_contain_text("記録の保管場所につながりません")
    expect(away).to_be_visible()
    expect(reading.page.locator(".room-away")).to_be_visible()
    expect(reading.page.get_by_role("main")).not_to_contain_text("Error")
    form.button("登録する").click()
    expect(form.page.get_by_role("alert")).to_contain_text("入力した内容は消えていません")
    expect(form.field("場所")).to_have_value("切れた道")
    wire.mend()
    expect(away).to_be_hidden()
    expect(reading.page.locator("tbody tr")).to_have_count(3)
    expect(reading.page.locator(".room-away")).to_be_hidden()
    form.button("登録する").click()
    expect(form.page.get_by_role("heading", name="切れた道")).to_be_visible()
    form.page.close()
    reading.page.close()
