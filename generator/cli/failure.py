"""The one exit for everything that goes wrong: a sentence for people and an exit code.

0 fine, 1 the user's input is wrong, 2 usage, 3 our bug, 4 a check did not pass; and as shells
have it, 130 stopped by Ctrl-C and 141 nobody reads the output any more.
"""

from __future__ import annotations

import errno
import platform
import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path

import click

from generator import __version__
from generator.messages import text

from .help_text import usage_sentence
from .terminal import forget_output

FINE, INPUT, USAGE, BUG, CHECK, STOPPED, UNREAD = 0, 1, 2, 3, 4, 130, 141


class InputError(Exception):
    """What the user gave can't be used; ``key`` is the sentence about it in the catalogue."""

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values

    def __str__(self) -> str:
        return text(self.key, **self.values)


def end(error: BaseException, arguments: Sequence[str]) -> int:
    """Say what ``error`` means and return the exit code."""
    match error:
        case SystemExit(code=int(code)) | click.exceptions.Exit(exit_code=code):
            return code
        case BrokenPipeError():
            forget_output()
            return UNREAD
        case KeyboardInterrupt() | click.Abort():
            click.echo(err=True)
            return STOPPED
        case click.ClickException():
            sentence, code = usage_sentence(error), USAGE
        case _:
            sentence, code = explain(error, arguments)
    click.echo(sentence, err=True)
    return code


def explain(error: BaseException, arguments: Sequence[str]) -> tuple[str, int]:
    """Return the sentence about ``error`` and the exit code. A bug of ours is put into a file."""
    from generator.blueprints import BlueprintError
    from generator.live.port import NoSuchHostError, PortForbiddenError, PortTakenError
    from generator.verify.errors import NotReadyError, UnknownScreenError
    from generator.write import BusyError, LeavesFolderError

    match error:
        case InputError():
            return str(error), INPUT
        case BlueprintError(path=path, reason=reason):
            return text("cli.blueprint", path=path, reason=reason), INPUT
        case LeavesFolderError(root=root, path=path):
            return text("cli.leaves_folder", root=root, path=path), INPUT
        case BusyError(path=path, holder=holder):
            return _busy(path, holder.get("pid", "?"), holder.get("address")), INPUT
        case PortTakenError(port=port):
            return text("cli.port_taken", port=port), INPUT
        case PortForbiddenError(port=port):
            return text("cli.port_forbidden", port=port), INPUT
        case NoSuchHostError(host=host):
            return text("cli.no_host", host=host), INPUT
        case NotReadyError() | UnknownScreenError():
            return str(error), INPUT
        case OSError():
            return _refused(error), INPUT
    place = _own_template(error)
    if place is not None:
        return text("cli.template", place=place, said=error), INPUT
    return text("cli.bug", report=_report(error, arguments)), BUG


def _busy(lock: Path, pid: str, address: str | None) -> str:
    folder = lock.parents[1]
    if address:
        return text("cli.served", folder=folder, pid=pid, address=address)
    return text("cli.busy", folder=folder, pid=pid)


def _refused(error: OSError) -> str:
    """Say which file the system refused, and why."""
    name = errno.errorcode.get(error.errno or 0, "")
    try:
        why = text(f"cli.refused.{name}")
    except KeyError:
        why = error.strerror or str(error)
    if error.filename is None:
        return text("cli.refused_somewhere", why=why)
    return text("cli.refused", path=error.filename, why=why)


def _own_template(error: BaseException) -> str | None:
    """Return the line of the user's blueprint that is wrong; None for any other error.

    A mistake in a blueprint that comes with us is a bug of ours.
    """
    from generator.blueprints import built_in

    jinja2 = sys.modules.get("jinja2")  # not imported for an error that it did not raise
    if jinja2 is None or not isinstance(error, jinja2.TemplateError):
        return None
    frames = traceback.extract_tb(error.__traceback__)
    places = [(frame.filename, frame.lineno) for frame in frames if ".jinja" in frame.filename]
    if not places:
        places = [(getattr(error, "filename", None) or "?", getattr(error, "lineno", None))]
    file, line = places[-1]
    return None if Path(file).is_relative_to(built_in()) else f"{file}:{line}"


def _report(error: BaseException, arguments: Sequence[str]) -> Path:
    """Write down what we need to mend our bug, and return where."""
    lines = [
        f"sawaru {__version__}, Python {sys.version}, {platform.platform()}",
        f"generate {list(arguments)!r}",
        "",
        *traceback.format_exception(error),
    ]
    with tempfile.NamedTemporaryFile(
        "w", prefix="sawaru-", suffix=".txt", encoding="utf-8", errors="replace", delete=False
    ) as file:
        file.write("\n".join(lines))
    return Path(file.name)
