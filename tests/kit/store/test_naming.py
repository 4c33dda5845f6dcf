from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprints.kit.store.naming import database_name

HOSTILE = [
    *("class", "id", "select", "order by", 'a"b', "a'b", "{{ x }}", "a;--", "%s", ":x", "a.b"),
    *("会議室", "会議室" * 20, "x" * 80, "Name", "name", "NAME", "ＮＡＭＥ", "1", "_id", "_", " "),
    *("sqlite_master", "pg_class", "rowid", "name_2", "\ud800", "a\0b", "ß", "ẞ", "é", "e\u0301"),
]


def test_a_plain_key_is_its_own_name() -> None:
    assert database_name("due_date") == "due_date"
    assert database_name("会議室") == "会議室"


@pytest.mark.parametrize("key", HOSTILE)
def test_a_name_is_short_plain_and_no_built_in_one(key: str) -> None:
    name = database_name(key)
    assert name.isidentifier()
    assert not name.startswith("_")
    assert len(name.encode()) <= 60


def test_hostile_keys_have_names_that_no_database_takes_for_the_same() -> None:
    names = [database_name(key).casefold() for key in HOSTILE]
    assert len(set(names)) == len(names)


@given(st.text(min_size=1, max_size=80))
def test_any_key_has_always_the_same_name(key: str) -> None:
    name = database_name(key)
    assert name == database_name(key)
    assert len(name.encode()) <= 60
    assert name[0].isalpha()


def test_a_name_that_is_taken_gets_a_number() -> None:
    assert database_name("kind", {"kind", "kind_2"}) == "kind_3"
