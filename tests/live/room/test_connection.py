"""A lost connection: nothing typed is lost, and what changed meanwhile is there afterwards."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Route, WebSocketRoute, expect

from tests.live.conftest import Start
from tests.live.room.conftest import Enter
from tests.live.serving import Served
from tests.live.visiting import Visitor

PLACE = ("place: {title: 場所,", "place: {title: ばしょ,")


def test_a_wi_fi_drop_needs_no_reload_and_loses_nothing(served: Served, enter: Enter) -> None:
    desk, other = enter("/s/report_form"), enter("/s/report_form")
    desk.types("場所", "電波の")
    with desk.cut_off():
        desk.field("場所").press_sequentially("弱い道")
        served.edit(PLACE)
        expect(other.field("ばしょ")).to_be_visible()
        expect(desk.field("場所")).to_have_value("電波の弱い道")
    expect(desk.field("ばしょ")).to_have_value("電波の弱い道")
    expect(desk.field("ばしょ")).to_be_focused()
    assert desk.stayed()
    desk.button("登録する").click()
    expect(desk.page.get_by_role("heading", name="電波の弱い道")).to_be_visible()


def test_who_was_away_finds_all_that_changed_and_keeps_the_field_of_the_text(
    served: Served, enter: Enter
) -> None:
    desk, other = enter("/s/report_form"), enter("/s/report_form")
    desk.types("幅", "120")
    with desk.cut_off():
        served.edit(
            ("      place: {", "      teller: {title: 知らせた人}\n      place: {"),
            (
                "fields: [place, kind, width, cost]",
                "fields: [teller, place, width, kind, cost]",
            ),
        )
        expect(other.field("知らせた人")).to_be_visible()
        served.edit(PLACE)
        expect(other.field("ばしょ")).to_be_visible()
        desk.page.keyboard.type("5")
    expect(desk.field("知らせた人")).to_have_value("")
    expect(desk.field("ばしょ")).to_have_value("")
    expect(desk.field("幅")).to_have_value("1205")
    assert desk.stayed()


def test_a_page_whose_connection_comes_late_shows_what_changed_before(
    served: Served, enter: Enter
) -> None:
    other = enter("/s/report_form")
    desk = enter.prepare()
    held: list[Route] = []
    desk.page.route(re.compile(r"socket\.io.*js"), lambda route: held.append(route))
    with desk.page.expect_request(re.compile(r"socket\.io.*js")):
        desk.page.goto(f"{served.address}/s/report_form", wait_until="commit")
    served.edit(PLACE)
    expect(other.field("ばしょ")).to_be_visible()
    expect(desk.page.get_by_label("場所")).to_have_count(0)
    while held:
        held.pop().continue_()
    expect(desk.field("ばしょ")).to_be_visible()
    desk.types("ばしょ", "遅い道")


def test_a_server_that_was_killed_comes_back_by_itself_with_the_draft(
    served: Served, enter: Enter
) -> None:
    desk = enter("/s/report_form")
    desk.types("場所", "落ちた道")
    second = enter.another_tab(desk, "/s/report_form")
    expect(second.field("場所")).to_have_value("落ちた道")
    second.page.close()
    os.kill(served.generate.room_process(), signal.SIGKILL)
    served.generate.until("試作品が止まったので、始め直します")
    desk.page.wait_for_function("window.isTheSamePage === undefined")
    desk.connected()
    expect(desk.field("場所")).to_have_value("落ちた道")
    expect(desk.page.get_by_text("前に入力した内容を戻しました")).to_be_visible()


def test_what_is_typed_while_the_server_is_down_is_there_when_it_is_back(
    start: Start, small_spec: Path, browser: Browser
) -> None:
    generate = start(str(small_spec), "--no-open", "--port", "0")
    address = generate.address()
    desk = Visitor(browser.new_context().new_page(), address).visit("/s/report_form")
    desk.types("場所", "橋の")
    desk.field("種別").select_option(index=1)
    chosen = desk.field("種別").input_value()
    generate.end()
    desk.page.wait_for_function("!window.socket.connected")
    desk.field("場所").press_sequentially("たもと")
    desk.field("幅").press_sequentially("12")
    start(str(small_spec), "--no-open", "--port", address.rpartition(":")[2]).address()
    desk.page.wait_for_function("window.isTheSamePage === undefined")
    desk.connected()
    expect(desk.field("場所")).to_have_value("橋のたもと")
    expect(desk.field("幅")).to_have_value("12")
    expect(desk.field("種別")).to_have_value(chosen)
    desk.button("登録する").click()
    expect(desk.page.get_by_role("heading", name="橋のたもと")).to_be_visible()
    desk.visit("/s/report_form")
    expect(desk.field("場所")).to_have_value("")


def test_what_was_typed_just_before_a_reload_is_there_though_the_server_never_got_it(
    enter: Enter,
) -> None:
    desk = enter.prepare()
    desk.page.route_web_socket(re.compile("socket.io"), _lose("最後の字"))
    desk.visit("/s/report_form").types("場所", "最後の字")
    desk.page.reload(wait_until="commit")
    desk.connected()
    expect(desk.field("場所")).to_have_value("最後の字")
    desk.button("登録する").click()  # it was sent again as the whole of it
    expect(desk.page.get_by_role("heading", name="最後の字")).to_be_visible()
    desk.visit("/s/report_form")
    expect(desk.field("場所")).to_have_value("")


def test_what_was_typed_just_before_it_was_thrown_away_does_not_come_back(enter: Enter) -> None:
    desk = enter("/s/report_form")
    desk.types("場所", "下書き")
    desk.page.reload(wait_until="commit")
    desk.connected()
    desk.field("場所").fill("要らない")
    with desk.page.expect_navigation():
        desk.button("入力を消してやり直す").click()
    desk.connected()
    kept = "Object.keys(sessionStorage).some((key) => key.startsWith('kit-typed'))"
    desk.page.wait_for_function(f"!{kept}")
    expect(desk.field("場所")).to_have_value("")


def _lose(typed: str) -> Callable[[WebSocketRoute], None]:
    """Let the first message with ``typed`` get lost on its way to the server."""

    lost: list[str | bytes] = []

    def handle(socket: WebSocketRoute) -> None:
        server = socket.connect_to_server()

        def send(message: str | bytes) -> None:
            if typed in str(message) and not lost:
                lost.append(message)
            else:
                server.send(message)

        socket.on_message(send)

    return handle
