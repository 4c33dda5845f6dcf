"""Compiled modules of the kit, kept where all prototypes find them.

Every new prototype has the same kit in a folder of its own, where Python would compile it again.
What is kept is in the form of Python's own files for code that is checked by its text, see
https://peps.python.org/pep-0552/, but may have come from another place.
"""

from __future__ import annotations

import importlib.util
import marshal
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from types import CodeType

_CHECKED_BY_TEXT = (0b11).to_bytes(4, "little")


class Compiled:
    """Compiled modules in ``folder``, which is made when there is something to keep."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def of(self, name: str, source: bytes, path: str) -> CodeType | None:
        """Return what the module was compiled to, as if from ``path``; None if it is not known."""
        try:
            kept = self._file(name).read_bytes()
            code = marshal.loads(kept[16:]) if kept[:16] == _head(source) else None
        except (OSError, EOFError, ValueError, TypeError):
            return None
        return _moved(code, path) if isinstance(code, CodeType) else None

    def keep(self, name: str, source: bytes, code: CodeType) -> None:
        """Keep what the module was compiled to, if there is a place for it."""
        if sys.dont_write_bytecode:
            return
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as aside:
                aside.write(_head(source) + marshal.dumps(code))
            Path(aside.name).replace(self._file(name))

    def _file(self, name: str) -> Path:
        python = f"{sys.implementation.cache_tag}-{sys.flags.optimize}"
        return self._folder / f"{name}.{python}.pyc"


def _head(source: bytes) -> bytes:
    return importlib.util.MAGIC_NUMBER + _CHECKED_BY_TEXT + importlib.util.source_hash(source)


def _moved(code: CodeType, path: str) -> CodeType:
    """Return ``code`` as if it had been compiled from ``path``: errors are to name that file."""
    parts = [_moved(part, path) if isinstance(part, CodeType) else part for part in code.co_consts]
    return code.replace(co_filename=path, co_consts=tuple(parts))
