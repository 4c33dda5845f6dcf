"""A machine to be set up: a folder for its system, and small programs that stand for its own.

They write down how they are called, and do what can be seen of the real ones: apt-get itself can't
be let loose on the machine that runs the tests.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.bootstrap import packages

_REAL = ("cat", "chmod", "env", "grep", "mkdir", "rm", "sh", "timeout", "touch", "true")
_BEGIN = """\
#!/bin/sh
here={here}
echo "${{0##*/}} $*" >>$here/calls
"""
_PROGRAMS = {
    "apt-cache": 'grep -x "$2" $here/lists\n',
    "apt-get": """\
say() { echo "$1" >>$here/calls; }
[ "$DEBIAN_FRONTEND" = noninteractive ] || say "apt-get may ask"
case " $* " in
*" download "*)
    [ -e $here/online ] || { echo "E: Failed to fetch hostname" >&2; exit 100; } ;;
*" update "*)
    [ ! -e $here/online ] || cat $here/online >$here/lists ;;
*" --download-only "*)
    for name; do :; done
    [ -e $here/online ] || { echo "E: Failed to fetch $name" >&2; exit 100; }
    grep -qx "$name" $here/lists || { echo "E: Unable to locate package $name" >&2; exit 100; } ;;
*)
    policy=$here/system/usr/sbin/policy-rc.d
    [ ! -e $policy ] || { $policy nginx start; say "policy $?"; }
    for name; do case $name in -*|install) ;; *) touch $here/installed/$name ;; esac; done ;;
esac
""",
    "systemctl": "",
    "sudo": '[ -e $here/trusted ] || exit 1\nshift\nexec env -i PATH="$PATH" "$@"\n',
    "python": """\
case "$*" in
"-m playwright --version")
    [ ! -e $here/bare ] || [ -e $here/installed/libatomic1 ] ;;
"-m playwright install"*)
    [ -e $here/playwright ] || { echo "Error: nowhere to fetch it from" >&2; exit 1; }
    touch $here/installed/chromium ;;
*)
    for name in chromium chromium-headless-shell; do
        [ ! -e $here/installed/$name ] || exit 0
    done
    echo "type this to get a browser" >&2
    exit 1 ;;
esac
""",
}


class Machine:
    """A machine as the test wants it: bare, off the net, somebody who is not root at the keys."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._user = 1000
        self.python = folder / "bin" / "python"
        self.policy = folder / "system" / "usr" / "sbin" / "policy-rc.d"
        for name in ("bin", "installed", "system/etc", "system/usr/sbin"):
            (folder / name).mkdir(parents=True)
        for name in ("calls", "lists"):
            (folder / name).touch()
        for name in _REAL:
            (folder / "bin" / name).symlink_to(shutil.which(name) or name)
        for name, program in _PROGRAMS.items():
            path = folder / "bin" / name
            path.write_text(_BEGIN.format(here=folder) + program, encoding="utf-8")
            path.chmod(0o755)
        self.is_called("debian")
        patch.setenv("PATH", str(folder / "bin"))
        patch.delenv("PROTOTYPE_BROWSER", raising=False)
        patch.setattr(packages, "SYSTEM", folder / "system")
        patch.setattr("os.geteuid", lambda: self._user)

    def is_called(self, name: str, like: str = "") -> None:
        """Let the system be ``name``, which descends from ``like``."""
        text = f'PRETTY_NAME="Some System"\nID={name}\nID_LIKE="{like}"\n'
        (self.folder / "system/etc/os-release").write_text(text, encoding="utf-8")

    def is_roots(self) -> None:
        """Let root be at the keys."""
        self._user = 0

    def has(self, *what: str) -> None:
        """Let sudo ask nothing (``trusted``), Playwright's server answer (``playwright``).

        On a ``bare`` system Playwright itself does not start.
        """
        for name in what:
            (self.folder / name).touch()

    def knows(self, *names: str, before: Sequence[str] | None = None) -> None:
        """Let there be a network with packages; ``before`` are those in the lists by now."""
        for name, listed in (("online", names), ("lists", names if before is None else before)):
            (self.folder / name).write_text("".join(f"{item}\n" for item in listed))

    @property
    def installed(self) -> set[str]:
        """The packages that were installed."""
        return {path.name for path in (self.folder / "installed").iterdir()}

    @property
    def calls(self) -> list[str]:
        """How the programs were called, without what apt-get is always told and what only looks."""
        lines = (self.folder / "calls").read_text(encoding="utf-8").splitlines()
        always = re.compile(r" -qq --yes --no-install-recommends|(?: --option=\S+)+")
        called = [always.sub("", line) for line in lines]
        return [line for line in called if not line.startswith(("apt-cache", "apt-get download"))]


needs_sh = pytest.mark.skipif(sys.platform == "win32", reason="needs programs written in sh")
