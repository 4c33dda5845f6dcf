"""``generate SPEC`` as a process of its own, whose lines are read and whose files are edited."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

PATIENCE = 60
"""Seconds that a loaded machine may take for anything."""


class Generate:
    """A running ``generate``; ``said`` is what it has printed so far.

    Only with ``verify`` anything is verified in the background: it takes time from the browser.
    ``before`` are the words of a command that starts it.
    """

    def __init__(self, *args: str, verify: bool = False, before: Sequence[str] = ()) -> None:
        more = [] if verify else ["--no-verify"]
        self.process = subprocess.Popen(
            [*before, sys.executable, "-m", "generator", *args, *more],
            stderr=subprocess.PIPE,
            env=os.environ | {"PYTHONIOENCODING": "utf-8", "SAWARU_LANG": "ja"},
        )
        self.said: list[str] = []
        self._read_up_to = 0
        self._more = threading.Condition()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stderr is not None
        for line in self.process.stderr:
            with self._more:
                self.said.append(line.decode())
                self._more.notify()

    def until(self, pattern: str) -> re.Match[str]:
        """Wait for a line that ``pattern`` is found in, after those that were waited for before."""
        with self._more:
            while True:
                for number in range(self._read_up_to, len(self.said)):
                    if found := re.search(pattern, self.said[number]):
                        self._read_up_to = number + 1
                        return found
                if not self._more.wait(PATIENCE):
                    pytest.fail(f"no {pattern!r} in:\n{''.join(self.said)}")

    def address(self) -> str:
        """Wait until it serves, and return where."""
        found = self.until(r"動いています: (\S+)/ |止まりました")[1]
        assert found, "".join(self.said)
        return str(found)

    def engineer_link(self) -> str:
        """Wait until it has shown the engineer's link, and return that."""
        with self._more:
            while True:
                lines = (re.search(r"技術者用のリンク: (\S+)", line) for line in self.said)
                if link := next((found[1] for found in lines if found), None):
                    return link
                if not self._more.wait(PATIENCE):
                    pytest.fail(f"no link in:\n{''.join(self.said)}")

    def room_process(self) -> int:
        """Return the id of the process in which the prototype runs."""
        port = self.served_at.rpartition(":")[2]
        found = subprocess.run(
            ["pgrep", "-P", str(self.process.pid)], capture_output=True, text=True, check=True
        )
        children = [int(line) for line in found.stdout.split()]
        return next(child for child in children if _listens(child, int(port)))

    @property
    def served_at(self) -> str:
        """The address that it said when it began."""
        lines = (re.search(r"動いています: (\S+)/ ", line) for line in self.said)
        return next(found[1] for found in lines if found)

    def end(self) -> None:
        """End it, and with it its children."""
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def _listens(process: int, port: int) -> bool:
    """Tell whether ``process`` has the socket that listens on ``port``."""
    inodes = {
        fields[9]
        for name in ("tcp", "tcp6")
        for line in Path("/proc/net", name).read_text().splitlines()[1:]
        if (fields := line.split())[3] == "0A" and int(fields[1].rpartition(":")[2], 16) == port
    }
    links = (path for path in Path(f"/proc/{process}/fd").iterdir())
    return any(str(link.readlink()) == f"socket:[{inode}]" for link in links for inode in inodes)


def save(path: Path, text: str) -> None:
    """Save as many editors do: the new file takes the place of the old one at once."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


class Served:
    """A prototype that is served, with the spec and the files that a test edits."""

    def __init__(self, generate: Generate, spec: Path) -> None:
        self.generate = generate
        self.spec = spec
        self.address = generate.address()
        self.out = spec.parent / f"{spec.stem}-prototype"
        self._spec_at_first = spec.read_text(encoding="utf-8")
        self._edited: dict[Path, str] = {}

    @property
    def engineer_link(self) -> str:
        """What makes whoever opens it the engineer."""
        return self.generate.engineer_link()

    def edit(self, *changes: tuple[str, str]) -> None:
        """Replace texts of the spec, each of which must stand in it once, and save it."""
        save(self.spec, _replaced(self.spec, changes))

    def edit_by_hand(self, name: str, *changes: tuple[str, str]) -> None:
        """Replace texts of a file of the prototype and save it."""
        path = self.out / "prototype" / name
        self._edited.setdefault(path, path.read_text(encoding="utf-8"))
        save(path, _replaced(path, changes))

    def mend(self, name: str) -> None:
        """Take back what was edited by hand in a file."""
        path = self.out / "prototype" / name
        save(path, self._edited.pop(path))

    def reset(self) -> None:
        """Bring spec and prototype back to how they were at first, and wait until they are."""
        for path, text in self._edited.items():
            save(path, text)
            self.generate.until(f"手で直したファイルを反映します: .*{re.escape(path.name)}")
        self._edited.clear()
        if self.spec.read_text(encoding="utf-8") != self._spec_at_first:
            save(self.spec, self._spec_at_first)
            self.generate.until("作りました|変わりはありません")


def _replaced(path: Path, changes: Sequence[tuple[str, str]]) -> str:
    text = path.read_text(encoding="utf-8")
    for before, after in changes:
        assert text.count(before) == 1, (before, text)
        text = text.replace(before, after)
    return text
