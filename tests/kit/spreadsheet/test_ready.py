"""What would come of sheets is kept until somebody says that it is meant, within a limit."""

from __future__ import annotations

import gc

from blueprints.kit.fields.text import Text
from blueprints.kit.spreadsheet.ready import Ready, weight
from blueprints.kit.store.intake import Intake
from tests.kit.store.making import make

PLACE = make("report", {"place": Text("場所")})


class Dialog:
    """Whoever asks."""


def intake(length: int) -> Intake:
    return Intake(new=[PLACE({"place": "a" * length})])


def test_the_newest_is_kept_and_the_oldest_gives_way() -> None:
    ready = Ready(most=weight(intake(1000)) * 2)
    dialogs = [Dialog() for _ in range(3)]
    for dialog in dialogs:
        ready.put(dialog, intake(1000))
    assert [ready.take(dialog) is not None for dialog in dialogs] == [False, True, True]
    ready.put(dialogs[0], intake(100_000))
    assert ready.take(dialogs[0])
    assert ready.take(dialogs[0]) is None


def test_another_sheet_of_the_same_dialog_takes_the_place_of_the_first() -> None:
    ready, dialog, other = Ready(most=weight(intake(1000)) * 2), Dialog(), Dialog()
    ready.put(other, intake(1000))
    ready.put(dialog, intake(1000))
    ready.put(dialog, second := intake(1000))
    assert ready.take(other)
    assert ready.take(dialog) is second


def test_a_dialog_that_is_gone_takes_its_sheet_along() -> None:
    ready, dialog = Ready(), Dialog()
    ready.put(dialog, intake(10))
    assert len(ready._held) == 1
    del dialog
    gc.collect()
    assert len(ready._held) == 0
