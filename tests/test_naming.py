"""Names for Python out of keys that may be Japanese, odd or hostile."""

from __future__ import annotations

import keyword
import unicodedata
from pathlib import PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.naming import (
    MOST_BYTES,
    class_identifier,
    distinct,
    identifier,
    module_identifier,
    slug,
)

ODD = (
    *("class", "None", "__class__", "", "_", "１", "ﾃﾞｰﾀ", "a-b", "⼀", "ª", "\u0345", "｡゛"),
    *("match", "ｉｆ", "{{ x }}", "a\nb", "'\"", "😀", "²", "self", "print", "Ⅷ", "ﬁ"),
)


def usable(name: str) -> bool:
    """Tell whether Python takes ``name`` as it stands, and keeps it so."""
    scope: dict[str, int] = {}
    exec(f"{name} = 1", {}, scope)
    return scope == {name: 1}


def check_names(key: str) -> None:
    for name in (identifier(key), class_identifier(key), module_identifier(key)):
        assert name.isidentifier()
        assert not keyword.iskeyword(name)
        assert unicodedata.normalize("NFKC", name) == name
        assert usable(name)


@pytest.mark.parametrize("key", ODD)
def test_an_odd_key_has_a_name_that_python_takes(key: str) -> None:
    check_names(key)


@given(key=st.text(max_size=80))
def test_every_key_has_a_name_that_python_takes(key: str) -> None:
    check_names(key)


@given(keys=st.lists(st.text(max_size=20), unique=True, max_size=30))
def test_different_keys_get_different_names(keys: list[str]) -> None:
    for function in (identifier, class_identifier, module_identifier):
        names = distinct(map(function, keys), ["self", "id"])
        assert len({name.casefold() for name in names}) == len(keys)
        assert not {"self", "id"} & set(names)
        assert all(map(usable, names))


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("place", "place"),
        ("road_report", "road_report"),
        ("場所", "場所"),
        ("現地 確認", "現地_確認"),
        ("ｋｉｎｄ", "kind"),
        ("1st", "n_1st"),
        ("import", "import_"),
        ("a.b", "a_b"),
        ("!?", "n"),
        ("__init__", "init"),
    ],
)
def test_a_name_is_as_near_to_the_key_as_python_allows(key: str, expected: str) -> None:
    assert identifier(key) == expected


@pytest.mark.parametrize(
    ("key", "expected"),
    [("road_report", "RoadReport"), ("通報", "通報"), ("none", "None_"), ("!", "N"), ("a1", "A1")],
)
def test_classes_are_written_in_capitals(key: str, expected: str) -> None:
    assert class_identifier(key) == expected


@pytest.mark.parametrize("key", ["k" * 80, "長" * 80, "𠮷" * 80, "㍿" * 80])
def test_a_long_key_gets_a_name_that_a_file_may_have(key: str) -> None:
    for function in (identifier, class_identifier, module_identifier):
        name, other = function(key), function(f"{key[:-1]}x")
        assert len(name.encode()) <= MOST_BYTES
        assert name != other
        assert name.casefold()[:15] == other.casefold()[:15]
    check_names(key)


def test_names_that_clash_are_counted() -> None:
    assert distinct(["a", "A", "a", "b"]) == ["a", "A_", "a_3", "b"]
    assert distinct(["if_", "if_"]) == ["if_", "if_3"]
    assert distinct(["id", "id_"], ["id"]) == ["id_", "id_3"]


@given(key=st.text(max_size=60))
def test_a_slug_is_the_name_of_a_folder_and_of_a_distribution(key: str) -> None:
    name = slug(key)
    assert name.isascii()
    assert name == name.lower().strip("-")
    assert PurePath(name).name == name
    assert name not in {"con", "prn", "aux", "nul"}


@pytest.mark.parametrize(
    ("key", "expected"),
    [("道路損傷通報", "prototype"), ("Road Report", "road-report"), ("CON", "con-prototype")],
)
def test_a_slug_is_ascii_where_possible(key: str, expected: str) -> None:
    assert slug(key) == expected


@pytest.mark.parametrize("key", ["con", "AUX", "lpt1"])
def test_no_module_is_named_like_a_device_of_windows(key: str) -> None:
    assert module_identifier(key).casefold() != key.casefold()
