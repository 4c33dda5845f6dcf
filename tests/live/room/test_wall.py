"""What hangs on the wall while people come in: legible from the back, and always true."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.live.room_secrets import SecretsFile
from tests.live.conftest import SPEC, Start
from tests.live.room.conftest import become_engineer
from tests.live.room.test_door import Room, _open, join
from tests.live.serving import PATIENCE, Generate
from tests.live.visiting import Visitor
from tests.prototypes import barriers, expect_no_sideways_scrolling

EVERYWHERE = ("--no-open", "--port", "0", "--host", "0.0.0.0")
FETCH = """
import http.cookiejar, sys, urllib.request
jar = http.cookiejar.CookieJar()
opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
opener.open(sys.argv[1]).read()
print(opener.open(sys.argv[1].partition("/enter")[0] + "/join").read().decode())
"""


@pytest.fixture(scope="module")
def room(start: Start, tmp_path_factory: pytest.TempPathFactory) -> Room:
    return _open(start, tmp_path_factory)


def wall(browser: Browser, room: Room, width: int, height: int) -> Page:
    context = browser.new_context(viewport={"width": width, "height": height})
    become_engineer(context, room.served)
    page = context.new_page()
    page.goto(f"{room.inside}/join")
    expect(page.locator(".count")).to_contain_text("参加中")
    return page


@pytest.mark.parametrize(("width", "height"), [(1024, 768), (1280, 720), (1920, 1080)])
def test_code_pin_and_address_are_seen_from_the_back_of_the_room(
    browser: Browser, room: Room, width: int, height: int
) -> None:
    page = wall(browser, room, width, height)
    code = page.get_by_role("img", name="QRコード").locator("svg").bounding_box()
    pin, address = page.locator(".pin"), page.locator(".address")
    shown = pin.bounding_box()
    assert code
    assert shown
    assert code["height"] >= height / 2
    assert code["y"] + code["height"] <= height
    assert shown["x"] >= code["x"] + code["width"], "the PIN stands beside the code"
    assert shown["x"] + shown["width"] <= width
    sizes = [
        float(part.evaluate("(it) => parseFloat(getComputedStyle(it).fontSize)"))
        for part in (pin, address, page.locator(".count"))
    ]
    # On a screen two metres wide, a letter that is read from eight metres has four centimetres.
    assert sizes[0] >= width / 10
    assert min(sizes[1:]) >= width / 50
    assert address.inner_text() == f"{room.outside}/"
    expect_no_sideways_scrolling(page)
    assert page.evaluate("document.documentElement.scrollHeight") <= height
    assert barriers(page) == []
    page.context.close()


def test_it_tells_how_many_are_in_and_another_pin_at_once(browser: Browser, room: Room) -> None:
    page = wall(browser, room, 1280, 800)
    expect(page.locator(".count")).to_have_text("参加中 0台")
    guest = browser.new_context().new_page()
    guest.goto(f"{room.outside}/s/report_list")
    join(guest, room, "佐藤")
    Visitor(guest, room.outside).connected()
    expect(page.locator(".count")).to_have_text("参加中 1台")
    guest.context.close()
    expect(page.locator(".count")).to_have_text("参加中 0台")
    pin = SecretsFile(room.served.spec).change(lambda secrets: secrets.with_new_pin()).pin
    expect(page.locator(".pin")).to_have_text(f"{pin[:3]} {pin[3:]}")
    page.context.close()


@pytest.mark.parametrize("width", [390, 820, 1280])
def test_the_form_to_join_has_no_barrier_and_fits(browser: Browser, room: Room, width: int) -> None:
    page = browser.new_context(viewport={"width": width, "height": 800}).new_page()
    page.goto(f"{room.outside}/join")
    assert barriers(page) == []
    expect_no_sideways_scrolling(page)
    page.get_by_label("お名前").fill("佐藤")
    page.get_by_label("入室番号").fill("1")
    page.get_by_role("button", name="参加する").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert barriers(page) == []
    page.context.close()


def test_a_room_speaks_the_language_of_its_project(start: Start, tmp_path: Path) -> None:
    spec = tmp_path / "town.yaml"
    spec.write_text(SPEC.replace("project: {", "project: {language: en, "), encoding="utf-8")
    generate = start(str(spec), "--no-open", "--port", "0", "--proxy", "192.0.2.1")
    served = generate.address()
    answer = urlopen(f"{served}/join").read().decode()
    assert '<html lang="en">' in answer
    assert "Room PIN" in answer
    assert "The six digits on the wall" in answer


def test_without_a_network_it_says_so_and_shows_no_address_that_leads_nowhere(
    tmp_path: Path,
) -> None:
    """In a network namespace in which there is only the machine itself."""
    alone = ["unshare", "--net", "sh", "-c", 'ip link set lo up && exec "$0" "$@"']
    if not all(map(shutil.which, ("unshare", "nsenter", "ip"))):
        pytest.skip("no network namespaces here")
    if subprocess.run([*alone, "true"], capture_output=True).returncode:
        pytest.skip("network namespaces are not for us here")
    spec = tmp_path / "town.yaml"
    spec.write_text(SPEC, encoding="utf-8")
    generate = Generate(str(spec), *EVERYWHERE, before=alone)
    link = generate.engineer_link()
    generate.until("ネットワークにつながっていない")
    within = [
        "nsenter",
        "--net",
        "-t",
        str(generate.process.pid),
        sys.executable,
        "-c",
        FETCH,
        link,
    ]
    shown = subprocess.run(
        within, capture_output=True, text=True, check=True, timeout=PATIENCE, env=os.environ
    ).stdout
    generate.end()
    assert "このパソコンはネットワークにつながっていない" in shown
    assert "<svg" not in shown
    assert "127.0.0.1" not in shown
