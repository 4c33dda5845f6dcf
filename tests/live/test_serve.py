"""generate SPEC: the prototype answers, follows the spec, and never goes down for an error."""

from __future__ import annotations

import http.client
import os
import signal
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.live.conftest import SPEC, Start
from tests.live.serving import PATIENCE, Generate, save
from tests.live.visiting import Visitor

HERE = ("--no-open", "--port", "0")
BROKEN = SPEC.replace("    fields:", "    feilds:")


def page(address: str) -> str:
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        assert answer.status == 200
        return str(answer.read().decode())


def is_gone(address: str) -> bool:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE)
    try:
        connection.request("GET", "/")
        connection.getresponse().read()
    except (OSError, http.client.HTTPException):
        return True
    finally:
        connection.close()
    return False


@pytest.fixture
def first(start: Start, small_spec: Path) -> Generate:
    return start(str(small_spec), *HERE)


def test_ctrl_c_ends_it_cleanly_and_sigterm_too(
    start: Start, small_spec: Path, first: Generate
) -> None:
    address = first.address()
    assert "町の通報" in page(address)
    first.process.send_signal(signal.SIGINT)
    assert first.process.wait(PATIENCE) == 0
    assert is_gone(address)
    assert "Traceback" not in "".join(first.said)
    second = start(str(small_spec), *HERE, "--once")
    address = second.address()
    second.process.terminate()
    assert second.process.wait(PATIENCE) == 0
    assert is_gone(address)


def test_a_prototype_that_dies_is_started_again_at_the_same_address(
    small_spec: Path, first: Generate
) -> None:
    address = first.address()
    killed = first.room_process()
    os.kill(killed, signal.SIGKILL)
    first.until("試作品が止まったので、始め直します")
    assert first.address() == address
    assert first.room_process() != killed
    assert "場所" in page(f"{address}/s/report_form")
    save(small_spec, SPEC.replace("場所", "ばしょ"))
    first.until("作りました")
    form = f"{address}/s/report_form"
    assert any("ばしょ" in page(form) for _ in range(100)), "and goes on following"


def test_one_that_can_not_be_started_again_says_its_last_words_and_waits_for_a_save(
    small_spec: Path, first: Generate
) -> None:
    address = first.address()
    project = small_spec.parent / "town-prototype/prototype/project.py"
    good = project.read_text(encoding="utf-8")
    save(project, f"{good}\nraise SystemExit('last words')\n")
    first.until("last words")
    os.kill(first.room_process(), signal.SIGKILL)
    first.until("試作品が止まったので、始め直します")
    first.until("試作品が止まりました")
    first.until("last words")
    save(project, good)
    save(small_spec, SPEC.replace("場所", "位置"))
    assert first.address() == address
    assert "位置" in page(f"{address}/s/report_form")


def test_one_that_dies_again_and_again_is_left_alone_until_a_save(
    small_spec: Path, first: Generate
) -> None:
    address = first.address()
    for _ in range(3):
        os.kill(first.room_process(), signal.SIGKILL)
        first.until("始め直します")
        assert first.address() == address
    os.kill(first.room_process(), signal.SIGKILL)
    first.until("1分のあいだに4回止まったので、始め直すのをやめます")
    save(small_spec, SPEC.replace("場所", "位置"))
    assert first.address() == address


def test_the_engineer_starts_the_prototype_again_and_typed_text_stays(
    first: Generate, browser: Browser
) -> None:
    address = first.address()
    before = first.room_process()
    form = Visitor(browser.new_page(), address).visit("/s/report_form")
    form.types("場所", "途中の道")
    room = browser.new_page()
    room.goto(f"{first.engineer_link()}?to=/room")
    room.get_by_role("button", name="始め直す").click()
    room.get_by_role("dialog").get_by_role("button", name="始め直す").click()
    first.until("試作品を始め直します")
    assert first.address() == address
    assert first.room_process() != before
    form.page.wait_for_function("window.isTheSamePage === undefined")
    form.connected()
    expect(form.field("場所")).to_have_value("途中の道")
    for opened in (form.page, room):
        opened.close()


def test_a_spec_with_errors_is_waited_for_and_with_once_gives_1(
    start: Start, small_spec: Path
) -> None:
    small_spec.write_text(BROKEN, encoding="utf-8")
    assert start(str(small_spec), *HERE, "--once").process.wait(PATIENCE) == 1
    generate = start(str(small_spec), *HERE)
    generate.until("直して保存すると")
    save(small_spec, SPEC)
    assert "場所" in page(f"{generate.address()}/s/report_form")


def test_the_prototype_ends_when_its_parent_is_killed(first: Generate) -> None:
    address = first.address()
    first.process.kill()
    first.process.wait()
    assert any(is_gone(address) for _ in range(10_000))


def test_a_second_generate_says_who_serves(start: Start, small_spec: Path, first: Generate) -> None:
    address = first.address()
    second = start(str(small_spec), *HERE)
    said = second.until(r"プロセス (\d+)\)が (\S+)/ で動かしています")
    assert said.groups() == (str(first.process.pid), address)
    assert second.process.wait(PATIENCE) == 1
    assert "町の通報" in page(address)


def test_a_taken_port_that_was_asked_for_ends_it_in_plain_words(
    start: Start, small_spec: Path, first: Generate, tmp_path: Path
) -> None:
    port = str(urlsplit(first.address()).port)
    out = str(tmp_path / "other")
    other = start(str(small_spec), "--no-open", "--port", port, "-o", out)
    other.until(f"ポート {port} は、別のプログラムが使っています")
    assert other.process.wait(PATIENCE) == 1
    assert "Traceback" not in "".join(other.said)


@pytest.mark.parametrize(
    ("arguments", "said", "code"),
    [
        (("--host", "192.0.2.1"), "「192.0.2.1」は、このパソコンのアドレスではありません", 1),
        (("--host", "no.such.host.invalid"), "このパソコンのアドレスではありません", 1),
        (("--proxy", "nginx"), "プロキシのアドレスとして使えません", 2),
        (("--base-path", "roads"), "--base-path /t/roads のように", 2),
        (("--base-path", "/t/../x"), "--base-path /t/roads のように", 2),
    ],
)
def test_a_place_that_can_not_be_is_told_with_what_to_write(
    start: Start, small_spec: Path, arguments: tuple[str, ...], said: str, code: int
) -> None:
    generate = start(str(small_spec), *HERE, *arguments)
    generate.until(said)
    assert generate.process.wait(PATIENCE) == code
    assert "Cannot assign" not in "".join(generate.said)


def test_pin_and_links_are_the_same_the_next_time_unless_a_new_pin_is_asked_for(
    start: Start, small_spec: Path
) -> None:
    def pin_and_link(*more: str) -> tuple[str, str]:
        generate = start(str(small_spec), *HERE, "--proxy", "127.0.0.1", *more)
        link = generate.engineer_link().rpartition("/")[2]
        found = generate.until(r"入室番号: (\d{6})")[1]
        generate.end()
        return found, link

    first = pin_and_link()
    assert pin_and_link() == first
    renewed = pin_and_link("--new-pin")
    assert renewed[1] == first[1]
    assert pin_and_link() == renewed


def test_a_save_in_place_and_one_by_renaming_are_both_followed(
    small_spec: Path, first: Generate
) -> None:
    address = first.address()
    small_spec.write_text(SPEC.replace("場所", "ばしょ"), encoding="utf-8")
    first.until("作りました")
    save(small_spec, SPEC.replace("場所", "位置"))
    first.until("作りました")
    form = f"{address}/s/report_form"
    assert any("位置" in page(form) for _ in range(100))


def test_a_save_without_a_change_says_so(small_spec: Path, first: Generate) -> None:
    first.address()
    save(small_spec, f"{SPEC}# 覚え書き\n")
    first.until("変わりはありません")


def test_a_spec_that_is_renamed_is_told_in_the_terminal_and_on_the_screens(
    small_spec: Path, first: Generate, browser: Browser
) -> None:
    visitor = Visitor(browser.new_page(), first.address()).visit("/s/report_form")
    elsewhere = small_spec.with_name("other.yaml")
    small_spec.rename(elsewhere)
    first.until("の名前が other.yaml に変わったようです")
    expect(visitor.page.get_by_text("の名前が other.yaml に変わったようです")).to_be_visible()
    elsewhere.rename(small_spec)
    first.until("が戻りました")
    expect(visitor.page.get_by_text("に変わったようです")).to_have_count(0)
    save(small_spec, SPEC.replace("場所", "位置"))
    first.until("作りました")
    expect(visitor.page.get_by_label("位置")).to_be_visible()
    assert "Traceback" not in "".join(first.said)
