"""Every text that the kit itself shows, in Japanese and English: the prototype's one catalogue.

Each module of this folder holds one subject: ``TEXTS = {"required": ("…日本語…", "…English…")}``.
The full key is ``<module>.<key>``. The spec's own texts are in its own language and not here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib import import_module

_LANGUAGES = ("ja", "en")
_current = 0
_within: ContextVar[int | None] = ContextVar("language", default=None)


def speak(language: str) -> None:
    """Use ``language`` (``ja`` or ``en``) from now on in this process."""
    global _current
    _current = _LANGUAGES.index(language)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Use ``language`` within the block alone; other threads and tasks go on in theirs."""
    token = _within.set(_LANGUAGES.index(language))
    try:
        yield
    finally:
        _within.reset(token)


def spoken() -> str:
    """Return the language that is used (``ja`` or ``en``)."""
    return _LANGUAGES[_index()]


def _index() -> int:
    within = _within.get()
    return _current if within is None else within


@cache
def _subject(name: str) -> dict[str, tuple[str, str]]:
    texts: dict[str, tuple[str, str]] = import_module(f".{name}", __name__).TEXTS
    return texts


def say(key: str, /, **values: object) -> str:
    """Return the text of ``key`` (``subject.name``) with ``values`` filled in.

    Raises KeyError when the text is missing.
    """
    subject, _, name = key.partition(".")
    return _subject(subject)[name][_index()].format(**values)
