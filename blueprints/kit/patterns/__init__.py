"""Regular expressions of a spec: read once, matched in a time that only grows with the text.

They mean what they mean to Python's ``re`` for a whole text: ``\\d`` and ``\\w`` are digits and letters
of any script, ``\\s`` any space, full-width ones too, and ``(?i)`` takes capitals for small letters.
What takes trying out (look-around, back references) is refused when the pattern is read, with its
place, so that no text can hold up the server.

``reading`` makes a ``tree`` of the pattern, ``signs`` tells the characters apart that the pattern tells
apart, ``matching`` gives both to RE2, and ``example`` makes texts that match.
"""

from __future__ import annotations

from .matching import LONGEST_TEXT, Pattern, compiled
from .refusal import NotAPattern, Reason

__all__ = ["LONGEST_TEXT", "NotAPattern", "Pattern", "Reason", "compiled"]
