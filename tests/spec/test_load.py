"""Loading: short forms come to the same as long ones, and all that is wrong is told at once."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.spec.load import MOST_PROBLEMS, Loaded, load_bytes, load_spec
from generator.spec.model import Spec
from generator.spec.problems import Severity
from generator.spec.vocabulary import Vocabulary
from tests.spec.conftest import Load
from tests.spec.told import codes, marked

SAMPLES = sorted(Path(__file__).parents[2].glob("sample_specs/*.yaml"))

WHOLE = Path(__file__).with_name("whole.yaml")
"""The long form of the language: every level, most keys."""

SMALLEST = """\
project: 道路損傷通報
entities:
  report:
    title: 通報
    fields:
      place: 場所
"""


def spec_of(loaded: Loaded) -> Spec:
    assert loaded.errors == []
    assert loaded.spec is not None
    return loaded.spec


def same(load: Load, short: str, long: str) -> None:
    start = "project: x\n" if "project:" not in short else ""
    assert spec_of(load(start + short)) == spec_of(load(start + long))


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("project: 道路\n", "project: {title: 道路}\n"),
        ("roles: [窓口]\n", "roles: {窓口: {title: 窓口}}\n"),
        ("roles:\n- 窓口\n", "roles: {窓口: 窓口}\n"),
        ("roles: {窓口: }\n", "roles: {窓口: {title: 窓口}}\n"),
        ("roles: {窓口: {who: 3名}}\n", "roles: {窓口: {title: 窓口, who: 3名}}\n"),
        ("roles:\n", "roles: {}\n"),
        ("entities: [通報]\n", "entities: {通報: {title: 通報, fields: {}}}\n"),
        (
            "entities: {通報: [場所, 種別]}\n",
            "entities: {通報: {fields: {場所: {title: 場所}, 種別: {title: 種別}}}}\n",
        ),
        ("processes: {P1: [通報する]}\n", "processes: {P1: {steps: {S1: {title: 通報する}}}}\n"),
        (
            "processes: {P1: {steps: [通報する, {title: 受ける, volume: 40件}]}}\n",
            "processes: {P1: {steps: {S1: 通報する, S2: {title: 受ける, volume: 40件}}}}\n",
        ),
        (
            "entities: {a: [b]}\nscreens: {a_list: {columns: b, filters: [b]}}\n",
            "entities: {a: [b]}\n"
            "screens: {a_list: {columns: [{field: b}], filters: [{field: b}]}}\n",
        ),
        (
            "entities: {a: {fields: {b: {pattern: x}}}}\n",
            "entities: {a: {fields: {b: {pattern: {regex: x}}}}}\n",
        ),
        (
            "entities: {a: {fields: {b: {choices: x, type: choice, was: y}}}}\n",
            "entities: {a: {fields: {b: {choices: [x], type: choice, was: [y]}}}}\n",
        ),
        (
            "entities: {a: {fields: [b], states: [s, t], transitions: {x: {from: s, to: t}}}}\n",
            "entities: {a: {fields: [b], states: {s: , t: {title: t}},"
            " transitions: {x: {title: x, from: [s], to: t}}}}\n",
        ),
        ("questions: {Q1: だれが}\n", "questions: {Q1: {text: だれが}}\n"),
        (
            "features: {F1: 登録, F2: {needs: F1}}\n",
            "features: {F1: {title: 登録}, F2: {needs: [F1]}}\n",
        ),
        ("features: {F1: {goal: }}\n", "features: {F1: {goal: []}}\n"),
        ("glossary:\n", "glossary: {}\n"),
        ("roles: {a: '', b: {title: ' '}}\n", "roles: {a: a, b: b}\n"),
    ],
)
def test_a_short_form_is_the_long_form(load: Load, short: str, long: str) -> None:
    same(load, short, long)


def test_the_text_of_the_file_decides_not_the_type_that_yaml_guesses(load: Load) -> None:
    spec = spec_of(
        load(
            "project: {title: 2026, organizations: [0600001, No, 012, 1.10, 2026-04-01]}\n"
            "phases: {1: {title: 1, until: 2027-03}, 2.10: }\n"
            "roles: [no, on, 9:00]\n"
        )
    )
    assert spec.project.title == "2026"
    assert spec.project.organizations == ("0600001", "No", "012", "1.10", "2026-04-01")
    assert list(spec.phases) == ["1", "2.10"]
    assert spec.phases["1"].until == "2027-03"
    assert list(spec.roles) == ["no", "on", "9:00"]


@pytest.mark.parametrize(
    "content", ["project: x\n", "project: {title: x, team: y}\n", "project: x\nentities:\n"]
)
def test_a_project_alone_is_a_spec(load: Load, content: str) -> None:
    assert list(spec_of(load(content)).screens) == ["home"]


def test_a_spec_can_be_read_from_a_file(tmp_path: Path, vocabulary: Vocabulary) -> None:
    path = tmp_path / "通報.yaml"
    path.write_text(SMALLEST, encoding="utf-8")
    assert spec_of(load_spec(path, vocabulary)).project.title == "道路損傷通報"
    with pytest.raises(OSError, match="nothing"):
        load_spec(tmp_path / "nothing.yaml", vocabulary)


def test_what_is_wrong_all_over_the_file_is_told_in_one_run_in_its_order(load: Load) -> None:
    loaded = load(
        """\
project: {title: 通報, langage: ja, sample_date: 令和8年}
roles: {desk: 窓口, desk: 係}
phases: {1: 第1期, out: 対象外}
goals: {G1: {title: 早く, parent: G2}}
processes:
  P1: {steps: {S1: {title: 通報する, actor: desc, colour: red}}}
entities:
  report:
    samples: 三
    fields:
      kind: {title: 種別, type: choice}
      cost: {title: 費用, type: mony}
      note: {title: 内容, required: はい}
    states: [受付, 完了]
    transitions:
      finish: {from: 受付, to: 官僚}
screens:
  report_list: {columns: [kind, cots]}
  report_gird: {kind: gird}
features:
  F1: {phase: 3, needs: [F1]}
"""
    )
    assert codes(loaded) == [
        *("unknown_key", "date_expected", "duplicate_key", "reserved_phase", "unknown_goal"),
        *("unknown_role", "unknown_key", "number_expected", "rule_missing", "unknown_type"),
        *("yes_no_expected", "unknown_state", "unknown_field", "unknown_kind"),
        *("unknown_phase", "circle"),
    ]
    assert loaded.spec is None
    places = [(problem.span.line, problem.span.column) for problem in loaded.problems]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        # a wrong project does not hide the rest
        ("project: {titel: x}\nroles: [a, a]\n", ["unknown_key", "double_name"]),
        ("roles: [a, a]\n", ["missing_key", "double_name"]),
        ("project: [x]\nroles: [a, a]\n", ["mapping_expected", "double_name"]),
        # the key that was meant is not missed
        ("project: x\nentites: {a: [b]}\nscreens: {a_list: {entity: a}}\n", ["unknown_key"]),
        ("project: x\n記録: {a: [b]}\nscreens: {a_list: {entity: a}}\n", ["unknown_key"]),
        (
            "project: x\nentities: {a: {feilds: [b]}}\nscreens: {a_list: {columns: [b]}}\n",
            ["unknown_key"],
        ),
        # what is wrong itself is not missed elsewhere
        (
            "project: x\nentities: {a: {fields: 3}}\nscreens: {a_list: {columns: [b, c]}}\n",
            ["mapping_expected"],
        ),
        ("project: x\nfeatures: {F1: [x], F2: {needs: F1}}\n", ["mapping_expected"]),
        ("project: x\nroles: [[a]]\nscreens: {home: {roles: [a]}}\n", ["mapping_expected"]),
        (
            "project: x\nentities: {a: {fields: {b: {type: choice, choices: [[x]]}}}}\n",
            ["text_expected"],
        ),
        (
            "project: x\n"
            "entities: {a: {fields: [b], states: 3, transitions: {t: {from: s, to: s}}}}\n",
            ["mapping_expected"],
        ),
        ("project: x\nentities: {a: {fields: {b: {type: [date], min: x}}}}\n", ["text_expected"]),
        # the second of two sections of the same name is not read, and not missed
        (
            "project: x\nentities: {a: [b]}\nentities: {c: [d]}\nscreens: {c_list: {entity: c}}\n",
            ["duplicate_key"],
        ),
        ("project: x\nphases: {1: &p {title: x}, 2: {<<: *p}}\n", ["merge_key"]),
        # what does not fit its type is not judged by the type's rules as well
        ("project: x\nentities: {a: {fields: {b: {type: text, min: 3}}}}\n", ["rule_not_of_type"]),
        # a missing thing that is named in many places is told once, with their number
        (
            "project: x\nentities: {a: [b]}\n"
            "screens: {a_list: {roles: [z]}, a_form: {roles: [z]}, a_detail: {roles: [z]}}\n",
            ["unknown_role"],
        ),
        ("project: x\nprocesses: {P1: {steps: [a, [b]]}}\n", ["mapping_expected"]),
    ],
)
def test_one_slip_is_told_once_and_hides_nothing(
    load: Load, content: str, expected: list[str]
) -> None:
    assert codes(load(content)) == expected


def test_a_wrong_part_within_shared_aliases_is_left_out_alone(load: Load) -> None:
    loaded = load(
        "project: x\n"
        "entities:\n"
        "  a: {fields: &f {b: {title: b, colour: red}, c: }}\n"
        "  d: {fields: *f}\n"
        "screens: {a_list: {columns: [b, c]}, d_list: {columns: [b, c]}}\n"
    )
    assert codes(loaded) == ["unknown_key"]
    assert marked(loaded.problems[0]) == "colour"


def test_numbered_steps_keep_their_numbers_behind_a_wrong_one(load: Load) -> None:
    loaded = load(
        "project: x\n"
        "processes:\n"
        "  P1:\n"
        "    - a\n"
        "    - {title: b, colour: red}\n"
        "    - {title: c, actor: nobody}\n"
        "features: {F1: {step: [P1.S2, P1.S3]}}\n"
    )
    assert codes(loaded) == ["unknown_key", "unknown_role"]
    assert [marked(problem) for problem in loaded.problems] == ["colour", "nobody"]


def test_what_is_promised_but_not_built_is_told_and_is_no_error(load: Load) -> None:
    loaded = load(
        SMALLEST
        + """\
      photos: {title: 写真, type: photo, many: true, max_count: 3, required: true}
    rows: [{place: 東栄町, photos: [a.jpg, b.jpg]}]
    states: [受付, 完了]
    transitions:
      finish: {from: 受付, to: 完了, requires: [photos]}
screens:
  report_list: {columns: [place, photos]}
  report_map: {kind: map, location: place}
  status: {kind: dashboard, tiles: {count: report, where: {state: 受付}}}
processes:
  P1:
    steps:
      S1: {screen: report_map, action: finish}
      S2: {screen: status, action: finish}
questions: {Q1: {text: なぜ, about: report_map}}
"""
    )
    assert codes(loaded) == ["type_not_built", "kind_not_built", "kind_not_built"]
    assert {problem.severity for problem in loaded.problems} == {Severity.NOTICE}
    assert [marked(problem) for problem in loaded.problems] == ["photo", "map", "dashboard"]
    assert loaded.spec is not None


def test_of_very_many_problems_the_errors_are_told_and_the_rest_is_counted(load: Load) -> None:
    photos = "".join(f"      p{n}: {{type: photo}}\n" for n in range(MOST_PROBLEMS))
    loaded = load(SMALLEST + photos + "      last: {type: txet}\n")
    assert len(loaded.problems) == MOST_PROBLEMS + 1
    assert codes(loaded)[-2:] == ["unknown_type", "more_problems"]
    assert loaded.problems[-1].values["more"] == 1
    assert loaded.spec is None


@pytest.mark.parametrize("path", [WHOLE, *SAMPLES], ids=lambda path: path.stem)
def test_a_sample_has_no_error(path: Path, load: Load) -> None:
    assert [problem.as_text() for problem in load(path.read_bytes()).errors] == []


# 2,000 broken specs, always the same: nothing raises, everything has a place.

TOKENS = (
    *(
        ":",
        " ",
        "\t",
        "- ",
        "[",
        "]",
        "{",
        "}",
        "&a ",
        "*a",
        "!x ",
        "|",
        ">",
        "'",
        '"',
        "#",
        "%",
        "@",
    ),
    *(
        "　",
        "：",
        "\x00",
        "\x1b[31m",
        "\u2028",
        "\x85",
        "\r",
        "\n",
        "---\n",
        "...\n",
        "? ",
        "<<: ",
        "~",
    ),
    *("null", "\\", "\ufeff", "😀", "{{ x }}", "a" * 300, "\u202e"),
)
HOSTILE: tuple[Any, ...] = (
    *(
        None,
        True,
        0,
        -1,
        10**30,
        1.5,
        "",
        " ",
        "x" * 5000,
        "a: b",
        "{x}",
        "{",
        "}",
        "{{x}}",
        "'",
        "\\",
    ),
    *(
        "None",
        "__class__",
        "{number.__class__}",
        "\n",
        "<script>",
        "-",
        "0600001",
        "9" * 5000,
        "ｋｉｎｄ",
    ),
    *([], {}, [[]], [{}], {"a": {"b": {"c": []}}}, ["a", "a"], {"": ""}, [None], {"title": []}),
)


def broken_bytes(chance: random.Random, content: str) -> bytes:
    """Break the text of a file: characters, lines and indents."""
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        place, count = chance.randrange(len(content)), chance.choice((1, 1, 2, 5, 30))
        lines = content.split("\n")
        line = chance.randrange(len(lines))
        other = chance.randrange(len(lines))
        match chance.randrange(8):
            case 0:
                content = content[:place] + content[place + count :]
            case 1:
                content = content[:place] + content[place : place + count] + content[place:]
            case 2:
                content = content[:place] + chance.choice(TOKENS) + content[place:]
            case 3:
                lines[line], lines[other] = lines[other], lines[line]
                content = "\n".join(lines)
            case 4:
                lines[line] = " " * chance.randrange(9) + lines[line].lstrip()
                content = "\n".join(lines)
            case 5:
                content = "\n".join(lines[:line] + lines[line + count :])
            case 6:
                content = "\n".join(lines[: line + count] + lines[line:])
            case 7:
                old = chance.choice((":", " ", ",", "{", "}", "["))
                lines[line] = lines[line].replace(old, chance.choice(TOKENS), 1)
                content = "\n".join(lines)
        content = content or "x"
    raw = bytearray(content.encode())
    if chance.random() < 0.1:
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    return bytes(raw)


def broken_value(chance: random.Random, value: Any) -> bytes:
    """Break the value of a spec: hostile keys and values at random places."""
    value = copy.deepcopy(value)
    for _ in range(chance.choice((1, 1, 2, 4))):
        owner, key = chance.choice(list(places(value)) or [({"": value}, "")])
        match chance.randrange(4):
            case 0:
                owner[key] = chance.choice(HOSTILE)
            case 1:
                del owner[key]
            case 2 if isinstance(owner, dict):
                owner[str(chance.choice(HOSTILE))[:100]] = owner.pop(key)
            case 3:
                other, there = chance.choice(list(places(value)))
                owner[key] = copy.deepcopy(other[there])
    style = chance.choice((None, True, False))
    return yaml.dump(
        value, Dumper=yaml.CSafeDumper, allow_unicode=True, default_flow_style=style
    ).encode()


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every place of a value as its owner and its key there."""
    todo = [value]
    while todo:
        owner = todo.pop()
        for key in list(owner) if isinstance(owner, dict) else range(len(owner)):
            yield owner, key
            if isinstance(owner[key], dict | list):
                todo.append(owner[key])


def check_all_is_told(loaded: Loaded) -> None:
    assert loaded.spec is not None or loaded.errors
    lines = loaded.source.lines
    for problem in loaded.problems:
        span = problem.span
        assert 1 <= span.line <= span.end_line <= len(lines) + 1
        assert span.line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
    for problem in loaded.problems[:20]:
        for language in ("ja", "en"):
            assert problem.as_text(language)
            assert problem.as_json(language)["message"]


@pytest.mark.parametrize("part", range(10))
@pytest.mark.parametrize("breaking", [broken_bytes, broken_value])
def test_a_broken_spec_never_raises_and_every_problem_has_a_place(
    part: int, breaking: Callable[[random.Random, Any], bytes], vocabulary: Vocabulary
) -> None:
    chance = random.Random(part)
    for number in range(100):
        path = [WHOLE, *SAMPLES][number % (1 + len(SAMPLES))]
        content: Any = path.read_text(encoding="utf-8")
        if breaking is broken_value:
            content = yaml.load(WHOLE.read_bytes(), Loader=yaml.CSafeLoader)
        raw = breaking(chance, content)
        try:
            check_all_is_told(load_bytes(raw, path.name, vocabulary))
        except Exception as error:
            raise AssertionError(f"{part}, {number}: {raw!r:.2000}") from error
