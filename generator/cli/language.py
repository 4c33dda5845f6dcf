"""Which language to speak, found before anything else so that help and errors speak it too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from generator.messages import Language

OPTION = "--lang"


def requested_language(arguments: Sequence[str]) -> Language | None:
    """Return the language that ``--lang`` names among ``arguments``, None when it names none."""
    words = list(arguments)[: list(arguments).index("--")] if "--" in arguments else arguments
    for word, following in zip(words, [*words[1:], ""], strict=False):
        value = following if word == OPTION else word.removeprefix(f"{OPTION}=")
        if value != word and value in get_args(Language):
            return value  # type: ignore[return-value]
    return None
