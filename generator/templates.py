"""Jinja templates of the blueprints, compiled once: in this run, and for those after it.

What they compile to is kept in ``__pycache__`` beside the blueprints, as Python keeps its modules;
where that can't be written, or Python is told not to, each run compiles them itself.
"""

from __future__ import annotations

import hashlib
import pickle
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, Template
from jinja2.bccache import Bucket

from generator.blueprints import Blueprints, built_in

_OPTIONS: Mapping[str, Any] = {
    "trim_blocks": True,
    "lstrip_blocks": True,
    "keep_trailing_newline": True,
}


class Templates:
    """The templates of one set of blueprints, by their paths; ``names`` are what all may use.

    They may include what lies beside the screen kinds. ``kept`` is where compiled ones are.
    """

    def __init__(
        self, blueprints: Blueprints, names: Mapping[str, Any], kept: Path | None = None
    ) -> None:
        compiled = _Compiled(kept or built_in() / "__pycache__")
        self._environment = Environment(
            loader=FileSystemLoader([root / "screens" for root in blueprints.roots]),
            undefined=StrictUndefined,
            bytecode_cache=None if sys.dont_write_bytecode else compiled,
            **_OPTIONS,
        )
        self._environment.globals |= names
        self._templates: dict[Path, Template] = {}

    def at(self, path: Path) -> Template:
        """Return the template that is written in ``path``.

        Raises jinja2.TemplateError when it is wrong.
        """
        if path not in self._templates:
            self._templates[path] = self._load(path)
        return self._templates[path]

    def _load(self, path: Path) -> Template:
        source, kept = path.read_text(encoding="utf-8"), self._environment.bytecode_cache
        if kept is None:
            code = self._environment.compile(source, path.name, str(path))
        else:
            bucket = kept.get_bucket(self._environment, path.name, str(path), source)
            if bucket.code is None:
                bucket.code = self._environment.compile(source, path.name, str(path))
                kept.set_bucket(bucket)
            code = bucket.code
        names = self._environment.make_globals(None)
        return self._environment.template_class.from_code(self._environment, code, names)


class _Compiled(FileSystemBytecodeCache):
    """Compiled templates on disk; Jinja takes one only for the same text and version of its own."""

    def __init__(self, folder: Path) -> None:
        options = hashlib.blake2b(repr(_OPTIONS).encode(), digest_size=4).hexdigest()
        super().__init__(str(folder), f"%s.{options}.jinja-cache")

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what is kept, unless it is out of reach or no longer whole."""
        try:
            super().load_bytecode(bucket)
        except (OSError, EOFError, ValueError, pickle.UnpicklingError):
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, if there is a place for it."""
        with suppress(OSError):
            Path(self.directory).mkdir(exist_ok=True)
            super().dump_bytecode(bucket)
