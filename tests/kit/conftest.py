"""What the tests of the kit have in common."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from blueprints.kit.texts import speak

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def japanese() -> Iterator[None]:
    """Every test begins and ends in Japanese, whatever it speaks meanwhile."""
    speak("ja")
    yield
    speak("ja")
