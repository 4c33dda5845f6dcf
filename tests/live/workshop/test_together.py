"""Everybody at once: browsers and the command decide while the engineer saves."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from generator.blueprints import Blueprints
from generator.decide.write import journal_path
from generator.spec.load import load_spec
from tests.live.room.conftest import Enter
from tests.live.serving import PATIENCE, Served, save
from tests.live.visiting import Visitor
from tests.live.workshop.deciding import Sheet, card, press_card

ROUNDS = 4
PHASES = ("第2期", "対象外", "未決")


def in_place(path: Path, text: str) -> None:
    """Save as some editors do: the file is emptied and written anew."""
    with path.open("r+", encoding="utf-8") as file:
        file.truncate()
        file.write(text)


class Engineer(threading.Thread):
    """Somebody who changes a comment and saves, again and again, as an editor does."""

    def __init__(self, spec: Path, write: Callable[[Path, str], None]) -> None:
        super().__init__()
        self._spec = spec
        self._write = write
        self._enough = threading.Event()
        self.saves = 0

    def run(self) -> None:
        while not self._enough.wait(0.4):
            text = self._spec.read_text(encoding="utf-8")
            self.saves += 1
            self._write(
                self._spec, re.sub("# 町の通報。.*", f"# 町の通報。{self.saves}", text, count=1)
            )

    def stop(self) -> None:
        self._enough.set()
        self.join()


def decide_by_command(spec: Path, feature: str, phase: str, reason: str) -> None:
    said = ["--phase", phase, "--reason", reason, "--by", "命令", "--anyway"]
    done = subprocess.run(
        [sys.executable, "-m", "generator", "decide", str(spec), feature, *said],
        env=os.environ | {"SAWARU_LANG": "ja"},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def decide_on(visitor: Visitor, title: str, phase: str, reason: str, by: str) -> None:
    """Decide, and wait until the card is where it belongs: pressing on one that moves may miss."""
    record(press_card(visitor, title).choose(phase).fill(reason, by))
    expect(card(visitor, phase, title)).to_contain_text(reason)


def record(sheet: Sheet) -> None:
    """Press the one button that decides on this feature alone."""
    button = sheet.whole.get_by_role(
        "button", name=re.compile("決定を記録する|この機能だけを動かす")
    )
    button.click()
    sheet.is_closed()


@pytest.mark.slow
@pytest.mark.parametrize("write", [in_place, save], ids=["in place", "by renaming"])
def test_nothing_is_lost_when_all_decide_while_somebody_saves(
    served: Served, enter: Enter, write: Callable[[Path, str], None]
) -> None:
    first, second, wall = enter("/board"), enter("/board"), enter("/board")
    engineer = Engineer(served.spec, write)
    engineer.start()
    try:
        for number in range(ROUNDS):
            phase = PHASES[number % len(PHASES)]
            command = threading.Thread(
                target=decide_by_command,
                args=(served.spec, "F2", ("1", "2")[number % 2], f"命令{number}"),
            )
            command.start()
            decide_on(first, "通知", phase, f"一番目{number}", "会津若松市 総務課")
            decide_on(second, "概算の記録", phase, f"二番目{number}", "喜多方市 建設課")
            command.join()
    finally:
        engineer.stop()
    save(served.spec, served.spec.read_text(encoding="utf-8"))
    expect(wall.page.get_by_text(f"二番目{ROUNDS - 1}", exact=True)).to_be_visible()
    said = everything_said(served.spec)
    for number in range(ROUNDS):
        for reason in (f"命令{number}", f"一番目{number}", f"二番目{number}"):
            assert said.count(reason) == 1, (reason, said)
    assert engineer.saves > ROUNDS
    loaded = load_spec(served.spec, Blueprints.find(None).vocabulary)
    assert loaded.spec is not None, loaded.problems
    assert wall.stayed()


def everything_said(spec: Path) -> str:
    """Return the spec, and what was set aside beside it for somebody to compare."""
    assert journal_path(spec).exists()
    return spec.read_text(encoding="utf-8")
