"""Prints in both languages at once, before the catalogue of texts can be read."""

from __future__ import annotations

import sys
from typing import NoReturn


def tell(japanese: str, english: str) -> None:
    """Say what happens now."""
    say(f"{japanese} / {english}")


def say(line: str) -> None:
    """Say what is the same in both languages."""
    print(line, file=sys.stderr, flush=True)


def stop(*lines: str) -> NoReturn:
    """Say what is wrong and end."""
    sys.exit("\n".join(lines))
