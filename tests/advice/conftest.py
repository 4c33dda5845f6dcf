"""What every test of the advice reads specs with."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.advice.advise import advise
from generator.advice.model import Advice
from generator.blueprints import Blueprints
from generator.spec.load import Loaded, load_bytes

Load = Callable[[str], Loaded]
Ask = Callable[[str], list[Advice]]


@pytest.fixture(scope="session")
def load() -> Load:
    """Load a spec from its text."""
    vocabulary = Blueprints.find().vocabulary
    return lambda text: load_bytes(text.encode(), "spec.yaml", vocabulary)


@pytest.fixture(scope="session")
def ask(load: Load) -> Ask:
    """Return the advice on a spec without errors."""

    def asked(text: str) -> list[Advice]:
        loaded = load(text)
        assert loaded.spec, [problem.as_text() for problem in loaded.errors]
        return advise(loaded.spec)

    return asked
