"""Lets a project's pytest run the tests of its kit; the long ones only when ``-m`` asks for them."""

from __future__ import annotations

import os
from pathlib import Path

import hypothesis
import pytest

FOLDER = Path(__file__).parent

# What Hypothesis keeps stays in this folder, and a busy machine is no failure.
os.environ.setdefault("HYPOTHESIS_STORAGE_DIRECTORY", str(FOLDER / ".hypothesis"))
hypothesis.settings.register_profile("kit", deadline=None)
hypothesis.settings.load_profile("kit")


def pytest_configure(config: pytest.Config) -> None:
    """Tell the mark, which the project does not know."""
    config.addinivalue_line("markers", "slow: needs minutes; left out unless -m is given")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the slow tests of the kit out."""
    if config.option.markexpr:
        return
    slow = {item for item in items if FOLDER in item.path.parents and "slow" in item.keywords}
    config.hook.pytest_deselected(items=[item for item in items if item in slow])
    items[:] = [item for item in items if item not in slow]
