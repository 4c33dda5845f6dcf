"""Documents: what can be worked with, what is broken, and where things stand."""

from __future__ import annotations

import time

import pytest

from generator.decide.document import Document
from generator.decide.refusal import BrokenError


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"# only a comment\n",
        b"- a\n",
        b"text",
        b"a: [",
        b"a: 1\n---\nb: 2\n",
        b"a: \xff\n",
        "a: b\u2028c: d\n".encode(),
        "a: b\x85c: d\n".encode(),
        "a: b\n".encode("utf-16"),
        b"a: \x00\n",
        b"\t- a: b\n",
    ],
)
def test_what_is_no_mapping_is_broken(content: bytes) -> None:
    with pytest.raises(BrokenError):
        Document.of(content)


def test_deep_or_large_files_are_broken_at_once() -> None:
    begun = time.monotonic()
    for content in (b"a: " + b"[" * 100_000, b"a:\n" + b"- " * 25_000, b"x" * 9_000_000):
        with pytest.raises(BrokenError):
            Document.of(content)
    assert time.monotonic() - begun < 20


def test_a_byte_order_mark_shifts_no_position() -> None:
    with_mark = Document.of(b"\xef\xbb\xbfa: &x 1\nb: 2\n")
    without = Document.of(b"a: &x 1\nb: 2\n")
    places = [[(d.start(n), d.end(n)) for n in (3, 4, 5, 6)] for d in (with_mark, without)]
    assert places[0] == places[1]
    assert with_mark.content == b"\xef\xbb\xbfa: &x 1\nb: 2\n"


def test_a_collection_ends_with_its_last_part_and_not_behind_comments() -> None:
    text = "a:\n  b: 1\n  c: |\n    x\n\n# comment\nd: 2\n"
    document = Document(text)
    entry = document.find(document.root, "a")
    assert entry
    assert text[document.start(entry.value) : document.end(entry.value)] == "b: 1\n  c: |\n    x"


def test_an_alias_is_read_through_and_stands_for_itself() -> None:
    text = "a: &x one\nb: *x\n"
    document = Document(text)
    entry = document.find(document.root, "b")
    assert entry
    assert document.scalar(entry.value) == "one"
    assert text[document.start(entry.value) : document.end(entry.value)] == "*x"
