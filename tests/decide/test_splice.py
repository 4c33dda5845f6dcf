"""Splicing: exactly the intended change, in whatever way a spec is laid out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.decide.actions import Ask, Decide, MakeFeature
from generator.decide.document import Document
from generator.decide.refusal import RefusedError
from generator.spec.load import load_bytes
from generator.spec.vocabulary import Vocabulary
from tests.decide.layouts import Layout, layouts

COUNT = 700
SAMPLES = sorted((Path(__file__).parents[2] / "sample_specs").glob("*.yaml"))


def decided(phase: str = "2", feature: str = "F1") -> Decide:
    return Decide(
        feature=feature,
        phase=phase,
        by="建設課 係長",
        reason='電話で: "足りる" # 当面\n- {x}',
        revisit="件数>20/月",
        at="2026-11-23T14:20:00+09:00",
    )


def read(content: bytes) -> Any:
    """Read ``content`` with the YAML library alone."""
    return yaml.load(content.decode("utf-8-sig"), Loader=yaml.CBaseLoader)


def feature_in(spec: dict[str, Any], name: str) -> dict[str, Any]:
    features = spec["features"]
    value = features.get(name) if isinstance(features, dict) else None
    if isinstance(value, dict):
        return dict(value)
    return {"title": value} if value not in (None, "", "~") else {}


def rest_of(spec: dict[str, Any], name: str) -> Any:
    """Return everything but the feature ``name``."""
    features = spec["features"]
    if isinstance(features, list):
        features = dict.fromkeys(features, "")
    others = {key: value for key, value in features.items() if key != name}
    order = list(features)
    return {**spec, "features": others}, list(spec), order


@pytest.fixture(scope="module")
def outcomes() -> list[tuple[Layout, bytes | RefusedError]]:
    """Decide on F1 in every layout."""
    found: list[tuple[Layout, bytes | RefusedError]] = []
    for layout in layouts(COUNT):
        try:
            document = decided().applied(Document.of(layout.content))
        except RefusedError as error:
            found.append((layout, error))
        else:
            found.append((layout, document.content))
    return found


def changed(outcomes: list[tuple[Layout, bytes | RefusedError]]) -> list[tuple[Layout, bytes]]:
    return [(layout, new) for layout, new in outcomes if isinstance(new, bytes)]


def test_hundreds_of_layouts_are_different_and_less_than_one_in_a_hundred_is_refused(
    outcomes: list[tuple[Layout, bytes | RefusedError]],
) -> None:
    assert len({layout.content for layout, _ in outcomes}) > 500
    refused = [(layout, new) for layout, new in outcomes if isinstance(new, RefusedError)]
    assert [error.code for _, error in refused if not error.paste] == []
    told = [(layout.name, str(error), layout.content.decode()) for layout, error in refused]
    assert len(refused) < len(outcomes) / 100, told


def test_every_other_byte_stays(
    outcomes: list[tuple[Layout, bytes | RefusedError]],
) -> None:
    for layout, new in changed(outcomes):
        pattern = b"(.*)".join(map(re.escape, layout.kept))
        new_text = new.removeprefix(b"\xef\xbb\xbf")
        assert new.startswith(b"\xef\xbb\xbf") == layout.bom
        found = re.fullmatch(pattern, new_text, re.S)
        assert found, (layout.name, layout.content.decode(), new.decode())
        put_in = sum(len(part) for part in found.groups())
        assert put_in < 500, layout.name


def test_only_phase_and_decisions_of_that_feature_read_differently(
    outcomes: list[tuple[Layout, bytes | RefusedError]],
) -> None:
    for layout, new in changed(outcomes):
        before, after = read(layout.content), read(new)
        assert rest_of(before, "F1") == rest_of(after, "F1"), layout.name
        old, now = feature_in(before, "F1"), feature_in(after, "F1")
        old_records, records = old.pop("decisions", ""), now.pop("decisions")
        old_records = old_records if isinstance(old_records, list) else []
        old.pop("phase", None)
        assert now.pop("phase") == "2", layout.name
        assert old == now, layout.name
        assert records[:-1] == old_records, layout.name
        assert records[-1] == {
            "id": records[-1]["id"],
            "at": "2026-11-23T14:20:00+09:00",
            "from": layout.phase,
            "phase": "2",
            "by": "建設課 係長",
            "reason": '電話で: "足りる" # 当面\n- {x}',
            "revisit": "件数>20/月",
        }


def test_line_ends_stay_of_one_kind(
    outcomes: list[tuple[Layout, bytes | RefusedError]],
) -> None:
    for layout, new in changed(outcomes):
        ends = set(re.findall(rb"\r\n|\r|\n", new))
        assert ends <= {layout.end.encode()}, layout.name


def test_the_spec_loads_as_before_but_for_that_feature(
    outcomes: list[tuple[Layout, bytes | RefusedError]], vocabulary: Vocabulary
) -> None:
    loaded = 0
    for layout, new in changed(outcomes):
        before = load_bytes(layout.content, "a", vocabulary).spec
        after = load_bytes(new, "a", vocabulary)
        if before is None:  # the phase does not agree with the last decision, on purpose
            continue
        loaded += 1
        assert after.spec is not None, (layout.name, after.problems)
        feature = before.features["F1"]
        records = after.spec.features["F1"].decisions
        assert records[:-1] == feature.decisions
        now = feature.model_copy(update={"phase": "2", "decisions": records})
        features = before.features | {"F1": now}
        assert after.spec == before.model_copy(update={"features": features}), layout.name
    assert loaded > COUNT / 2


def test_the_next_decision_goes_behind_the_last(
    outcomes: list[tuple[Layout, bytes | RefusedError]],
) -> None:
    for layout, new in changed(outcomes):
        again = decided("out").applied(Document.of(new))
        records = feature_in(read(again.content), "F1")["decisions"]
        assert len(records) == layout.recorded + 2, layout.name
        assert [record["phase"] for record in records[-2:]] == ["2", "out"]
        assert records[-1]["from"] == "2"


def test_features_and_questions_are_added_in_every_layout() -> None:
    for layout in layouts(210, seed=2):
        document = Document.of(layout.content)
        made = MakeFeature(by="係長", title="新しい: もの", goal="G1").applied(document)
        asked = Ask(by="係長", text="- なぜ #1", about="F1", at="2026-11-23").applied(made)
        before, after = read(layout.content), read(asked.content)
        name = f"F{len(after['features']) - 1}"
        assert after["features"].pop(name) == {
            "title": "新しい: もの",
            "goal": "G1",
            "phase": "undecided",
        }
        questions = after.pop("questions")
        name = f"Q{len(questions)}"
        assert questions.pop(name) == {
            "about": "F1",
            "text": "- なぜ #1",
            "by": "係長",
            "asked": "2026-11-23",
        }
        assert questions == (before.pop("questions", None) or {}), layout.name
        if isinstance(before["features"], list):
            before["features"] = dict.fromkeys(before["features"], "")
        assert after == before, layout.name
        for piece in re.findall(rb"[^\r\n]*#[a-z][0-9]", layout.content):
            comment = piece[piece.index(b"#") :]
            assert comment in asked.content, layout.name


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_every_feature_of_the_samples_can_be_decided(sample: Path, vocabulary: Vocabulary) -> None:
    content = sample.read_bytes()
    spec = load_bytes(content, sample.name, vocabulary).spec
    assert spec
    for name, feature in spec.features.items():
        new = decided("out", name).applied(Document.of(content)).content
        after = load_bytes(new, sample.name, vocabulary).spec
        assert after
        records = after.features[name].decisions
        assert records[:-1] == feature.decisions
        assert (records[-1].from_, records[-1].phase) == (feature.phase, "out")
        now = feature.model_copy(update={"phase": "out", "decisions": records})
        expected = spec.model_copy(update={"features": spec.features | {name: now}})
        assert after == expected
        old_lines, new_lines = content.splitlines(), new.splitlines()
        touched = [line for line in old_lines if line not in new_lines]
        assert len(touched) <= 1


SHOWN = """\
features:
  F4:
    title: 対象外の管理
    phase: 2   # 1 = 初期リリース
"""


def test_a_record_is_one_line_right_below_the_phase_and_the_comment_stays() -> None:
    decision = Decide(
        id="01JD", at="2026-11-23T14:20:00+09:00", feature="F4", phase="out", by="係長", reason="要"
    )
    assert decision.applied(Document(SHOWN)).text == SHOWN.replace("phase: 2", "phase: out") + (
        "    decisions:\n"
        '      - {id: 01JD, at: "2026-11-23T14:20:00+09:00", from: 2, phase: out, '
        'by: "係長", reason: "要"}\n'
    )


@pytest.mark.parametrize(
    ("code", "text", "place"),
    [
        ("shared", "features:\n  F1: &x {title: a, phase: 1}\n  F2: *x\n", (2, 7)),
        ("shared", "a: &x {title: a}\nfeatures:\n  F1: *x\n", (3, 7)),
        ("shared", "features:\n  F1: {phase: &x 1}\n  F2: {phase: *x}\n", (2, 15)),
        ("shared", "a: &x []\nfeatures:\n  F1: {decisions: *x}\n", (3, 19)),
        ("shared", "a: &x {F1: {title: a}}\nfeatures: *x\n", (2, 11)),
        ("tag", "features:\n  F1: {phase: !!str 1}\n", (2, 15)),
        ("tag", "features:\n  F1:\n    decisions: !list []\n", (3, 16)),
        ("duplicate", "features:\n  F1: {phase: 1, phase: 2}\n", (2, 18)),
        ("duplicate", "features:\n  F1: a\n  F1: b\n", (3, 3)),
        ("wrong_kind", "features:\n  F1: [a]\n", (2, 7)),
        ("wrong_kind", "features:\n  F1: {phase: [1]}\n", (2, 15)),
        ("wrong_kind", "features:\n  F1: {decisions: none}\n", (2, 19)),
        ("list", "features:\n- F1\n- [F2]\n", (2, 1)),
        (
            "no_safe_place",
            "features:\n  F1:\n    phase: 1\n    decisions:\n    - id: a\n      by: |\n        x",
            (3, 5),
        ),
        ("no_safe_place", "features:\n  F1: |1\n   a\n", (2, 7)),
    ],
)
def test_what_is_not_safe_is_refused_with_its_place(
    code: str, text: str, place: tuple[int, int]
) -> None:
    document = Document(f"{text}")
    decision = decided("out")
    with pytest.raises(RefusedError) as refused:
        decision.applied(document)
    assert (refused.value.code, refused.value.line, refused.value.column) == (code, *place)
    assert str(refused.value).startswith(f"{place[0]}行{place[1]}桁: ")
    assert refused.value.paste.startswith("phase: out\ndecisions:\n  - {id: ")


def test_a_refusal_brings_the_text_to_paste() -> None:
    document = Document("features:\n  F1: &x {title: a, phase: 1}\n  F2: *x\n")
    with pytest.raises(RefusedError) as refused:
        decided("out").applied(document)
    pasted = yaml.load(refused.value.paste, Loader=yaml.CBaseLoader)
    assert pasted["phase"] == "out"
    assert pasted["decisions"][0]["by"] == "建設課 係長"
    assert refused.value.paste in refused.value.message()
