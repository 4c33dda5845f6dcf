"""Reading by blocks comes to the same as reading the whole file, and leaves alone what is known."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.spec.blocks import Blocks
from generator.spec.problems import Path as SpecPath
from generator.spec.source import Source, read_source
from tests.decide.layouts import layouts

ROOT = Path(__file__).parents[2]
FILES = sorted([*ROOT.glob("sample_specs/*.yaml"), *ROOT.glob("tests/spec/**/*.yaml")])

PLAIN = """\
# 仕様
project: 道路損傷通報

entities:   # 台帳
  report:
    title: 通報
    fields:
      place: 場所
      note: |+
        一行目
        # これは文

  road:
    fields: [路線, 延長]
screens:
  home: {title: はじめに}
features:
    F1: {title: 登録, phase: 1}
# 終わり
"""

NOT_PLAIN = {
    "an anchor": PLAIN + "roles: &r\n  desk: 窓口\n",
    "an alias": "a: &x {b: c}\nd: *x\n",
    "a document start": f"---\n{PLAIN}",
    "a list": "- a\n- b\n",
    "a list under a key, not indented": "roles:\n- 窓口\n- 係長\nscreens:\n  home: {}\n",
    "quotes over lines": 'project: "道路\nentities: これも文"\nroles: [a]\n',
    "brackets over lines": "roles: [窓口,\n係長]\nphases:\n  1: 第1期\n",
    "a key given twice": "roles:\n  a: b\nroles:\n  c: d\n",
    "an inner key given twice": "roles:\n  a: b\n  a: d\n",
    "a merge": "roles:\n  <<: {a: b}\n",
    "a wide space": "roles:\n  a: b\n　c: d\n",
    "text over lines": "project:\n  長い\n  文\nroles:\n  a: b\n",
    "a tab": "roles:\n\ta: b\n",
    "less indented": "roles:\n    a: b\n  c: d\n",
    "an explicit key": "? roles\n: {a: b}\n",
    "nothing": "",
    "only remarks": "# a\n# b\n",
    "only words": "道路\n",
    "one line": "project: 道路",
    "all indented": "  project: 道路\n  roles:\n    a: b\n",
    "the end of a document": "project: 道路\n...\n",
    "a tag": "project: !x 道路\n",
}


def same(text: bytes, blocks: Blocks) -> Source:
    """Read ``text`` both ways, expect the same, and return it."""
    whole, problems = read_source("spec.yaml", text)
    source, told = read_source("spec.yaml", text, blocks)
    assert told == problems
    assert source.value == whole.value
    assert list(map(str, source.value or ())) == list(map(str, whole.value or ()))
    for path in paths_in(whole.value):
        assert source.span(path) == whole.span(path), path
        assert source.key_span(path) == whole.key_span(path), path
        assert source.span((*path, "missing")) == whole.span((*path, "missing")), path
    return source


def paths_in(value: Any, path: SpecPath = ()) -> Iterator[SpecPath]:
    yield path
    parts = value.items() if isinstance(value, dict) else ()
    for key, part in enumerate(value) if isinstance(value, list) else parts:
        yield from paths_in(part, (*path, key))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_reads_the_same_by_blocks(file: Path) -> None:
    blocks = Blocks()
    same(file.read_bytes(), blocks)
    same(b"# one line more\n" + file.read_bytes(), blocks)


def test_layouts_of_all_kinds_read_the_same() -> None:
    blocks = Blocks()
    for layout in layouts(200, seed=3):
        same(layout.content, blocks)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("text", [PLAIN, PLAIN.rstrip("\n")])
def test_a_plain_file_is_read_by_blocks_whatever_its_line_ends(text: str, ends: str) -> None:
    content = text.replace("\n", ends)
    assert Blocks().composed(content) is not None
    same(content.encode(), Blocks())


@pytest.mark.parametrize("name", NOT_PLAIN)
def test_what_is_not_plain_reads_as_a_whole(name: str) -> None:
    same(NOT_PLAIN[name].encode(), Blocks())


def test_only_the_block_that_changed_is_composed_again() -> None:
    blocks = Blocks()
    first = same(PLAIN.encode(), blocks)
    second = same(PLAIN.replace("場所", "場所\n      kind: 種別").encode(), blocks)
    assert second.value["entities"]["road"] is first.value["entities"]["road"]
    assert second.value["features"]["F1"] is first.value["features"]["F1"]
    assert second.value["entities"]["report"] is not first.value["entities"]["report"]


def test_a_slip_in_between_forgets_nothing() -> None:
    blocks = Blocks()
    first = same(PLAIN.encode(), blocks)
    same(PLAIN.replace("home: {", "home: [").encode(), blocks)
    second = same(PLAIN.encode(), blocks)
    assert second.value["entities"]["road"] is first.value["entities"]["road"]


def test_lines_that_are_cut_moved_or_doubled_by_chance_read_the_same() -> None:
    chance = random.Random(7)
    text = (ROOT / "sample_specs/road_report.yaml").read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    blocks = Blocks()
    for _ in range(60):
        changed = list(lines)
        for _ in range(chance.randint(1, 3)):
            at = chance.randrange(len(changed))
            line = changed.pop(at)
            cut = chance.randrange(len(line) + 1)
            changed[at:at] = chance.choice([[], [line, line], [line[cut:]], [line[:cut]]])
        same("".join(changed).encode(), blocks)
