"""The JSON Schema takes what the loader takes, refuses what it refuses, and explains every key."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from generator.messages import Language
from generator.spec.load import load_bytes
from generator.spec.schema import in_language, json_schema
from generator.spec.shape import keys_of, parts
from generator.spec.vocabulary import Vocabulary
from tests.spec.test_load import SAMPLES, WHOLE, broken_value


class EditorLoader(yaml.CSafeLoader):
    """Reads YAML as editors do: numbers and booleans by the rules of YAML 1.2."""


EditorLoader.yaml_implicit_resolvers = {}
for name, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+0123456789.")),
):
    EditorLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{name}", re.compile(f"^(?:{pattern})$"), first
    )


def edited(content: str | bytes) -> Any:
    return yaml.load(content, Loader=EditorLoader)


@pytest.fixture(scope="module")
def validator(vocabulary: Vocabulary) -> Draft7Validator:
    schema = json_schema(vocabulary, "ja")
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_key_of_the_language_is_explained(language: Language, vocabulary: Vocabulary) -> None:
    schema = json_schema(vocabulary, language)
    described = {"Spec": schema, **schema["definitions"]}
    for part in parts():
        written = described[part.__name__]
        assert written["description"]
        assert list(written["properties"]) == keys_of(part)
        for key, value in written["properties"].items():
            said = value["description"]
            assert len(said) > 2, f"{part.__name__}.{key}"
            assert any(not letter.isascii() for letter in said) or language == "en"
            assert "{{" not in said


def test_the_catalogue_explains_nothing_that_is_no_key() -> None:
    import generator.messages as messages

    source = Path(messages.__file__).with_name("schema.yaml").read_text(encoding="utf-8")
    known = {f"{part.__name__}.{key}" for part in parts() for key in keys_of(part)}
    written = {key for key in yaml.safe_load(source) if key[0].isupper() and "." in key}
    assert written == known


def words(schema: Any) -> dict[str, str]:
    """Return the words that a key may hold, with what is said of each."""
    for one in (schema, *schema.get("anyOf", ())):
        if "enum" in one:
            return dict(zip(one["enum"], one["enumDescriptions"], strict=True))
    raise AssertionError(schema)


def test_types_and_kinds_are_explained_by_their_own_modules(vocabulary: Vocabulary) -> None:
    japanese = json_schema(vocabulary, "ja")["definitions"]
    english = json_schema(vocabulary, "en")["definitions"]
    types = words(japanese["EntityField"]["properties"]["type"])
    assert list(types) == vocabulary.known_types
    assert types["stars"].startswith("星の数(1から5)。")
    assert "max" in types["stars"]
    assert "まだ作れません" in types["photo"]
    stars = words(english["EntityField"]["properties"]["type"])["stars"]
    assert stars.startswith("one to five stars.")

    kinds = words(japanese["Screen"]["properties"]["kind"])
    assert list(kinds) == vocabulary.known_kinds
    assert kinds["gantt"].startswith("記録を期間の帯で見せる画面。")
    assert "まだ作れません" in kinds["dashboard"]
    assert "まだ作れません" not in kinds["list"]


@pytest.mark.parametrize(
    ("said", "language", "expected"),
    [
        ("``a``: one.\n\n1つの。\n\nTakes b.", "ja", "1つの。"),
        ("``a``: one.\n\n1つの。", "en", "``a``: one."),
        ("only english", "ja", "only english"),
        ("日本語だけ", "en", "日本語だけ"),
        ("", "ja", ""),
    ],
)
def test_a_description_is_given_in_the_language_asked_for(
    said: str, language: Language, expected: str
) -> None:
    assert in_language(said, language) == expected


@pytest.mark.parametrize("path", [WHOLE, *SAMPLES], ids=lambda path: path.stem)
def test_a_sample_is_valid(path: Path, validator: Draft7Validator) -> None:
    errors = [error.message for error in validator.iter_errors(edited(path.read_bytes()))]
    assert errors == []


SHORT = (
    "project: 2026\n",
    "project: true\n",
    "project: x\nentities:\n",
    "project: x\nroles: [a, 1, true]\n",
    "project: x\nroles: {a: , b: 3, c: {who: 4}, 5: {title: }}\n",
    "project: x\nentities: [a]\n",
    "project: x\nentities: {a: [b, 2], c: {fields: [d]}, e: 記録, f: }\n",
    "project: x\nprocesses: {P: [a, {title: b}, 3], Q: {steps: {S1: a, S2: }}, R: }\n",
    "project: x\nprocesses: [P]\n",
    "project: x\nquestions: {Q1: だれが, Q2: {text: 5}}\n",
    "project: x\nglossary: {a: 1, 2: b}\n",
    "project: x\nphases: {1: 第1期, 2: {until: 2027-03}}\nfeatures: {F1: {phase: 1}}\n",
    "project: {title: x, sample_date: 2026-04-01, language: en, organizations: a}\n",
    "project: x\nentities: {a: {fields: {b: {required: yes, min_length: '3', unique: 0}}}}\n",
    "project: x\nentities: {a: {fields: {b: {pattern: 1}, c: {pattern: {regex: x}}}}}\n",
    "project: x\nentities: {a: {fields: {b: {was: c, choices: , type: text, default: 3}}}}\n",
    "project: x\nentities: {a: {fields: [b], rows: [{b: 1}, {b: true}]}}\n",
    "project: x\nentities: {a: [b]}\nscreens: {a_list: {columns: b, filters: [{field: b}]}}\n",
    "project: x\nentities: {a: {fields: [b]}}\nscreens: [a_list, a_form]\n",
    "project: x\nentities: {a: {states: [s, t], transitions: {x: {from: s, to: t}}}}\n",
    "project: x\nfeatures: {F1: {goal: , needs: [], difficulty: hard, detail: }}\n",
    "spec: 1\nproject: x\n",
    "spec: '1'\nproject: x\n",
)


@pytest.mark.parametrize("content", SHORT)
def test_every_short_form_that_the_loader_takes_is_valid(
    content: str, validator: Draft7Validator, vocabulary: Vocabulary
) -> None:
    loaded = load_bytes(content.encode(), "spec.yaml", vocabulary)
    assert [p.code for p in loaded.problems if p.code != "rule_not_of_type"] == []
    assert [error.message for error in validator.iter_errors(edited(content))] == []


@pytest.mark.parametrize(
    "content",
    [
        "{}",
        "project: x\nentites: {}\n",
        "project: {titel: x}\n",
        "project: [x]\n",
        "project: x\nroles: {a: {b: c}}\n",
        "project: x\nroles: 窓口\n",
        "project: x\nroles: [{a: b}]\n",
        "project: x\nroles: [a, a]\n",
        "project: x\nentities: {a: {fields: {b: {type: txet}}}}\n",
        "project: x\nentities: {a: {fields: {b: {colour: red}}}}\n",
        "project: x\nentities: {a: {fields: {b: {required: はい}}}}\n",
        "project: x\nentities: {a: {fields: {b: {max_length: 3文字}}}}\n",
        "project: x\nentities: {a: {fields: {b: {max_length: 0}}}}\n",
        "project: x\nentities: {a: {states: {s: {begin: true}}}}\n",
        "project: x\nentities: {a: {transitions: {t: {to: s}}}}\n",
        "project: x\nentities: {a: {samples: -1}}\n",
        "project: x\nscreens: {a: {kind: lst}}\n",
        "project: x\nscreens: {a: {columns: [{fild: b}]}}\n",
        "project: x\nfeatures: {F1: {difficulty: very}}\n",
        "project: {title: x, language: fr}\n",
        "project: {title: x, sample_date: 令和8年}\n",
        "project: x\nquestions: {Q1: }\n",
    ],
)
def test_what_the_loader_refuses_by_its_shape_is_invalid(
    content: str, validator: Draft7Validator, vocabulary: Vocabulary
) -> None:
    assert load_bytes(content.encode(), "spec.yaml", vocabulary).errors
    assert not validator.is_valid(edited(content))


def test_whatever_the_loader_takes_is_valid(
    validator: Draft7Validator, vocabulary: Vocabulary
) -> None:
    chance = random.Random(1)
    whole = yaml.load(WHOLE.read_bytes(), Loader=yaml.CSafeLoader)
    taken = 0
    for _ in range(300):
        raw = broken_value(chance, whole)
        if load_bytes(raw, "spec.yaml", vocabulary).errors:
            continue
        taken += 1
        assert [error.message for error in validator.iter_errors(edited(raw))] == []
    assert taken > 20
