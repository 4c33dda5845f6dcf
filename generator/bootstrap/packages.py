"""Installs packages of the system: on Debian and its kin, as root or by a sudo that asks nothing.

Nobody is asked for anything, no service is started, and without a network it ends soon.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from .words import tell

SYSTEM = Path("/")
"""The folder in which the system is looked at."""

_SUDO_SECONDS = 10
_UPDATE_SECONDS = 300
_DOWNLOAD_SECONDS = 1200
_SILENT_SECONDS = 20
"""How long a server that says nothing is waited for."""
_SMALL = "hostname"
"""A package of a few kilobytes that Debian and its kin have."""
_LOCK_SECONDS = 120
"""How long another package manager at work is waited for."""

ASK_NOTHING = {"DEBIAN_FRONTEND": "noninteractive", "NEEDRESTART_SUSPEND": "1"}
"""What the environment of apt-get says."""
_OPTIONS = {
    "Acquire::http::Timeout": f"{_SILENT_SECONDS}",
    "Acquire::https::Timeout": f"{_SILENT_SECONDS}",
    "DPkg::Lock::Timeout": f"{_LOCK_SECONDS}",
    "DPkg::Options::": "--force-confold",
    "DPkg::Use-Pty": "0",
}

_WITHOUT_SERVICES = """\
policy=$1
shift
if [ ! -e "$policy" ] || grep -q '^# Sawaru' "$policy"; then
    trap 'rm -f "$policy"' EXIT
    trap 'exit 1' HUP INT TERM
    printf '%s\\n' '#!/bin/sh' '# Sawaru is installing packages: no service starts meanwhile.' \\
        "kill -0 $$ 2>/dev/null && exit 101" 'exit 0' >"$policy"
    chmod 755 "$policy"
fi
"$@"
"""
"""Runs a command while Debian's policy keeps services from being started, unless there is a policy.

Left behind by a process that was killed, the policy no longer forbids anything.
"""


@dataclass(frozen=True)
class Wanted:
    """Something to be installed: its name, and packages of which any one provides it."""

    japanese: str
    english: str
    packages: Sequence[str]
    services: Sequence[str] = ()
    """What the package would run from the machine's next start on."""


def install(wanted: Sequence[Wanted]) -> bool:
    """Install what is ``wanted`` where that can be done, and say so; tell whether it is done."""
    installer = Installer.here()
    if installer is None:
        return False
    japanese, english = named(wanted)
    tell(
        f"{japanese}を入れています(apt-get。数分かかることがあります)…",
        f"Installing {english} with apt-get; this may take minutes…",
    )
    if installer.install(wanted):
        return True
    tell("入れられませんでした", f"That failed: {installer.problem}")
    return False


def named(wanted: Sequence[Wanted]) -> tuple[str, str]:
    """Return how what is ``wanted`` is called, in Japanese and in English."""
    return "、".join(item.japanese for item in wanted), ", ".join(item.english for item in wanted)


def names() -> set[str]:
    """Return how this Linux is called, and what it descends from: ``debian``, ``ubuntu``."""
    try:
        text = (SYSTEM / "etc/os-release").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return set()
    lines = dict(line.partition("=")[::2] for line in text.splitlines())
    return {word for key in ("ID", "ID_LIKE") for word in lines.get(key, "").strip("\"'").split()}


def by_apt() -> bool:
    """Tell whether packages come by apt-get."""
    return bool(names() & {"debian", "ubuntu"} and shutil.which("apt-get"))


class Installer:
    """Installs packages as root; ``root`` is what stands before a command that root is to run."""

    def __init__(self, root: Sequence[str]) -> None:
        self._root = root
        self.problem = ""
        """The error of apt-get when it failed the last time."""

    @classmethod
    def here(cls) -> Installer | None:
        """Return the installer of this machine, None where it can't be used without a question."""
        if not by_apt():
            return None
        if os.geteuid() == 0:
            return cls([])
        return cls(["sudo", "-n"]) if _sudo_asks_nothing() else None

    def install(self, wanted: Sequence[Wanted]) -> bool:
        """Install what is ``wanted`` and known here; tell whether that is all.

        The lists of packages are fetched anew only when those that are here do not do. What not
        even the new lists have is left out, as some releases lack a package.
        """
        packages = _known(wanted)
        if len(packages) < len(wanted) or not self._fetch(packages):
            self._apt(["timeout", f"{_UPDATE_SECONDS}"], "update", retries=0)
            packages = _known(wanted) or [item.packages[0] for item in wanted]
            if not self._fetch(packages):
                return False
        if not self._put_in(packages):
            return False
        self._keep_off([service for item in wanted for service in item.services])
        unknown = [item.packages[0] for item in wanted if not _found(item)]
        self.problem = f"E: Unable to locate package {' '.join(unknown)}"
        return not unknown

    def _fetch(self, packages: Sequence[str]) -> bool:
        """Fetch packages; this may be cut off at any moment.

        A small one goes first: where nobody answers, each of a hundred would be waited for.
        """
        limit = ["timeout", f"{_DOWNLOAD_SECONDS}"]
        with TemporaryDirectory() as folder:
            answered = self._apt(["env", "--chdir", folder], "download", _SMALL, retries=0)
        return answered and self._apt(limit, "install", "--download-only", *packages)

    def _put_in(self, packages: Sequence[str]) -> bool:
        """Install what was fetched; never cut off, since that leaves a system half installed."""
        policy = SYSTEM / "usr/sbin/policy-rc.d"
        without_services = ["sh", "-c", _WITHOUT_SERVICES, "sh", str(policy)]
        return self._apt(without_services, "install", "--no-download", *packages)

    def _keep_off(self, services: Sequence[str]) -> None:
        """Let the machine not run, from its next start on, what only tests use."""
        if services:
            disable = [*self._root, "env", "systemctl", "--quiet", "disable", *services]
            subprocess.run(disable, stdin=subprocess.DEVNULL, capture_output=True)

    def _apt(self, before: Sequence[str], *words: str, retries: int = 1) -> bool:
        settings = [
            f"{name}={value}" for name, value in ({"LC_ALL": "C.UTF-8"} | ASK_NOTHING).items()
        ]
        wished = {"Acquire::Retries": f"{retries}"} | _OPTIONS
        options = [f"--option={name}={value}" for name, value in wished.items()]
        command = ["apt-get", "-qq", "--yes", "--no-install-recommends", *options, *words]
        done = subprocess.run(
            [*self._root, "env", *settings, *before, *command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
        errors = [line for line in done.stdout.splitlines() if line.startswith("E: ")]
        self.problem = errors[0] if errors else f"apt-get → {done.returncode}"
        return done.returncode == 0


def _sudo_asks_nothing() -> bool:
    if not shutil.which("sudo"):
        return False
    try:
        command = ["sudo", "-n", "true"]
        done = subprocess.run(command, capture_output=True, timeout=_SUDO_SECONDS)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def _known(wanted: Sequence[Wanted]) -> list[str]:
    """Return a package for each thing that the lists on this machine have."""
    return [name for item in wanted if (name := _found(item))]


def _found(wanted: Wanted) -> str | None:
    """Return the first package that the lists on this machine have, None when they have none."""
    for name in wanted.packages:
        shown = subprocess.run(["apt-cache", "show", name], capture_output=True)
        if shown.returncode == 0 and shown.stdout:
            return name
    return None
