"""generate SPEC: the prototype answers, follows the spec, and never goes down for an error."""

from __future__ import annotations

import os
import queue
import re
import signal
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

SPEC = "project: 通報\nentities:\n  report:\n    title: 通報\n    fields: {place: 場所}\n"
PATIENCE = 60


class Generate:
    """A running ``generate``, whose lines are read as they come."""

    def __init__(self, *args: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "generator", *args],
            stderr=subprocess.PIPE,
            env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        )
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self._lines.put(line.decode())

    def until(self, pattern: str) -> re.Match[str]:
        """Wait for a line that ``pattern`` is found in."""
        seen = []
        while True:
            try:
                seen.append(self._lines.get(timeout=PATIENCE))
            except queue.Empty:
                pytest.fail(f"no {pattern!r} in {''.join(seen)}")
            if found := re.search(pattern, seen[-1]):
                return found

    def address(self) -> str:
        """Wait until it serves, and return where."""
        return self.until(r"動いています: (\S+)")[1]


Starter = Callable[..., Generate]


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "town.yaml"
    path.write_text(SPEC, encoding="utf-8")
    return path


@pytest.fixture
def start(spec: Path, small_blueprints: Path) -> Iterator[Starter]:
    running: list[Generate] = []

    def started(*args: str) -> Generate:
        usual = ["--no-open", "--port", "0", "--blueprints", str(small_blueprints)]
        running.append(Generate(str(spec), *usual, *args))
        return running[-1]

    yield started
    for generate in running:
        generate.process.kill()
        generate.process.wait()


def page(address: str) -> str:
    with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
        assert answer.status == 200
        return str(answer.read().decode())


def is_gone(address: str) -> bool:
    try:
        page(address)
    except OSError:
        return True
    return False


def test_it_serves_follows_a_save_and_keeps_the_last_good_one_through_an_error(
    spec: Path, start: Starter
) -> None:
    generate = start()
    address = generate.address()
    assert "場所" in page(address)
    spec.write_text(SPEC.replace("場所", "ばしょ"), encoding="utf-8")
    assert generate.address() == address
    assert "ばしょ" in page(address)
    spec.write_text(SPEC.replace("fields", "feilds"), encoding="utf-8")
    generate.until(r"town.yaml:5:5: エラー")
    generate.until("前の試作品を動かしたまま")
    assert "ばしょ" in page(address)
    spec.write_text(SPEC.replace("場所", "位置"), encoding="utf-8")
    assert generate.address() == address
    assert "位置" in page(address)
    generate.process.send_signal(signal.SIGINT)
    assert generate.process.wait(PATIENCE) == 0
    assert is_gone(address)


def test_a_prototype_that_dies_is_said_and_started_again_by_a_save(
    spec: Path, start: Starter
) -> None:
    generate = start()
    address = generate.address()
    page(f"{address}die")
    generate.until("試作品が止まりました")
    generate.until("last words")
    spec.write_text(SPEC.replace("場所", "起動しない"), encoding="utf-8")
    generate.until("the prototype can not start")
    spec.write_text(SPEC, encoding="utf-8")
    assert "場所" in page(generate.address())


def test_a_spec_with_errors_is_waited_for_and_with_once_gives_1(spec: Path, start: Starter) -> None:
    spec.write_text(SPEC.replace("fields", "feilds"), encoding="utf-8")
    assert start("--once").process.wait(PATIENCE) == 1
    generate = start()
    generate.until("直して保存すると")
    spec.write_text(SPEC, encoding="utf-8")
    assert "場所" in page(generate.address())


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM to catch")
def test_sigterm_ends_both(start: Starter) -> None:
    generate = start("--once")
    address = generate.address()
    generate.process.terminate()
    assert generate.process.wait(PATIENCE) == 0
    assert is_gone(address)


def test_the_prototype_ends_when_its_parent_is_killed(start: Starter) -> None:
    generate = start()
    address = generate.address()
    generate.process.kill()
    generate.process.wait()
    assert any(is_gone(address) for _ in range(10_000))


def test_a_second_generate_says_who_serves(start: Starter) -> None:
    first = start()
    address = first.address()
    second = start()
    said = second.until(r"プロセス (\d+)\)が (\S+) で動かしています")
    assert said.groups() == (str(first.process.pid), address)
    assert second.process.wait(PATIENCE) == 1
    assert "場所" in page(address)


def test_a_taken_port_is_replaced_and_said(tmp_path: Path, start: Starter) -> None:
    port = start().address().rstrip("/").rpartition(":")[2]
    other = start("--port", port, "-o", str(tmp_path / "other"))
    assert other.until(r"使われているので、(\d+)")[1] in other.address()


def test_a_prototype_with_its_own_server_answers_and_follows(spec: Path) -> None:
    generate = Generate(str(spec), "--no-open", "--port", "0")
    try:
        address = generate.address()
        assert "通報" in page(address)
        spec.write_text(SPEC.replace("title: 通報", "title: 損傷の通報"), encoding="utf-8")
        assert generate.address() == address
        assert "損傷の通報" in page(address)
    finally:
        generate.process.terminate()
        assert generate.process.wait(PATIENCE) == 0
