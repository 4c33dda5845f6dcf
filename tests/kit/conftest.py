"""Makes the kit importable as the prototypes have it: ``prototype.kit`` from the shell's folder.

``prototype.kit.fields`` has no ``__init__`` there (the generator writes it), so field types are
imported from their modules.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SHELL = Path(__file__).parents[2] / "blueprints" / "app" / "{{cookiecutter.slug}}"

sys.path.insert(0, str(SHELL))


@pytest.fixture(autouse=True)
def japanese() -> Iterator[None]:
    """Every test begins and ends in Japanese, whatever it speaks meanwhile."""
    from prototype.kit.texts import speak

    speak("ja")
    yield
    speak("ja")
