"""The proof: a change that does something else as well is not let through."""

from __future__ import annotations

import pytest
from yaml.events import ScalarEvent

from generator.decide.document import Document
from generator.decide.prove import Candidate, Edit, Swap, Want, proved, wanted

TEXT = "a: 1\nb: &x {c: 2}\nd: [*x, 'e']\n"


def replaced(old: str, new: str, *swaps: Swap) -> Document | None:
    start = TEXT.index(old)
    return proved(Document(TEXT), Candidate((Edit(start, start + len(old), new),), swaps))


def event(text: str) -> int:
    events = Document(TEXT).events
    return next(i for i, e in enumerate(events) if getattr(e, "value", None) == text)


def test_the_intended_change_is_let_through() -> None:
    place = event("1")
    changed = replaced("1", "9", Swap(place, place + 1, (Want(ScalarEvent, "9"),)))
    assert changed
    assert changed.text == TEXT.replace("1", "9")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1", "9"),
        ("'e'", "e"),
        ("'e'", '"e"'),
        ("*x", "x"),
        ("&x", "&y"),
        ("{c: 2}", "\n  c: 2"),
        ("d:", "d: !t"),
        ("b:", "b: {"),
        ("\nd", "\n---\nd"),
        ("a: 1\n", ""),
        ("'e']", "'e', ]\nf: "),
    ],
)
def test_any_other_difference_is_not(old: str, new: str) -> None:
    assert replaced(old, new) is None


def test_what_must_be_there_must_be_there_as_text() -> None:
    place = event("1")
    for new in ("null", "~", "", "'8'", "[9]", "&y 9", "!!str 9"):
        assert replaced("1", new, Swap(place, place + 1, wanted("9"))) is None
    assert replaced("1", "'null'", Swap(place, place + 1, wanted("null")))


def test_a_comment_alone_is_no_difference() -> None:
    assert replaced("1", "1 # one") is not None
