"""The vocabulary that every test of the spec layer reads specs with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.blueprints import Blueprints
from generator.spec.load import Loaded, load_bytes
from generator.spec.vocabulary import Vocabulary

NOT_BUILT = {"photo", "file", "dashboard", "calendar", "map", "wizard", "print", "page"}
"""Types and kinds that these tests take as promised but not built, whatever is built by now."""

Load = Callable[[str | bytes], Loaded]


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    """What the built-in blueprints and a folder of one's own can build."""
    found = Blueprints.find(Path(__file__).parent / "own_blueprints").vocabulary
    return replace(
        found,
        field_types={k: v for k, v in found.field_types.items() if k not in NOT_BUILT},
        screen_kinds={k: v for k, v in found.screen_kinds.items() if k not in NOT_BUILT},
        promised_kinds=tuple(k for k in found.screen_kinds if k in NOT_BUILT),
    )


@pytest.fixture(scope="session")
def load(vocabulary: Vocabulary) -> Load:
    """Load a spec from its text."""

    def loaded(content: str | bytes) -> Loaded:
        raw = content.encode() if isinstance(content, str) else content
        return load_bytes(raw, "spec.yaml", vocabulary)

    return loaded
