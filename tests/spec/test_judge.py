"""The kit's own field judges the values of a spec."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.blueprints import Blueprints
from generator.spec.judge import judge, judged_value, read
from generator.spec.model import EntityField
from generator.spec.vocabulary import Vocabulary

TYPES = Blueprints.find().vocabulary.field_types


@given(text=st.text() | st.from_regex(r"[-+¥0-9０-９./:年月日時, ]{1,40}"))
def test_reading_a_text_gives_a_value_or_says_that_it_is_none(text: str) -> None:
    for kind in TYPES.values():
        try:
            read(kind, text)
        except ValueError:
            continue


@pytest.mark.parametrize("text", ["9" * 5000, "1e999999", "-0", "nan", "inf", "1" + "0" * 400])
def test_absurd_numbers_are_read_or_refused(text: str) -> None:
    for kind in TYPES.values():
        try:
            read(kind, text)
        except ValueError:
            continue


@pytest.mark.parametrize("name", sorted(TYPES))
def test_the_example_of_a_type_is_a_value_of_it(name: str) -> None:
    kind = TYPES[name]
    if kind.example:
        read(kind, kind.example)


def test_the_judge_keeps_the_rules_of_the_field(vocabulary: Vocabulary) -> None:
    kind = vocabulary.field_types["integer"]
    field = EntityField(title="x", type="integer", min="2", max="4")
    assert judge(field, kind).problems(3) == []
    assert judge(field, kind).problems(5)
    wrong = list(judged_value(("a",), field, kind, "5", (), rules=True))
    assert [finding.code for finding in wrong] == ["against_rules"]
    assert list(judged_value(("a",), field, kind, "5", ())) == []


def test_a_bound_that_is_no_value_is_refused(vocabulary: Vocabulary) -> None:
    with pytest.raises(ValueError, match="三"):
        judge(EntityField(title="x", min="三"), vocabulary.field_types["integer"])
