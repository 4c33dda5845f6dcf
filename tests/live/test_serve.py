"""generate SPEC: the prototype answers, follows the spec, and never goes down for an error."""

from __future__ import annotations

import http.client
import os
import signal
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.live.conftest import SPEC, Start
from tests.live.serving import PATIENCE, Generate, save

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


def test_a_prototype_that_dies_is_said_with_its_last_words_and_started_again_by_a_save(
    small_spec: Path, first: Generate
) -> None:
    address = first.address()
    project = small_spec.parent / "town-prototype/prototype/project.py"
    good = project.read_text(encoding="utf-8")
    os.kill(first.room_process(), signal.SIGKILL)
    first.until("試作品が止まりました")
    save(project, f"{good}\nraise SystemExit('last words')\n")
    save(small_spec, SPEC.replace("場所", "ばしょ"))
    first.until("last words")
    save(project, good)
    save(small_spec, SPEC.replace("場所", "位置"))
    assert first.address() == address
    assert "位置" in page(f"{address}/s/report_form")


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


def test_a_taken_port_is_replaced_and_said(
    start: Start, small_spec: Path, first: Generate, tmp_path: Path
) -> None:
    port = str(urlsplit(first.address()).port)
    out = str(tmp_path / "other")
    other = start(str(small_spec), "--no-open", "--port", port, "-o", out)
    assert other.until(r"使われているので、(\d+)")[1] in other.address()


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
