"""A PostgreSQL server of its own for tests, where one is installed: in a temporary folder."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_SETTINGS = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200"


def programs() -> Path | None:
    """Return the folder with ``initdb`` and ``pg_ctl``, None where PostgreSQL is not installed."""
    on_path = shutil.which("pg_ctl")
    found = [Path(on_path).resolve().parent] if on_path else []
    # Debian keeps each version in a folder of its own, off the PATH.
    debian = Path("/usr/lib/postgresql").glob("*/bin")
    found += sorted(debian, key=lambda path: float(path.parent.name), reverse=True)
    return next((path for path in found if (path / "initdb").is_file()), None)


@contextmanager
def server(bin_: Path) -> Iterator[str]:
    """Start a server and yield the address of its database; it is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="pg-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        user = _user(folder)
        data, port = folder / "data", _free_port()

        def run(program: str, *arguments: str) -> None:
            command = [str(bin_ / program), "-D", str(data), *arguments]
            log = (folder / "log").open("a", encoding="utf-8")
            subprocess.run(command, check=True, stdout=log, stderr=log, user=user, cwd=folder)

        run("initdb", "--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-sync")
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 {_SETTINGS}"
        run("pg_ctl", "--wait", "--log", str(folder / "server.log"), "--options", options, "start")
        try:
            yield f"postgresql://postgres@127.0.0.1:{port}/postgres"
        finally:
            run("pg_ctl", "--wait", "--mode", "immediate", "stop")


def _user(folder: Path) -> int | None:
    """Give the folder to somebody who may run a server: root may not. None for who we are."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name: entry.pw_uid for entry in pwd.getpwall()}
    user = names.get("postgres", names.get("nobody"))
    if user is not None:
        os.chown(folder, user, -1)
    return user


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])
