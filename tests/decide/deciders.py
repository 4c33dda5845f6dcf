"""Processes that decide, and an editor that saves, as the tests of writing start them."""

from __future__ import annotations

import json
import os
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.decide import outline
from generator.decide.actions import Clash, Decide
from generator.decide.attempt import Done, Waits
from generator.decide.document import Document
from generator.decide.refusal import BrokenError
from generator.decide.write import carry_out

FEATURES = tuple(f"F{number}" for number in range(1, 13))
PHASES = ("1", "2", "out", "undecided")


def note(diary: Path, word: str, decision: str) -> None:
    with diary.open("a", encoding="ascii") as file:
        file.write(f"{word} {decision}\n")


def noted(diary: Path, word: str) -> list[str]:
    """Return what ``diary`` has of ``word``; a line that was cut off is none."""
    if not diary.exists():
        return []
    lines = diary.read_text(encoding="ascii").split("\n")[:-1]
    return [line.split(" ", 1)[1] for line in lines if line.startswith(f"{word} ")]


def decide(spec: Path, diary: Path, count: int, seed: int) -> None:
    """Take decisions on ``spec`` until ``count`` are acknowledged, going on where one was killed.

    The diary says ``try`` before and ``ok`` after each. What was only tried is tried again, as one
    does who got no answer.
    """
    chance = random.Random(f"{seed} {os.getpid()}")
    acknowledged = set(noted(diary, "ok"))
    tried = [json.loads(kept) for kept in noted(diary, "try")]
    again = [Decide(**kept) for kept in tried[-1:] if kept["id"] not in acknowledged]
    while len(acknowledged) < count:
        decision = again.pop() if again else next(_thought_of(spec, chance, seed))
        note(diary, "try", json.dumps(_kept(decision)))
        outcome = carry_out(spec, [decision]).outcomes[0]
        if isinstance(outcome, Done | Waits):
            note(diary, "ok", decision.id)
            acknowledged.add(decision.id)
        else:
            assert isinstance(outcome, Clash), outcome


def _thought_of(spec: Path, chance: random.Random, seed: int) -> Iterator[Decide]:
    """Yield a decision about the spec as it is seen now."""
    while True:
        feature = chance.choice(FEATURES)
        try:
            seen = outline.phase_of(Document.of(spec.read_bytes()), feature)
        except (BrokenError, FileNotFoundError):
            continue
        others = [phase for phase in PHASES if phase != seen]
        yield Decide(
            feature=feature,
            phase=chance.choice(others),
            by=f"人 {seed}",
            reason="x" * chance.randint(1, 300),
            seen=seen,
        )


def _kept(decision: Decide) -> dict[str, Any]:
    return {key: getattr(decision, key) for key in decision.__dataclass_fields__}


def edit(spec: Path, saves: int) -> None:
    """Open and save ``spec`` like an editor, each time with one more comment at its top."""
    number = 0
    while number < saves:
        try:
            text = spec.read_bytes()
            Document.of(text)
        except (BrokenError, FileNotFoundError):
            continue
        save = _save_by_renaming if number % 2 else _save_in_place
        save(spec, b"# save %d\n" % number + text)
        number += 1


def edit_stale(spec: Path, saves: int, stale_seconds: float) -> None:
    """Save ``spec`` again and again, each time as it was ``stale_seconds`` before the save.

    This is an editor that does not notice what others write. The first line counts the saves.
    """
    number = 0
    while number < saves:
        try:
            text = spec.read_bytes()
            Document.of(text)
        except (BrokenError, FileNotFoundError):
            continue
        time.sleep(stale_seconds)
        save = _save_by_renaming if number % 2 else _save_in_place
        save(spec, b"# save %d\n" % number + text)
        number += 1


def _save_in_place(spec: Path, new: bytes) -> None:
    with spec.open("wb") as file:
        for start in range(0, len(new), 4096):
            file.write(new[start : start + 4096])
            file.flush()
            os.fsync(file.fileno())


def _save_by_renaming(spec: Path, new: bytes) -> None:
    temporary = spec.with_name(f"{spec.name}.editor")
    temporary.write_bytes(new)
    temporary.replace(spec)
