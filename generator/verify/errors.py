"""Why nothing can be verified."""

from __future__ import annotations

from collections.abc import Sequence

from generator.messages import text


class NotReadyError(Exception):
    """Something is missing on this machine; the message says what to type."""


class UnknownScreenError(Exception):
    """No screen has this id; the message lists those that there are."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        super().__init__(text("verify.no_screen", name=name, known=", ".join(known)))
