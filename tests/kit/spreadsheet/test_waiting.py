"""Sheets wait for their dialog, not for ever and not without number."""

from __future__ import annotations

import io

from blueprints.kit.spreadsheet.waiting import Waiting


def test_a_sheet_is_handed_out_once() -> None:
    waiting = Waiting()
    first, second = io.BytesIO(b"same"), io.BytesIO(b"same")
    words = [waiting.put(first), waiting.put(second)]
    assert waiting.take(words[1]) is second
    assert waiting.take(words[0]) is first
    assert waiting.take(words[0]) is None
    assert waiting.take("") is None
    assert not first.closed


def test_the_oldest_gives_way_when_too_many_wait() -> None:
    waiting = Waiting(most=2)
    sheets = [io.BytesIO() for _ in range(4)]
    words = [waiting.put(sheet) for sheet in sheets]
    assert [sheet.closed for sheet in sheets] == [True, True, False, False]
    assert [waiting.take(word) is not None for word in words] == [False, False, True, True]


def test_what_nobody_comes_for_is_dropped() -> None:
    waiting = Waiting(seconds=0)
    sheet = io.BytesIO()
    word = waiting.put(sheet)
    waiting.tidy()
    assert sheet.closed
    assert waiting.take(word) is None
    patient = Waiting()
    patient.put(kept := io.BytesIO())
    patient.tidy()
    assert not kept.closed
