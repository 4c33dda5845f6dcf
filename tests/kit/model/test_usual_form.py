"""Characters get their usual forms, however many marks stand on a letter."""

from __future__ import annotations

import unicodedata
from itertools import groupby

import pytest

from blueprints.kit.model.usual_form import MOST_MARKS, usual


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc 09",
        "ＡＢＣ０９　㈱",
        "ｶﾞｷﾞ ﾊﾟﾋﾟ",
        "か\u3099き",
        "e\u0301\u0323",
        "각각",
        "\u0344\u0f73",
        "𠮷😀",
    ],
)
def test_a_text_of_any_language_becomes_what_unicode_says(text: str) -> None:
    assert usual(text) == unicodedata.normalize("NFKC", text)


@pytest.mark.parametrize("marks", ["\u0301\u0323", "\uff9e\u0323", "\u0344\u0323", "\u0f73\u0301"])
def test_marks_without_an_end_are_put_in_order_thirty_at_a_time(marks: str) -> None:
    form = usual("あ" + marks * 1_000 + "い")
    runs = [len(list(run)) for mark, run in groupby(form, unicodedata.combining) if mark]
    assert max(runs) <= 2 * MOST_MARKS  # a mark may be two of them together
    assert form.replace("\u034f", "") != form
    assert (form[0], form[-1]) == ("あ", "い")
