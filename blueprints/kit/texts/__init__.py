"""Every text that the kit itself shows, in Japanese and English: the prototype's one catalogue.

Each module of this folder holds one subject: ``TEXTS = {"required": ("…日本語…", "…English…")}``.
The full key is ``<module>.<key>``. The spec's own texts are in its own language and not here.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

_LANGUAGES = ("ja", "en")
_current = 0


def speak(language: str) -> None:
    """Use ``language`` (``ja`` or ``en``) from now on in this process."""
    global _current
    _current = _LANGUAGES.index(language)


def spoken() -> str:
    """Return the language that is used (``ja`` or ``en``)."""
    return _LANGUAGES[_current]


@cache
def _subject(name: str) -> dict[str, tuple[str, str]]:
    texts: dict[str, tuple[str, str]] = import_module(f".{name}", __name__).TEXTS
    return texts


def say(key: str, /, **values: object) -> str:
    """Return the text of ``key`` (``subject.name``) with ``values`` filled in.

    Raises KeyError when the text is missing.
    """
    subject, _, name = key.partition(".")
    return _subject(subject)[name][_current].format(**values)
