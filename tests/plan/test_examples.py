"""The values that the generated tests type in are values that the field takes."""

from __future__ import annotations

from typing import Any

import pytest

from generator.blueprints import Blueprints
from generator.plan.examples import fulfilled, valid_text
from generator.spec.judge import judge, read
from generator.spec.model import EntityField

TYPES = Blueprints.find().vocabulary.field_types


def example(**rules: Any) -> str | None:
    field = EntityField.model_validate({"title": "項目", **rules})
    kind = TYPES[field.type]
    text = valid_text(field, kind)
    if text is not None:
        assert judge(field, kind).problems(read(kind, text)) == []
        assert valid_text(field, kind) == text, "the same field always gets the same text"
    return text


@pytest.mark.parametrize("name", sorted(name for name, kind in TYPES.items() if kind.example))
def test_every_type_has_an_example(name: str) -> None:
    needs: dict[str, Any] = {"choices": ["市道", "県道"]} if "choices" in TYPES[name].takes else {}
    assert example(type=name, **needs) is not None


@pytest.mark.parametrize(
    "rules",
    [
        {"type": "text", "max_length": 1},
        {"type": "text", "min_length": 100},
        {"type": "text", "min_length": 30, "max_length": 30},
        {"type": "text", "pattern": "[A-Z]{2}-[0-9]{4}"},
        {"type": "text", "pattern": {"regex": "(市|町|村)道[0-9]+号"}},
        {"type": "text", "pattern": "([ァ-ヶー]+[ 　]?)+", "min_length": 20, "max_length": 22},
        {"type": "text", "pattern": "((x{0,10}y?){0,10}){1,10}z"},
        {"type": "multiline", "max_length": 3},
        {"type": "integer", "min": "1000"},
        {"type": "integer", "max": "-5"},
        {"type": "integer", "min": "7", "max": "7"},
        {"type": "money", "min": "100,000円"},
        {"type": "date", "min": "2030-01-01"},
        {"type": "date", "max": "昭和64年1月7日"},
        {"type": "choice", "choices": ["市道", "県道"]},
        {"type": "multi_choice", "choices": ["a", "b"], "max_count": 1},
        {"type": "boolean", "required": True},
    ],
    ids=str,
)
def test_the_example_keeps_the_rules(rules: dict[str, Any]) -> None:
    assert example(**rules) is not None


def test_the_default_is_preferred() -> None:
    assert example(type="text", default="市道") == "市道"


def test_another_text_is_found_where_one_is_taken() -> None:
    field = EntityField(title="x", type="choice", choices=("市道", "県道"))
    assert valid_text(field, TYPES["choice"], avoid=["市道"]) == "県道"


def test_a_text_for_a_pattern_is_what_a_form_reads_of_it() -> None:
    text = example(type="text", pattern="[か-こ]+ *")
    assert text is not None
    assert text == text.strip()


def test_nothing_is_given_where_nothing_fits() -> None:
    assert example(type="text", pattern=r"[^\s\S]") is None
    assert example(type="integer", min="5", max="3") is None


def test_a_condition_is_fulfilled_by_the_texts_it_asks_for() -> None:
    kinds = {"kind": TYPES["choice"]}
    assert fulfilled({"kind": ("市道", "県道")}, {"kind": "県道"}, kinds)
    assert not fulfilled({"kind": ("市道",), "state": ("受付",)}, {"kind": "市道"}, kinds)
    assert fulfilled({"state": ("受付",)}, {"state": "受付"}, kinds)
    assert fulfilled({}, {}, {})


@pytest.mark.parametrize(
    ("name", "wanted", "typed"),
    [
        ("boolean", "はい", "yes"),
        ("integer", "1,200", "1200"),
        ("date", "令和8年4月1日", "2026-04-01"),
        ("multi_choice", "尾", "耳、尾"),
        ("text", "", ""),
    ],
)
def test_a_condition_asks_for_values_not_for_spellings(name: str, wanted: str, typed: str) -> None:
    kinds = {"it": TYPES[name]}
    assert fulfilled({"it": (wanted,)}, {"it": typed}, kinds)
    assert not fulfilled({"it": ("other",)}, {"it": typed}, kinds)
    assert not fulfilled({"it": (wanted,)}, {"it": typed[:-1] + "?"}, kinds)
