"""Specs to draw."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.blueprints import Blueprints
from generator.spec.load import load_bytes
from generator.spec.model import Spec

Read = Callable[[str], Spec]


@pytest.fixture(scope="session")
def read() -> Read:
    """Return the completed spec that stands in a text; it has no errors."""
    vocabulary = Blueprints.find().vocabulary

    def read(text: str) -> Spec:
        loaded = load_bytes(text.encode(), "spec.yaml", vocabulary)
        assert loaded.spec is not None, [problem.as_text("en") for problem in loaded.errors]
        return loaded.spec

    return read
