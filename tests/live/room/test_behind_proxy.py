"""Behind a real nginx and a real Caddy, set up as docs/proxy.md says: everything finds its way."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    FilePayload,
    Page,
    Response,
    expect,
)

from generator.live.room_secrets import SecretsFile
from tests.live.conftest import SPEC, Start
from tests.live.serving import PATIENCE, Served

DOCS = Path(__file__).parents[3] / "docs"
WITH_PHOTO = SPEC.replace(
    "      width: {title: 幅}\n",
    "      width: {title: 幅}\n      photo: {title: 写真, type: photo}\n",
).replace("fields: [place, kind,", "fields: [place, photo, kind,")
ROOT, PREFIX, TLS, BASE = "at an address", "below a path", "Caddy with TLS", "with --base-path"
PLACES = (ROOT, PREFIX, BASE, TLS)


def snippets(language: str, name: str = "proxy.md") -> list[str]:
    """Return the snippets of the docs in a language, such as ``nginx``."""
    text = (DOCS / name).read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def program(name: str) -> str:
    """Return where a server is, "" when it is not installed: ordinary users may not see it."""
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}{os.pathsep}/usr/sbin") or ""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def wait_for(port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        else:
            return


@contextmanager
def nginx(folder: Path, *servers: str) -> Iterator[None]:
    """Run nginx with ``servers`` in its ``http`` part, and files in ``folder`` alone."""
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    lines = [f"    {kind}_temp_path {folder}/{kind};" for kind in kinds]
    config = "\n".join(
        [
            f"pid {folder}/pid; error_log {folder}/error.log; daemon off; worker_processes 1;",
            "events { worker_connections 256; }",
            "http {",
            "    access_log off;",
            *lines,
            *servers,
            "}",
        ]
    )
    (folder / "nginx.conf").write_text(config, encoding="utf-8")
    command = [program("nginx"), "-p", str(folder), "-c", str(folder / "nginx.conf")]
    process = subprocess.Popen(command, stderr=subprocess.PIPE)
    try:
        yield
    finally:
        process.terminate()
        process.wait()


@contextmanager
def caddy(folder: Path, site: str) -> Iterator[None]:
    """Run Caddy with one site, its authority and everything else in ``folder``."""
    top = f"{{\n  admin off\n  skip_install_trust\n  storage file_system {folder}/caddy\n}}\n"
    (folder / "Caddyfile").write_text(top + site, encoding="utf-8")
    command = [
        program("caddy"),
        "run",
        "--adapter",
        "caddyfile",
        "--config",
        str(folder / "Caddyfile"),
    ]
    environment = {"HOME": str(folder), "PATH": "/usr/bin:/bin:/usr/local/bin"}
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL, env=environment)
    try:
        yield
    finally:
        process.terminate()
        process.wait()


@dataclass(frozen=True)
class Front:
    """An address of a proxy, and what is served behind it."""

    place: str
    address: str
    served: Served

    @property
    def path(self) -> str:
        """What stands before every path."""
        return "/" + self.address.partition("//")[2].partition("/")[2]


@pytest.fixture(scope="module")
def fronts(start: Start, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Front]]:
    if not program("nginx"):
        pytest.skip("no nginx here")
    folder = tmp_path_factory.mktemp("proxies")
    plain, based, ports = free_port(), free_port(), [free_port() for _ in range(4)]
    served = _serve(start, folder / "plain", plain)
    below = _serve(start, folder / "based", based, "--base-path", "/roads")
    upgrade, root, prefix, base, _ = snippets("nginx")
    servers = [
        snippet.replace("listen 80", f"listen 127.0.0.1:{port}").replace("8080", str(app))
        for snippet, port, app in zip(
            (root, prefix, base), ports[:3], (plain, plain, based), strict=True
        )
    ]
    with ExitStack() as running:
        running.enter_context(nginx(folder, upgrade, *servers))
        fronts = {
            ROOT: Front(ROOT, f"http://127.0.0.1:{ports[0]}", served),
            PREFIX: Front(PREFIX, f"http://127.0.0.1:{ports[1]}/roads", served),
            BASE: Front(BASE, f"http://127.0.0.1:{ports[2]}/roads", below),
        }
        if program("caddy"):
            [site] = snippets("caddy")
            site = site.replace("roads.example", f"https://localhost:{ports[3]}")
            running.enter_context(caddy(folder, site.replace("8080", str(plain))))
            fronts[TLS] = Front(TLS, f"https://localhost:{ports[3]}/roads", served)
        for port in ports[: len(fronts)]:
            wait_for(port)
        yield fronts


def _serve(start: Start, folder: Path, port: int, *more: str) -> Served:
    folder.mkdir()
    spec = folder / "town.yaml"
    spec.write_text(WITH_PHOTO, encoding="utf-8")
    served = ("--no-open", "--proxy", "127.0.0.1", "--port", str(port))
    return Served(start(str(spec), *served, *more), spec)


@pytest.fixture(params=PLACES)
def front(request: pytest.FixtureRequest, fronts: dict[str, Front]) -> Iterator[Front]:
    if request.param not in fronts:
        pytest.skip("no Caddy here")
    yield fronts[request.param]
    fronts[request.param].served.reset()


class Guest:
    """A browser that came through a proxy; ``failed`` are requests that found nothing."""

    def __init__(self, browser: Browser, front: Front) -> None:
        self.context: BrowserContext = browser.new_context(ignore_https_errors=True)
        self.page: Page = self.context.new_page()
        self.front = front
        self.failed: list[str] = []
        self.page.on("response", self._note_answer)
        self.page.on("console", self._note_said)

    def _note_answer(self, answer: Response) -> None:
        if answer.status >= 400:
            self.failed.append(answer.url)

    def _note_said(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self.failed.append(said.text)

    def connected(self) -> None:
        expect(self.page.get_by_test_id("screen-ready")).to_be_attached()
        self.page.wait_for_function("window.did_handshake === true")

    def join(self) -> None:
        self.page.goto(f"{self.front.address}/s/report_form")
        expect(self.page).to_have_url(f"{self.front.address}/join?to=/s/report_form")
        self.page.get_by_label("入室番号").fill(SecretsFile(self.front.served.spec).now.pin)
        self.page.get_by_label("お名前").fill("佐藤")
        self.page.get_by_role("button", name="参加する").click()
        expect(self.page).to_have_url(f"{self.front.address}/s/report_form")
        self.connected()

    def open(self, path: str) -> None:
        self.page.goto(f"{self.front.address}{path}")
        self.connected()


def a_picture() -> bytes:
    from io import BytesIO

    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (60, 40), "#3366cc").save(out, "PNG")
    return out.getvalue()


def test_records_pictures_search_downloads_and_live_changes_find_their_way(
    browser: Browser, front: Front
) -> None:
    guest = Guest(browser, front)
    page = guest.page
    guest.join()
    road = f"{PLACES.index(front.place)}番目のプロキシの道"
    page.get_by_role("textbox", name="場所").fill(road)
    picture = FilePayload(name="道 路.png", mimeType="image/png", buffer=a_picture())
    page.locator("input[type=file]").set_input_files([picture])
    chosen = page.locator(".kit-chosen img")
    expect(chosen).to_be_visible()
    page.get_by_role("button", name="登録する", exact=True).click()
    expect(page.get_by_role("heading", name=road)).to_be_visible()
    expect(page).to_have_url(re.compile(rf"^{re.escape(front.address)}/s/report_detail/\d+$"))
    shown = page.locator(".kit-picture img")
    expect(shown).to_be_visible()
    assert shown.evaluate("async (img) => { await img.decode(); return img.naturalWidth }") > 0
    whole = page.locator(".kit-picture a").get_attribute("href") or ""
    assert page.request.get(front.address.removesuffix(front.path) + whole).status == 200

    guest.open("/s/report_list")
    page.get_by_role("searchbox").or_(page.get_by_label("検索")).first.fill(road)
    expect(page).to_have_url(re.compile(rf"^{re.escape(front.address)}/s/report_list\?q="))
    expect(page.locator("tbody tr")).to_have_count(1)
    row = page.locator("tbody a")
    assert (row.get_attribute("href") or "").startswith(
        f"{front.path.rstrip('/')}/s/report_detail/"
    )
    row.click()
    expect(page.get_by_role("heading", name=road)).to_be_visible()

    guest.open("/s/report_form")
    page.evaluate("window.isTheSamePage = true")
    front.served.edit(("place: {title: 場所,", "place: {title: ばしょ,"))
    expect(page.get_by_role("textbox", name="ばしょ")).to_be_visible()
    assert page.evaluate("window.isTheSamePage") is True
    front.served.generate.until("作りました: 更新")
    assert guest.failed == []
    guest.context.close()


def test_links_scripts_styles_and_cookies_carry_the_path(browser: Browser, front: Front) -> None:
    guest = Guest(browser, front)
    page = guest.page
    guest.join()
    page.evaluate("window.isTheSamePage = true")
    page.get_by_label("役割").select_option("roads")
    page.wait_for_function("window.isTheSamePage === undefined")
    guest.connected()
    expect(page.get_by_label("役割")).to_have_value("roads")
    page.locator(".kit-project").click()
    expect(page).to_have_url(f"{front.address}/")
    guest.connected()
    for name, path in (
        ("期のボード", "/board"),
        ("図で見る", "/diagrams"),
        ("流れを歩く", "/walk"),
    ):
        page.get_by_role("link", name=name, exact=True).first.click()
        expect(page).to_have_url(f"{front.address}{path}")
        guest.connected()
    styles = page.evaluate("[...document.styleSheets].map((s) => s.href).filter(Boolean)")
    assert any("/_kit/kit.css" in style for style in styles)
    assert any("/_workshop/workshop.css" in style for style in styles)
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Noto Sans JP"')
    cookies = guest.context.cookies()
    assert {cookie["path"] for cookie in cookies} == {front.path}
    assert all(cookie["secure"] == front.address.startswith("https") for cookie in cookies)
    guest.open("/s/report_list")
    page.goto(f"{front.address}/nowhere")
    expect(page.get_by_role("heading", name="このページはありません")).to_be_visible()
    page.get_by_role("link", name="ホームへ戻る").click()
    expect(page.get_by_role("heading", name="はじめに")).to_be_visible()
    assert [
        failed for failed in guest.failed if "nowhere" not in failed and "404" not in failed
    ] == []
    guest.context.close()


def test_qr_code_and_links_that_are_given_lead_through_the_proxy(
    browser: Browser, front: Front
) -> None:
    guest = Guest(browser, front)
    page = guest.page
    token = front.served.engineer_link.rpartition("/")[2]
    page.goto(f"{front.address}/enter/{token}")
    expect(page).to_have_url(f"{front.address}/")
    page.goto(f"{front.address}/join")
    if "127.0.0.1" not in front.address and "localhost" not in front.address:
        expect(page.locator(".address")).to_have_text(f"{front.address}/")
    expect(page.get_by_role("img", name="QRコード")).to_be_visible()
    expect(page.locator(".count")).to_contain_text("台")
    guest.open("/room")
    page.get_by_role("button", name="新しいリンクを作る").click()
    page.locator(".room-links summary").first.click()
    given = page.locator(".room-address").first.inner_text()
    assert given.endswith(
        f"{front.path.rstrip('/')}/enter/{SecretsFile(front.served.spec).now.facilitators[0].token}"
    )
    assert guest.failed == []
    guest.context.close()


def test_wrong_pins_are_counted_by_the_address_that_the_proxy_saw(
    browser: Browser, fronts: dict[str, Front]
) -> None:
    front = fronts[ROOT]
    request = browser.new_context().request
    answers = [
        request.post(
            f"{front.address}/join",
            form={"pin": "000000", "name": "x"},
            headers={"X-Forwarded-For": f"198.51.100.{number}"},
            max_redirects=0,
        ).status
        for number in range(8)
    ]
    assert answers[-1] == 429


def test_both_languages_of_the_docs_have_the_same_snippets() -> None:
    for language in ("nginx", "caddy", "sh"):
        assert snippets(language) == snippets(language, "proxy.ja.md")
