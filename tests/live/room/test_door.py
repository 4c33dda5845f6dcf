"""The door: bound beyond this machine, nobody comes in without the PIN of the room."""

from __future__ import annotations

import re
import socket
from dataclasses import dataclass
from http.client import HTTPConnection
from select import select
from urllib.parse import quote, urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.live.address import own_address
from generator.live.room_secrets import SecretsFile
from tests.live.conftest import SPEC, Start
from tests.live.room.conftest import become_engineer
from tests.live.serving import Served
from tests.live.visiting import Visitor

HTML = {"Accept": "text/html"}
SOCKET = "/_nicegui_ws/socket.io/?EIO=4&transport=websocket"


@dataclass(frozen=True)
class Room:
    """A served room: ``outside`` is its address for other devices."""

    served: Served
    outside: str
    pin: str

    @property
    def inside(self) -> str:
        return self.served.address

    @property
    def token(self) -> str:
        """What makes whoever shows it the engineer."""
        return self.served.engineer_link.rpartition("/")[2]

    def ask(
        self, path: str, address: str = "", body: str | None = None, **headers: str
    ) -> tuple[int, dict[str, str], str]:
        """Send a request; return status, headers and text of the answer, which is not followed."""
        connection = HTTPConnection(urlsplit(address or self.outside).netloc, timeout=30)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if body is not None:
            sent["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request("GET" if body is None else "POST", path, body, sent)
        answer = connection.getresponse()
        opened = answer.status == 101
        text = "" if opened else answer.read().decode("utf-8", "replace")
        connection.close()
        received: dict[str, str] = {}
        for name, value in answer.getheaders():
            before = received.get(name.lower())
            received[name.lower()] = f"{before}\n{value}" if before else value
        return answer.status, received, text

    def cookie(self, name: str) -> str:
        """Join as ``name`` and return the cookie."""
        status, headers, _ = self.ask("/join", body=urlencode({"pin": self.pin, "name": name}))
        assert status == 303
        cookies = headers["set-cookie"].splitlines()
        return next(cookie for cookie in cookies if cookie.startswith("room-")).partition(";")[0]

    def link(self, token: str) -> str:
        """Open a link that gives a right, and return the cookie."""
        status, headers, _ = self.ask(f"/enter/{token}")
        assert status == 303
        cookies = headers["set-cookie"].splitlines()
        return next(cookie for cookie in cookies if cookie.startswith("right-")).partition(";")[0]

    def opens_socket(self, **headers: str) -> int:
        """Ask for a websocket; 101 when it is opened."""
        handshake = {
            "Connection": "Upgrade",
            "Upgrade": "websocket",
            "Sec_WebSocket_Version": "13",
            "Sec_WebSocket_Key": "AAAAAAAAAAAAAAAAAAAAAA==",
        }
        return self.ask(SOCKET, **handshake, **headers)[0]


def _open(start: Start, tmp_path_factory: pytest.TempPathFactory) -> Room:
    if own_address() == "127.0.0.1":
        pytest.skip("this machine has no address but its own")
    spec = tmp_path_factory.mktemp("room") / "town.yaml"
    spec.write_text(SPEC, encoding="utf-8")
    generate = start(str(spec), "--no-open", "--port", "0", "--host", "0.0.0.0")
    served = Served(generate, spec)
    outside, pin = generate.until(r"端末は (\S+)/ .*入室番号: (\d{6})").groups()
    return Room(served, outside, pin)


@pytest.fixture(scope="module")
def room(start: Start, tmp_path_factory: pytest.TempPathFactory) -> Room:
    return _open(start, tmp_path_factory)


def join(page: Page, room: Room, name: str, organization: str = "") -> None:
    """Fill in the join page that is open."""
    page.get_by_label("入室番号").fill(room.pin)
    page.get_by_label("お名前").fill(name)
    if organization:
        page.get_by_label("市町村・団体").select_option(organization)
    page.get_by_role("button", name="参加する").click()


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/s/report_form", "/s/report_detail/1", "/board", "/room", "/verify", "/nowhere"),
        *("/join/x", "/join/state", "/enter", "/enter/a/b", "/_workshop/verified"),
    ],
)
def test_without_the_pin_every_page_leads_to_the_join_page(room: Room, path: str) -> None:
    status, headers, text = room.ask(path, **HTML)
    assert (status, headers["location"]) == (303, f"/join?to={quote(path)}")
    assert text == ""


def test_without_the_pin_nothing_else_is_answered_and_no_socket_is_opened(room: Room) -> None:
    assert room.ask("/_kit/kit.css")[0] == 401
    assert room.ask("/s/report_form", body="x=1")[0] == 401
    assert room.opens_socket() == 403
    assert room.opens_socket(Cookie=room.cookie("佐藤")) == 101


def test_a_cookie_that_was_not_signed_here_opens_nothing(room: Room) -> None:
    signed = room.cookie("佐藤")
    name = signed.partition("=")[0]
    right = name.replace("room-", "right-")
    forged_ones = (
        *(f"{signed}x", f"{name}=eyJuYW1lIjoieCJ9.xxxx", f"{name}=", f'{name}={{"name":"x"}}'),
        *(f"{right}=", f"{right}=x", f"{right}={room.pin}", f"{right}={signed}"),
    )
    for forged in forged_ones:
        assert room.ask("/", **HTML, Cookie=forged)[0] == 303
        assert room.opens_socket(Cookie=forged) == 403


def test_pin_and_name_let_in_to_where_one_wanted_to_go(browser: Browser, room: Room) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{room.outside}/s/report_form?role=roads")
    expect(page).to_have_url(re.compile("/join"))
    join(page, room, "佐藤 花子", "喜多方市")
    visitor = Visitor(page, room.outside)
    visitor.connected()
    expect(page).to_have_url(f"{room.outside}/s/report_form")
    expect(page.get_by_role("combobox", name="役割")).to_have_value("roads")
    visitor.types("場所", "名乗った道")
    visitor.button("登録する").click()
    expect(page.get_by_role("heading", name="名乗った道")).to_be_visible()
    expect(page.locator(".kit-history")).to_contain_text("道路係 喜多方市 佐藤 花子")
    context.close()


def test_the_join_page_says_what_is_wrong_and_keeps_the_name(browser: Browser, room: Room) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(room.outside)
    page.get_by_label("入室番号").fill("000000" if room.pin != "000000" else "111111")
    page.get_by_label("お名前").fill('"><b>佐藤')
    page.get_by_label("市町村・団体").select_option("喜多方市")
    page.get_by_role("button", name="参加する").click()
    expect(page.get_by_role("alert")).to_contain_text("入室番号が違います")
    expect(page.get_by_label("お名前")).to_have_value('"><b>佐藤')
    expect(page.get_by_label("市町村・団体")).to_have_value("喜多方市")
    full_width = "".join(chr(ord(digit) + 0xFEE0) for digit in room.pin)
    page.get_by_label("入室番号").fill(f"{full_width[:3]} {full_width[3:]}")
    page.get_by_label("お名前").fill("佐藤")
    page.get_by_role("button", name="参加する").click()
    expect(page.get_by_role("heading", name="はじめに")).to_be_visible()
    context.close()


def test_the_qr_code_lets_in_without_a_pin_until_the_pin_is_renewed(room: Room) -> None:
    key = SecretsFile(room.served.spec).now.invitation
    assert "入室番号" not in room.ask(f"/join?key={key}")[2]
    assert room.ask("/join", body=urlencode({"key": key, "name": "佐藤"}))[0] == 303
    assert "入室番号" in room.ask("/join?key=0123456789abcdef")[2]
    assert room.ask("/join", body=urlencode({"key": "0123", "name": "佐藤"}))[0] == 422


def test_one_who_is_not_in_the_list_says_where_they_come_from(room: Room) -> None:
    body = urlencode({"pin": room.pin, "name": "佐藤", "organization": "", "other": "会津坂下町"})
    status, headers, _ = room.ask("/join", body=body)
    assert status == 303
    page = room.ask("/join", Cookie=headers["set-cookie"].partition(";")[0])[2]
    assert 'value="会津坂下町"' in page
    assert "入室番号" not in page, "who is in need not type it again"


def test_the_join_page_says_what_is_a_prototype_and_where_the_digits_are(room: Room) -> None:
    page = room.ask("/join")[2]
    assert "本物の個人情報は入れないでください" in page
    assert "プロジェクターの6桁" in page
    assert "<option" in page
    assert "喜多方市" in page


def test_wrong_pins_of_one_address_are_counted_whatever_it_says_of_itself(
    start: Start, tmp_path_factory: pytest.TempPathFactory
) -> None:
    room = _open(start, tmp_path_factory)
    answers = []
    for number in range(300):
        body = urlencode({"pin": f"{(int(room.pin) + number + 1) % 10**6:06}", "name": "x"})
        headers = {"X_Forwarded_For": f"198.51.100.{number % 250}", "Forwarded": "for=192.0.2.1"}
        answers.append(room.ask("/join", body=body, **headers)[0])
    assert answers == [422] * 5 + [429] * 295
    status, headers, text = room.ask("/join", body=urlencode({"pin": room.pin, "name": "x"}))
    assert status == 429
    assert "room-" not in headers.get("set-cookie", "")
    assert "QRコードを読み取ると、すぐに入れます" in text
    key = SecretsFile(room.served.spec).now.invitation
    assert room.ask("/join", body=urlencode({"key": key, "name": "x"}))[0] == 303
    inside = {"pin": room.pin, "name": "x"}
    assert room.ask("/join", room.inside, body=urlencode(inside))[0] == 303, "another address"


def test_a_form_of_somebody_who_is_not_in_is_read_within_bounds(room: Room) -> None:
    url = urlsplit(room.outside)
    with socket.create_connection((url.hostname, url.port), 30) as connection:
        connection.sendall(
            b"POST /join HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
            b"Content-Type: multipart/form-data; boundary=b\r\n\r\n"
        )
        chunk = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
        sent, answer, is_closed = 0, b"", False
        try:
            while sent < 400_000_000 and not answer:
                connection.sendall(chunk)
                sent += len(chunk)
                if select([connection], [], [], 0)[0]:
                    answer = connection.recv(1000)
        except ConnectionError:  # closed while this was still sending, which may lose the answer
            is_closed = True
    assert is_closed or b" 413 " in answer
    assert sent < 10_000_000
    assert room.ask("/join", body="x" * 20_000)[0] == 413


@pytest.mark.parametrize(
    "target", ["//evil.example", "https://evil.example/", "/\\evil.example", "/\t/evil.example", ""]
)
def test_nobody_is_led_to_another_site(room: Room, target: str) -> None:
    body = urlencode({"pin": room.pin, "name": "佐藤", "to": target})
    status, headers, _ = room.ask("/join", body=body)
    assert (status, headers["location"]) == (303, "/")


def test_pages_of_other_sites_get_no_socket_and_can_send_nothing(room: Room) -> None:
    cookie, host = room.cookie("佐藤"), urlsplit(room.outside).netloc
    assert room.opens_socket(Cookie=cookie, Origin=f"http://{host}") == 101
    assert room.opens_socket(Cookie=cookie, Origin="http://evil.example") == 403
    assert room.opens_socket(Cookie=cookie, Origin=f"http://{host}.evil.example") == 403
    assert room.opens_socket(Cookie=cookie, Origin="null") == 403
    body = urlencode({"pin": room.pin, "name": "佐藤"})
    assert room.ask("/join", body=body, Origin="http://evil.example")[0] == 403


def test_a_name_of_another_site_that_leads_here_learns_nothing(room: Room) -> None:
    for host in ("evil.example", "[::", "", "evil.example:x"):
        status, _, text = room.ask("/join", room.inside, Host=host)
        assert room.pin not in text
        assert status in (200, 400)
    assert room.ask("/room", room.inside, **HTML, Host="evil.example")[0] == 303
    assert room.opens_socket(Host="evil.example", Origin="http://evil.example") == 403


def test_every_answer_forbids_frames_and_guesses(room: Room) -> None:
    for path in ("/join", "/s/report_form", "/_kit/kit.css"):
        _, headers, _ = room.ask(path, Cookie=room.cookie("佐藤"))
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_being_on_this_machine_gives_no_right(room: Room) -> None:
    """A proxy on it, a tunnel, or another user of it would have the engineer's."""
    for path in ("/", "/room", "/verify", "/s/report_list"):
        assert room.ask(path, room.inside, **HTML)[0] == 303
    page = room.ask("/join", room.inside)[2]
    assert room.pin not in page
    assert "入室番号" in page
    assert room.opens_socket() == 403


def test_a_link_that_was_never_given_says_so(room: Room) -> None:
    status, headers, text = room.ask("/enter/AAAAAAAAAAAAAAAAAAAAAA", **HTML)
    assert (status, "right-" in headers.get("set-cookie", "")) == (403, False)
    assert "このリンクは使えません" in text
    assert 'href="/"' in text


def test_a_link_leads_only_to_pages_of_this_server(room: Room) -> None:
    for target, there in (("/board", "/board"), ("//evil.example", "/"), ("https://x/", "/")):
        status, headers, _ = room.ask(f"/enter/{room.token}?{urlencode({'to': target})}")
        assert (status, headers["location"]) == (303, there)
        assert "httponly" in headers["set-cookie"].lower()
        assert "samesite=lax" in headers["set-cookie"].lower()


def test_the_engineer_sees_who_is_where_and_hostile_names_are_text(
    browser: Browser, room: Room
) -> None:
    guest, engineer = browser.new_context(), browser.new_context()
    page = guest.new_page()
    page.goto(f"{room.outside}/s/report_list")
    name = "<img src=x onerror=\"document.title='hit'\">"
    join(page, room, name, "会津若松市")
    Visitor(page, room.outside).connected()
    become_engineer(engineer, room.served)
    wall = engineer.new_page()
    wall.goto(f"{room.inside}/room")
    expect(wall.get_by_text("通報一覧 (1台)")).to_be_visible()
    expect(wall.get_by_text(f"{name} / 会津若松市 / 窓口")).to_be_visible()
    page.goto(f"{room.outside}/s/report_form")
    expect(wall.get_by_text("通報する (1台)")).to_be_visible()
    expect(wall.get_by_text("通報一覧")).to_have_count(0)
    visitor = Visitor(page, room.outside)
    visitor.connected()
    visitor.types("場所", "悪い名の道")
    visitor.button("登録する").click()
    expect(page.locator(".kit-history")).to_contain_text(f"窓口 会津若松市 {name}")
    assert "hit" not in (page.title(), wall.title())
    assert page.locator("img").count() == wall.locator("img").count() == 0
    page.close()
    expect(wall.get_by_text("まだ誰も開いていません")).to_be_visible()
    guest.close()
    engineer.close()


def test_on_one_machine_alone_nobody_is_asked_but_other_sites_are_refused(
    served: Served,
) -> None:
    alone = Room(served, served.address, "")
    port = urlsplit(served.address).port
    assert alone.ask("/s/report_form", **HTML)[0] == 200
    assert alone.ask("/s/report_form", **HTML, Host=f"localhost:{port}")[0] == 200
    status, _, text = alone.ask("/s/report_form", **HTML, Host="evil.example")
    assert (status, "このアドレスからは開けません" in text) == (403, True)
    assert alone.ask("/room", **HTML)[0] == 403
    assert alone.ask("/join", **HTML)[0] == 200
    assert alone.ask("/join", body="name=x", Host="evil.example")[0] == 403
    assert alone.opens_socket(Host="evil.example", Origin="http://evil.example") == 403
