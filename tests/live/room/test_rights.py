"""Who may do what: every page, action and socket event, tried with each right."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.live.room.rights import NEEDS, Permission, Right, allows
from generator.live.room_secrets import SecretsFile
from tests.live.conftest import Start
from tests.live.room.test_door import HTML, Room, _open
from tests.live.visiting import Visitor

CONTRIBUTING = Path(__file__).parents[3] / "CONTRIBUTING.md"
EVERYBODY_INSIDE = (
    *("/", "/s/report_list", "/s/report_form", "/s/report_detail/1", "/walk", "/process"),
    *("/diagrams", "/board", "/log", "/questions", "/advice", "/goals", "/trace", "/_kit/kit.css"),
)
RIGHTS = [Right.NONE, Right.PARTICIPANT, Right.FACILITATOR, Right.ENGINEER]


@pytest.fixture(scope="module")
def room(start: Start, tmp_path_factory: pytest.TempPathFactory) -> Room:
    return _open(start, tmp_path_factory)


def token_of(room: Room, right: Right) -> str:
    """Return a token that gives ``right``."""
    if right is Right.ENGINEER:
        return room.token
    file = SecretsFile(room.served.spec)
    if not file.now.facilitators:
        file.change(lambda secrets: secrets.with_facilitator(datetime.now(UTC)))
    return file.now.facilitators[0].token


def cookie_of(room: Room, right: Right) -> str:
    match right:
        case Right.NONE:
            return ""
        case Right.PARTICIPANT:
            return room.cookie("佐藤")
        case _:
            return room.link(token_of(room, right))


@pytest.mark.parametrize("right", RIGHTS)
def test_each_page_answers_those_whose_right_is_enough(room: Room, right: Right) -> None:
    cookie = cookie_of(room, right)
    status = {path: room.ask(path, **HTML, Cookie=cookie)[0] for path in EVERYBODY_INSIDE}
    assert set(status.values()) == ({303} if right is Right.NONE else {200})
    leads = right >= Right.FACILITATOR
    outside = 303 if right is Right.NONE else 403
    assert room.ask("/room", **HTML, Cookie=cookie)[0] == (200 if leads else outside)
    assert room.ask("/join/state", **HTML, Cookie=cookie)[0] == (200 if leads else outside)
    assert (room.pin in room.ask("/join", **HTML, Cookie=cookie)[2].replace(" ", "")) == leads
    is_engineer = right is Right.ENGINEER
    assert room.ask("/verify", **HTML, Cookie=cookie)[0] == (200 if is_engineer else outside)
    menu = room.ask("/_workshop/verified", Cookie=cookie)
    assert menu[0] == (401 if right is Right.NONE else 200)
    assert ("counts" in menu[2]) == is_engineer
    board = room.ask("/_verification/index.html", Cookie=cookie)[0]
    assert board == (401 if right is Right.NONE else 404), "nothing was verified yet"
    assert room.opens_socket(Cookie=cookie) == (403 if right is Right.NONE else 101)


class People:
    """A browser for each right."""

    def __init__(self, browser: Browser, room: Room) -> None:
        self._browser = browser
        self._room = room
        self.contexts: list[BrowserContext] = []

    def page(self, right: Right, path: str) -> Page:
        """Open ``path`` in a new browser that has ``right``."""
        context = self._browser.new_context()
        self.contexts.append(context)
        name, _, value = cookie_of(self._room, right).partition("=")
        context.add_cookies([{"name": name, "value": value, "url": self._room.outside}])
        page = context.new_page()
        return Visitor(page, self._room.outside).visit(path).page


@pytest.fixture
def people(browser: Browser, room: Room) -> Iterator[People]:
    people = People(browser, room)
    yield people
    for context in people.contexts:
        context.close()


@pytest.mark.parametrize("right", RIGHTS[1:])
def test_each_is_offered_what_their_right_is_enough_for(people: People, right: Right) -> None:
    home = people.page(right, "/")
    reset = home.get_by_role("button", name="全員の記録を見本に戻す")
    expect(reset).to_have_count(int(allows(right, Permission.RESET_RECORDS)))
    links = home.locator(".workshop-foot")
    for name, needed in (("部屋", Permission.SEE_ROOM), ("画面の確認", Permission.VERIFY)):
        link = links.get_by_role("link", name=name, exact=True)
        expect(link).to_have_count(int(allows(right, needed)))
    home.goto(home.url.rstrip("/") + "/room")
    for name, needed in (
        ("新しいリンクを作る", Permission.GIVE_RIGHTS),
        ("新しい入室番号にする", Permission.RENEW_PIN),
        ("始め直す", Permission.RESTART),
    ):
        expect(home.get_by_test_id("screen-ready")).to_be_attached()
        expect(home.get_by_role("button", name=name)).to_have_count(int(allows(right, needed)))


def test_a_facilitator_whose_link_was_withdrawn_can_do_nothing_on_a_page_that_is_open(
    people: People, room: Room
) -> None:
    typing = people.page(Right.PARTICIPANT, "/s/report_form")
    typing.get_by_role("textbox", name="場所").fill("消えない道")
    typing.get_by_role("button", name="登録する", exact=True).click()
    expect(typing.get_by_role("heading", name="消えない道")).to_be_visible()
    page = people.page(Right.FACILITATOR, "/")
    page.get_by_role("button", name="全員の記録を見本に戻す").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    file, token = SecretsFile(room.served.spec), token_of(room, Right.FACILITATOR)
    file.change(lambda secrets: secrets.without_facilitator(token))
    page.get_by_role("dialog").get_by_role("button", name="全員の記録を見本に戻す").click()
    expect(page, "its next event leads it out").to_have_url(f"{room.outside}/join?to=/")
    typing.reload()
    expect(typing.get_by_role("heading", name="消えない道")).to_be_visible()


def test_everybodys_records_are_put_away_and_brought_back_by_a_press(people: People) -> None:
    typing = people.page(Right.PARTICIPANT, "/s/report_form")
    typing.get_by_role("textbox", name="場所").fill("戻ってくる道")
    typing.get_by_role("button", name="登録する", exact=True).click()
    expect(typing.get_by_role("heading", name="戻ってくる道")).to_be_visible()
    page = people.page(Right.FACILITATOR, "/s/report_list")
    rows = page.locator("tbody tr")
    for action, told, count in (
        ("全員の記録を見本に戻す", "全員の記録を見本データに戻しました", 0),
        ("片づけた記録を元に戻す", "片づけた記録を元に戻しました", 1),
    ):
        page.get_by_role("button", name=action).click()
        dialog = page.get_by_role("dialog")
        expect(dialog).to_contain_text("全員の記録")
        dialog.get_by_role("button", name=action).click()
        expect(page.get_by_role("status").filter(has_text=told)).to_be_visible()
        expect(rows.filter(has_text="戻ってくる道")).to_have_count(count)


def test_a_new_pin_sends_those_who_joined_to_the_join_page_and_leaves_who_has_a_link(
    people: People, room: Room
) -> None:
    guest = people.page(Right.PARTICIPANT, "/s/report_list")
    engineer = people.page(Right.ENGINEER, "/room")
    facilitator = people.page(Right.FACILITATOR, "/s/report_list")
    engineer.get_by_role("button", name="新しい入室番号にする").click()
    dialog = engineer.get_by_role("dialog")
    expect(dialog).to_contain_text("もう一度入り直す")
    dialog.get_by_role("button", name="新しい入室番号にする").click()
    expect(guest).to_have_url(f"{room.outside}/join?to=/s/report_list")
    assert facilitator.evaluate("window.isTheSamePage") is True
    pin = SecretsFile(room.served.spec).now.pin
    guest.get_by_label("入室番号").fill(pin)
    guest.get_by_label("お名前").fill("佐藤")
    guest.get_by_role("button", name="参加する").click()
    expect(guest).to_have_url(f"{room.outside}/s/report_list")
    object.__setattr__(room, "pin", pin)


def test_nobody_acts_on_a_page_of_somebody_else_not_even_with_its_ids(
    people: People, room: Room
) -> None:
    """Each control of the engineer's page is pressed over the socket of a participant."""
    engineer = people.page(Right.ENGINEER, "/room")
    guest = people.page(Right.PARTICIPANT, "/s/report_list")
    links = len(SecretsFile(room.served.spec).now.facilitators)
    answer = engineer.reload(wait_until="commit")
    assert answer is not None
    listeners = set(re.findall(r'"listener_id":"([0-9a-f]+-[0-9a-f]+)"', answer.text()))
    assert len(listeners) >= 3
    expect(engineer.get_by_test_id("screen-ready")).to_be_attached()
    engineer.wait_for_function("window.did_handshake === true")
    client = engineer.evaluate("window.socket.io.opts.query.client_id")
    for listener in listeners:
        element = int(listener.partition("-")[0], 16)
        told = {"client_id": client, "id": element, "listener_id": listener, "args": []}
        guest.evaluate(f"window.socket.emit('event', {json.dumps(told)})")
    guest.evaluate(
        """(client) => new Promise((done) => {
             const options = { path: window.socket.io.opts.path, forceNew: true,
               query: { ...window.socket.io.opts.query, client_id: client } };
             const other = new window.socket.io.constructor(location.origin, options).socket("/");
             other.on("connect_error", done);
             other.on("connect", () => other.emit("handshake",
               { client_id: client, tab_id: "x", document_id: "y" }, (ok) => done(ok)));
             other.connect();
           })""",
        client,
    )
    expect(engineer.get_by_role("dialog")).to_have_count(0)
    assert len(SecretsFile(room.served.spec).now.facilitators) == links
    engineer.get_by_role("button", name="新しいリンクを作る").click()
    expect(engineer.get_by_text(f"リンク{links + 1} (")).to_be_visible()


def test_a_link_to_another_role_on_a_page_of_another_site_changes_nothing(room: Room) -> None:
    cookie = room.cookie("佐藤")
    status, headers, _ = room.ask("/?role=roads", **HTML, Cookie=cookie)
    assert (status, headers["location"]) == (303, "/")
    elsewhere = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate"}
    status, headers, text = room.ask("/?role=roads", **HTML, **elsewhere, Cookie=cookie)
    assert status == 200
    assert '"chosen":"desk"' in text.replace("&quot;", '"')


def test_the_table_for_people_says_what_the_code_does() -> None:
    table = CONTRIBUTING.read_text(encoding="utf-8")
    for permission in Permission:
        row = next(line for line in table.splitlines() if line.startswith(f"| `{permission}` |"))
        marks = [cell.strip() == "✓" for cell in row.split("|")[3:6]]
        assert marks == [allows(right, permission) for right in RIGHTS[1:]], permission
    assert set(NEEDS) == set(Permission)
