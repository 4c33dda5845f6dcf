"""Arguments and options that several commands have."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, get_args

import click

from generator.messages import Language

from .failure import InputError
from .help_text import Option
from .language import OPTION

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

_PATH = click.Path(path_type=Path)


def _readable(_: click.Context, __: click.Parameter, path: Path) -> Path:
    """Refuse what is no file, so that a device or a pipe can't keep a command waiting."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        raise InputError("cli.no_spec", path=path) from None
    if stat.S_ISDIR(mode):
        raise InputError("cli.spec_is_folder", path=path)
    if not stat.S_ISREG(mode):
        raise InputError("cli.spec_is_no_file", path=path)
    return path


def _folder(_: click.Context, __: click.Parameter, path: Path | None) -> Path | None:
    if path is not None and not path.is_dir():
        raise InputError("cli.no_blueprints", path=path)
    return path


def option(*names: str, **settings: Any) -> Callable[[Decorated], Decorated]:
    """Return the decorator for an option whose help is in the catalogue."""
    return click.option(*names, cls=Option, **settings)


spec_argument: Callable[[Decorated], Decorated] = click.argument(
    "spec", type=_PATH, callback=_readable, metavar="SPEC"
)
out_option = option("-o", "--out", type=_PATH, metavar="DIR")
blueprints_option = option("--blueprints", type=_PATH, callback=_folder, metavar="DIR")
language_option = option(
    OPTION, type=click.Choice(get_args(Language)), expose_value=False, metavar="ja|en"
)
"""The language itself is found before click starts (see :mod:`.language`)."""
