"""Imports that were checked and wait for somebody to confirm them."""

from __future__ import annotations

from threading import Lock
from weakref import WeakKeyDictionary

from ..store.intake import Intake

MOST_HELD = 48_000_000
"""Bytes that they may take together, roughly: some three sheets of the largest size."""
_VALUE = 120
"""Bytes that a value takes beside its text."""


def weight(intake: Intake) -> int:
    """Return roughly how many bytes the records take that would come of a sheet."""
    return sum(
        _VALUE + (2 * len(value) if isinstance(value, str) else 0)
        for record in (*intake.new, *intake.changed)
        for value in record.values.values()
    )


class Ready:
    """What would come of sheets, by the dialog that asks; when it is too much, the oldest goes."""

    def __init__(self, most: int = MOST_HELD) -> None:
        self._most = most
        self._held: WeakKeyDictionary[object, tuple[Intake, int]] = WeakKeyDictionary()
        self._lock = Lock()

    def put(self, dialog: object, intake: Intake) -> None:
        """Keep what would come of the sheet that ``dialog`` has looked at."""
        weighs = weight(intake)
        with self._lock:
            self._held.pop(dialog, None)
            for oldest in list(self._held):
                if weighs + sum(held for _, held in self._held.values()) <= self._most:
                    break
                del self._held[oldest]
            self._held[dialog] = (intake, weighs)

    def take(self, dialog: object) -> Intake | None:
        """Return it and forget it; None when it had to go."""
        with self._lock:
            intake, _ = self._held.pop(dialog, (None, 0))
        return intake
