"""A small prototype that is served by ``generate``, for the tests of a module to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.live.serving import Generate, Served

expect.set_options(timeout=20_000)  # for a loaded machine: nothing waits longer than it must

SPEC = """\
project: {id: town, title: 町の通報, organizations: [会津若松市, 喜多方市]}
phases: {1: 第1期, 2: 第2期}
roles: {desk: 窓口, roads: 道路係}
entities:
  report:
    title: 通報
    label: "{place}"
    fields:
      place: {title: 場所, required: true}
      kind: {title: 種別, type: choice, choices: [穴ぼこ, 段差, 側溝]}
      width: {title: 幅}
      cost: {title: 概算, feature: F1}
    states: {受付: {initial: true}, 確認中: {}, 対象外: {final: true}}
    transitions:
      accept: {title: 受け付ける, from: 受付, to: 確認中}
      reject: {title: 対象外にする, from: [受付, 確認中], to: 対象外, reason: true}
    rows:
      - {place: 城前の道, kind: 段差, width: 30}
      - {place: 駅前の道, kind: 穴ぼこ, width: 12}
      - {place: 川沿いの道, kind: 段差, width: 45}
screens:
  home: {title: はじめに}
  report_form: {title: 通報する, kind: form, entity: report, fields: [place, kind, width, cost]}
  report_list:
    {title: 通報一覧, kind: list, entity: report, columns: [place, kind, state], filters: [kind]}
  report_detail: {title: 通報の詳細, kind: detail, entity: report}
features:
  F1: {title: 概算の記録, phase: 1}
"""

Start = Callable[..., Generate]


@pytest.fixture(scope="module")
def start() -> Iterator[Start]:
    """Start ``generate`` with arguments; what was started ends with the module."""
    running: list[Generate] = []

    def started(*args: str) -> Generate:
        running.append(Generate(*args))
        return running[-1]

    yield started
    for generate in running:
        generate.end()


@pytest.fixture(scope="module")
def served_by_module(start: Start, tmp_path_factory: pytest.TempPathFactory) -> Served:
    """The small prototype, one for all tests of the module."""
    spec = tmp_path_factory.mktemp("served") / "town.yaml"
    spec.write_text(SPEC, encoding="utf-8")
    return Served(start(str(spec), "--no-open", "--port", "0"), spec)


@pytest.fixture
def served(served_by_module: Served) -> Iterator[Served]:
    """The small prototype; afterwards spec and files are as they were."""
    already = len(served_by_module.generate.said)
    yield served_by_module
    served_by_module.reset()
    print("".join(served_by_module.generate.said[already:]))  # shown of a test that failed


@pytest.fixture
def small_spec(tmp_path: Path) -> Path:
    """The spec of the small prototype, for tests that start it themselves."""
    spec = tmp_path / "town.yaml"
    spec.write_text(SPEC, encoding="utf-8")
    return spec
