"""A page goes on with what it remembers, and mypy knows of what type that is."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

import blueprints.kit as kit
from blueprints.kit.page.memory import Key, Memory

KIT = Path(kit.__path__[0])

SEEN = Key[bool]("test.seen")
NAMES = Key[frozenset[str]]("test.names")


def test_a_value_is_remembered_by_its_key() -> None:
    memory = Memory()
    memory[SEEN] = False
    memory[NAMES] = frozenset({"one"})
    assert SEEN in memory
    assert memory[NAMES] | {"two"} == {"one", "two"}


def test_a_key_that_was_loaded_anew_finds_what_the_former_one_kept() -> None:
    memory = Memory()
    memory[SEEN] = True
    assert memory.get(Key[bool](SEEN.name)) is True


def test_what_is_not_remembered_is_none_or_an_error() -> None:
    memory = Memory()
    assert memory.get(SEEN) is None
    memory.discard(SEEN)
    with pytest.raises(KeyError):
        memory.pop(SEEN)


def test_what_is_empty_or_false_counts_for_nothing() -> None:
    memory = Memory()
    assert not memory
    memory[SEEN], memory[NAMES] = False, frozenset()
    assert not memory
    memory[SEEN] = True
    assert memory
    assert memory.pop(SEEN)
    assert SEEN not in memory


def test_another_type_is_noticed_by_mypy() -> None:
    memory = Memory()
    memory[SEEN] = "yes"  # type: ignore[misc]  # a strict mypy complains where this is needless


def test_no_two_keys_of_the_kit_have_a_name() -> None:
    texts = [path.read_text(encoding="utf-8") for path in KIT.rglob("*.py")]
    names = Counter(name for text in texts for name in re.findall(r'Key\[.+\]\("(.+?)"\)', text))
    assert len(names) >= 7
    assert [name for name, count in names.items() if count > 1] == []
