"""Records: ids that nobody else makes, and texts that stay texts."""

from __future__ import annotations

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from generator.decide.record import Token, cleaned, flow, new_id, now, quoted, token

HOSTILE = st.text(st.characters(), max_size=60)


def test_ids_are_short_different_and_sort_by_time() -> None:
    ids = [new_id() for _ in range(2000)]
    assert len(set(ids)) == 2000
    assert all(len(name) == 16 for name in ids)
    assert [name[:10] for name in ids] == sorted(name[:10] for name in ids)
    assert set("".join(ids)) <= set("0123456789ABCDEFGHJKMNPQRSTVWXYZ")


def test_the_time_has_its_offset_and_no_fraction() -> None:
    assert len(now()) == len("2026-11-23T14:20:00+09:00")


@given(HOSTILE)
@example('"\\\n\t\r\x00\x07\x85\u2028\u2029\ufeff\u202e\U000e0041')
@example("#{a: b}, [c] & *d !e %f @g `h | > ' \" - ? : = <<")
@example("\ud800 lone")
def test_any_text_comes_back_from_one_line_of_yaml(said: str) -> None:
    said = cleaned(said)
    written = flow({"reason": said, "list": [said]})
    assert len(written.splitlines()) == 1
    assert yaml.load(written, Loader=yaml.CBaseLoader) == {"reason": said, "list": [said]}
    assert yaml.safe_load(written) == {"reason": said, "list": [said]}
    written.encode()


@given(HOSTILE)
@example("null")
@example("a: b")
def test_any_token_comes_back_too(word: str) -> None:
    word = cleaned(word)
    read = yaml.load(f"{{{token(word)}: {flow(Token(word))}}}", Loader=yaml.CBaseLoader)
    assert read == {word: word}


def test_plain_where_that_is_safe() -> None:
    assert [flow(Token(word)) for word in ("F1", "第1期", "2026-11-23", "P1.S2", "01JD")] == [
        "F1",
        "第1期",
        "2026-11-23",
        "P1.S2",
        "01JD",
    ]
    assert [flow(Token(word)) for word in ("null", "a b", "-", "a:", "")] == [
        '"null"',
        '"a b"',
        '"-"',
        '"a:"',
        '""',
    ]


def test_what_hides_text_is_written_so_that_it_is_seen() -> None:
    assert quoted("a\u202eb\u2028c\x85\x00") == '"a\\u202Eb\\u2028c\\x85\\x00"'
    assert quoted("葛󠄀 👨\u200d👩 　x") == '"葛󠄀 👨\u200d👩 　x"'
