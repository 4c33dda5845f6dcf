"""The one catalogue of all text that Sawaru shows to people, in Japanese and English.

Each ``*.yaml`` file in this folder holds the texts of one subject as
``key: {ja: …, en: …}``; the full key is ``<file name>.<key>``. Texts use ``{name}`` for values.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Literal, get_args

Language = Literal["ja", "en"]
DEFAULT_LANGUAGE: Language = "ja"


_current: Language | None = None


def speak(language: Language | None) -> None:
    """Set the language of this process; None leaves the choice to the environment."""
    global _current
    _current = language


@cache
def _catalogue(subject: str) -> dict[str, dict[Language, str]]:
    import yaml  # here, as the server starts its child before it needs any text

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    source = (Path(__file__).parent / f"{subject}.yaml").read_text(encoding="utf-8")
    loaded: dict[str, dict[Language, str]] = yaml.load(source, Loader=loader)
    return loaded


def preferred_language(requested: str | None = None) -> Language:
    """Return ``requested``, else what :func:`speak` set, else ``SAWARU_LANG``, else Japanese."""
    for candidate in (requested, _current, os.environ.get("SAWARU_LANG")):
        for language in get_args(Language):
            if candidate and candidate.lower().startswith(language):
                return language  # type: ignore[no-any-return]
    return DEFAULT_LANGUAGE


def text(key: str, language: Language | None = None, /, **values: object) -> str:
    """Return the text of ``key`` (``subject.name``) in ``language`` with ``values`` filled in.

    Raises KeyError when the key is not in the catalogue: a missing text is our bug.
    """
    subject, _, name = key.partition(".")
    entry = _catalogue(subject)[name]
    return entry[language or preferred_language()].format(**values)
