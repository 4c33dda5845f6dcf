"""Each check finds what it is for, and leaves alone what is right.

The mistakes in ``../mistakes`` show one case of each; here are the others.
"""

from __future__ import annotations

import pytest

from generator.spec.checks import all_checks
from generator.spec.checks.cycles import circles
from generator.spec.checks.rows import row_names
from tests.spec.conftest import Load
from tests.spec.told import codes, marked

FIELDS = "project: x\nentities:\n  a:\n    fields:\n"


def field(rules: str) -> str:
    return f"{FIELDS}      b: {{{rules}}}\n"


def test_every_module_of_the_folder_is_a_check() -> None:
    names = {check.__module__.rpartition(".")[2] for check in all_checks()}
    assert {"cycles", "fields", "flows", "names", "phases", "references", "rows"} <= names


@pytest.mark.parametrize(
    ("rules", "expected", "at"),
    [
        ("type: date, min: 2026-04-01, max: 令和8年4月1日", [], ""),
        ("type: date, min: 2026-04-02, max: 令和8年4月1日", ["min_over_max"], "2026-04-02"),
        ("type: date, default: 明日", ["not_of_type"], "明日"),
        ("type: integer, default: １２", [], ""),
        ("type: integer, max: 9, default: 10", ["against_rules"], "10"),
        ("type: text, max_length: 2, default: abc", ["against_rules"], "abc"),
        ("type: text, pattern: '[0-9]+', default: abc", ["against_rules"], "abc"),
        ("type: text, pattern: '[0-9', default: abc", ["pattern_brackets"], "["),
        ("type: text, min_length: 5, max_length: 3", ["min_over_max"], "5"),
        ("type: choice, choices: [x, y], default: z", ["not_a_choice"], "z"),
        ("type: choice, choices: []", ["rule_missing"], "b"),
        ("type: choice, choices: [x, x, x]", ["double_choice", "double_choice"], "x"),
        ("type: multi_choice, choices: [x, y], default: 'x、y'", [], ""),
        ("type: multi_choice, choices: [x, y], default: 'x、z'", ["not_a_choice"], "z"),
        ("type: boolean, default: はい", [], ""),
        ("type: boolean, min: 1", ["rule_not_of_type"], "min"),
        ("type: auto_number, format: '{fiscal_year}-{month:02}-{seq}'", [], ""),
        ("type: auto_number, format: 'R{year}'", ["bad_format"], "'R{year}'"),
        ("type: auto_number, format: ", [], ""),
        ("type: calculated, formula: '({c} + 1.5) × {c} ÷ -2'", [], ""),
        ("type: calculated, formula: '{c} +'", ["bad_formula"], "'{c} +'"),
        ("type: calculated, formula: '{c} ** 2'", ["bad_formula"], "'{c} ** 2'"),
        ("type: calculated, formula: '__import__(\"os\")'", ["bad_formula"], None),
        ("type: calculated, formula: '{c} + {d}'", ["unknown_field"], "d"),
        ("type: calculated, formula: '{b} + 1'", ["circle"], "b"),
        ("type: reference", ["rule_missing"], "b"),
        ("type: stars, max: 5", [], ""),
        ("type: ｔｅｘｔ", ["unknown_type"], "ｔｅｘｔ"),
        ("show_when: {c: 3}", [], ""),
        ("show_when: {c: 三}", ["not_of_type"], "三"),
        ("show_when: {e: 3}", ["unknown_field"], "e"),
        ("required_when: {state: x}", ["unknown_field"], "state"),
        ("show_when: {c: }", ["empty_list"], "c"),
    ],
)
def test_the_rules_of_a_field(load: Load, rules: str, expected: list[str], at: str | None) -> None:
    loaded = load(field(rules) + "      c: {type: integer}\n")
    assert codes(loaded) == expected
    if expected and at is not None:
        assert marked(loaded.problems[-1]) == at


@pytest.mark.parametrize(
    ("content", "expected", "at"),
    [
        ("screens: {a_list: {columns: [b, {field: c}]}}\n", "unknown_field", "c"),
        ("screens: {a_list: {filters: [state]}}\n", "unknown_field", "state"),
        ("screens: {a_list: {sort: -c}}\n", "unknown_field", "c"),
        ("screens: {a_list: {where: {b: x, c: y}}}\n", "unknown_field", "c"),
        ("screens: {a_form: {fields: [c]}}\n", "unknown_field", "c"),
        ("screens: {a_board: {by: c}}\n", "unknown_field", "c"),
        ("screens: {a_calendar: {entity: a, date: c}}\n", "unknown_field", "c"),
        (
            "screens: {w: {kind: wizard, entity: a, steps: {S1: {fields: [c]}}}}\n",
            "unknown_field",
            "c",
        ),
        ("screens: {d: {kind: dashboard, tiles: [{chart: a, by: c}]}}\n", "unknown_field", "c"),
        ("screens: {d: {kind: dashboard, tiles: [{count: z}]}}\n", "unknown_entity", "z"),
        (
            "screens: {d: {kind: dashboard, tiles: [{count: a, feature: F9}]}}\n",
            "unknown_feature",
            "F9",
        ),
        ("screens: {a_list: {columns: [{field: b, feature: F9}]}}\n", "unknown_feature", "F9"),
        ("screens: {a_list: {roles: 窓口}}\n", "unknown_role", "窓口"),
        ("processes: {P1: {goal: G9}}\n", "unknown_goal", "G9"),
        ("processes: {P1: {steps: {S1: {actor: x}}}}\n", "unknown_role", "x"),
        ("processes: {P1: {steps: {S1: {action: x}}}}\n", "unknown_transition", "x"),
        ("features: {F1: {step: P1}}\n", "unknown_step", "P1"),
        ("features: {F1: {needs: F2}}\n", "unknown_feature", "F2"),
        ("features: {F1: {decisions: [{id: 1, at: 2, phase: 9, by: x, reason: y}]}}\n", None, "9"),
        ("goals: {G1: {parent: G1}}\n", "circle", "G1"),
        ("questions: {Q1: {text: x, about: a.c}}\n", "unknown_element", "a.c"),
    ],
)
def test_what_is_named_must_be_there(
    load: Load, content: str, expected: str | None, at: str
) -> None:
    loaded = load("project: x\nentities: {a: [b]}\n" + content)
    problem = next(p for p in loaded.problems if p.code in (expected, "unknown_phase"))
    assert marked(problem) == at
    others = {"kind_not_built", "phase_not_decided"}
    assert set(codes(loaded)) - others == {problem.code}


@pytest.mark.parametrize(
    "about", ["F1", "a_list", "a", "a.b", "a.s", "a.t", "P1", "P1.S1", "G1", "R1", "1", "語"]
)
def test_a_question_can_be_about_anything(load: Load, about: str) -> None:
    loaded = load(
        "project: x\nfeatures: [F1]\ngoals: [G1]\nroles: [R1]\nphases: [1]\nglossary: {語: 意味}\n"
        "processes: {P1: [x]}\n"
        "entities: {a: {fields: [b], states: [s], transitions: {t: {from: s, to: s}}}}\n"
        f"questions: {{Q1: {{text: x, about: {about}}}}}\n"
    )
    assert codes(loaded) == []


@pytest.mark.parametrize("phase", ["1", "out", "undecided"])
def test_a_feature_is_in_a_declared_phase_out_or_undecided(load: Load, phase: str) -> None:
    assert codes(load(f"project: x\nphases: [1]\nfeatures: {{F1: {{phase: {phase}}}}}\n")) == []


@pytest.mark.parametrize(
    ("row", "expected", "at"),
    [
        ("name: x", [], ""),
        ("name: x, kind: '尾、耳'", [], ""),
        ("name: x, kind: [尾, 耳]", [], ""),
        ("name: x, kind: [尾, 牙]", ["not_a_choice"], "牙"),
        ("name: [x, y]", ["one_value"], "[x, y]"),
        ("name: x, count: 三", ["not_of_type"], "三"),
        ("name: x, count: 99", ["against_rules"], "99"),
        ("name: x, colour: red", ["unknown_field"], "colour"),
        ("name: x, state: 完了", [], ""),
        ("name: x, state: 官僚", ["unknown_state"], "官僚"),
        ("name: x, town: 会津若松市", [], ""),
        ("name: x, town: 07202 会津若松市", [], ""),
        ("name: x, town: 07202", [], ""),
        ("name: x, town: 会津若松", ["unknown_record"], "会津若松"),
    ],
)
def test_the_rows_hold_what_their_fields_can_keep(
    load: Load, row: str, expected: list[str], at: str
) -> None:
    loaded = load(
        f"""\
project: x
entities:
  town:
    label: "{{code}} {{name}}"
    fields: [name, code]
    rows: [{{name: 会津若松市, code: "07202"}}, {{name: 07202, code: "1"}}]
  a:
    states: [受付, 完了]
    fields:
      name: 名称
      kind: {{type: multi_choice, choices: [尾, 耳]}}
      count: {{type: integer, max: 9}}
      town: {{type: reference, entity: town}}
    rows:
      - {{{row}}}
"""
    )
    assert codes(loaded) == expected
    if expected:
        assert marked(loaded.problems[0]) == at


def test_where_the_rows_cannot_be_named_from_the_spec_nothing_is_said(load: Load) -> None:
    loaded = load(
        "project: x\nentities:\n"
        "  a: {label: '{no} {b}', fields: {b: , no: {type: auto_number}}, rows: [{b: x}]}\n"
        "  c: {fields: {a: {type: reference, entity: a}}, rows: [{a: 何か}]}\n"
        "  d: {fields: {c: {type: reference, entity: c}}, samples: 3}\n"
    )
    assert codes(loaded) == []
    assert loaded.spec is not None
    assert row_names(loaded.spec.entities["a"]) is None


def test_phases_whose_ends_are_words_are_left_to_people(load: Load) -> None:
    content = "project: x\nphases: {1: {until: 2028年3月}, 2: {until: 未定}, 3: {until: 2027.3}}\n"
    loaded = load(content)
    assert codes(loaded) == ["phase_order"]
    assert marked(loaded.problems[0]) == "2027.3"
    assert loaded.spec is not None


def test_a_former_name_belongs_to_one_thing_and_to_none_that_is_there(load: Load) -> None:
    content = "project: x\nentities: {a: {was: c}, b: {was: [c]}, d: {was: a}}\n"
    assert codes(load(content)) == ["was_taken", "was_taken"]
    assert codes(load("project: x\nentities: {a: {was: [c, d]}, b: {was: e}}\n")) == []


@pytest.mark.parametrize("name", ["state", "created_at", "updated_at"])
def test_what_every_record_has_is_no_field(load: Load, name: str) -> None:
    assert codes(load(f"project: x\nentities: {{a: [{name}]}}\n")) == ["reserved_field"]


@pytest.mark.parametrize(
    ("edges", "expected"),
    [
        ({"a": ["b"], "b": []}, []),
        ({"a": ["a"]}, [["a", "a"]]),
        ({"a": ["b"], "b": ["a"]}, [["a", "b", "a"]]),
        ({"a": ["b", "c"], "b": ["c"], "c": []}, []),
        ({"x": ["a"], "a": ["b"], "b": ["c"], "c": ["a"]}, [["a", "b", "c", "a"]]),
        ({"a": ["nobody"]}, []),
    ],
)
def test_circles_are_found_once(edges: dict[str, list[str]], expected: list[list[str]]) -> None:
    assert list(circles(edges)) == expected


def test_a_very_long_chain_is_walked_without_recursion() -> None:
    edges = {str(n): [str(n + 1)] for n in range(50_000)}
    assert list(circles(edges)) == []
