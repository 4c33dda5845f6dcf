"""What is known of each screen from its tests, as the process that builds reports it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.messages import text

STATES = ("failed", "running", "partly", "not_run", "passed")
"""In the order in which people look at them: what has to be fixed comes first."""

MARKS = {"failed": "✕", "running": "…", "partly": "◐", "not_run": "–", "passed": "✓"}


@dataclass(frozen=True)
class Failure:
    """What a test found wrong; ``picture`` is the name of a file of the board, or ""."""

    description: str
    difference: str
    picture: str


@dataclass(frozen=True)
class Tile:
    """A screen or a process (``kind``) and its state; ``broken`` if its tests could not end."""

    key: str
    kind: str
    title: str
    state: str
    picture: str
    broken: bool
    failures: tuple[Failure, ...]

    @property
    def state_title(self) -> str:
        """The state as people call it."""
        return text(f"workshop.verify_{self.state}")


@dataclass
class Verified:
    """What is known now; ``why`` is the reason when nothing is verified by itself, else empty."""

    why: str = ""
    tiles: Sequence[Tile] = field(default_factory=tuple)

    def update(self, known: dict[str, Any]) -> None:
        """Take what the process that builds reports (see :mod:`generator.live.verifier`)."""
        self.why = known.get("why", "")
        if "tiles" in known:
            self.tiles = [
                Tile(
                    **tile | {"failures": tuple(Failure(**failure) for failure in tile["failures"])}
                )
                for tile in known["tiles"]
            ]

    @property
    def counts(self) -> list[tuple[str, int]]:
        """How many are in which state, only those states in which some are."""
        counts = Counter(tile.state for tile in self.tiles)
        return [(state, counts[state]) for state in STATES if counts[state]]

    @property
    def is_running(self) -> bool:
        """Whether anything is being verified."""
        return any(tile.state == "running" for tile in self.tiles)

    def menu(self) -> dict[str, Any]:
        """Return what the engineer's menu says: all in one line, and the state of each screen."""
        return {
            "title": text("workshop.verify"),
            "counts": [f"{MARKS[state]} {count}" for state, count in self.counts],
            "more": text("workshop.verify_more"),
            "why": self.why.partition("\n")[0],
            "tiles": [
                {"title": tile.title, "state": tile.state, "said": tile.state_title}
                | {"mark": MARKS[tile.state]}
                for tile in self.tiles
            ],
        }
