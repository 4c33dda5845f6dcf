"""What tests of decisions share: the built-in vocabulary, and a spec to change."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.blueprints import Blueprints
from generator.spec.vocabulary import Vocabulary

SPEC = """\
project: 試し
phases: {1: 第1期, 2: 第2期}
features:
  F1:
    title: 通報の登録
    phase: 1  # 初期
  F2: {title: 地図で選ぶ, phase: 1, needs: [F1]}
  F3: 写真
questions:
  Q1: 誰が判断するか
"""


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return Blueprints.find().vocabulary


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "spec.yaml"
    path.write_text(SPEC, encoding="utf-8")
    return path
