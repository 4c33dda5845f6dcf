"""Which screens are verified again after a change."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.blueprints import Blueprints
from generator.verify.verify import Request, Verification

SPEC = """\
project: 通報
phases: {1: 第1期, 2: 第2期}
features: {F1: {title: 登録, phase: 1}, F2: {title: 台帳, phase: 1}}
entities:
  report: {title: 通報, fields: {place: 場所}}
  road: {title: 路線, fields: {name: 名前}}
screens:
  home: {title: はじめに}
  report_form: {title: 通報する, kind: form, entity: report, feature: F1}
  road_form: {title: 路線を足す, kind: form, entity: road, feature: F2}
"""


def digests(spec: str, folder: Path) -> dict[str, str]:
    """Return the digests of the screens of ``spec`` by their ids."""
    path = folder / "spec.yaml"
    path.write_text(spec, encoding="utf-8")
    verification = Verification(path, folder / "made", Blueprints.find())
    assert verification.build().plan
    found = verification.wanted(Request())
    return {subject.key: verification._digests[subject.module] for subject in found}


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("場所", "ところ", {"report_form", "report_detail"}),
        ("title: 通報する", "title: 知らせる", {"home", "report_form"}),
        ("{title: 台帳, phase: 1}", "{title: 台帳, phase: 2}", {"road_form"}),
        ("name: 名前", "name: 名前, town: 市町", {"road_form", "road_detail"}),
    ],
)
def test_a_change_of_the_spec_concerns_the_screens_that_show_it(
    before: str, after: str, changed: set[str], tmp_path: Path
) -> None:
    old = digests(SPEC, tmp_path)
    new = digests(SPEC.replace(before, after), tmp_path)
    assert {key for key in new if new[key] != old.get(key)} >= changed
    assert {key for key in new if new[key] != old.get(key)} <= {*changed, "home"}


def test_a_change_of_the_kit_concerns_all(tmp_path: Path) -> None:
    old = digests(SPEC, tmp_path)
    form = tmp_path / "made/prototype/kit/kinds/form.py"
    form.write_text(form.read_text(encoding="utf-8") + "\n# by hand\n", encoding="utf-8")
    new = digests(SPEC, tmp_path)
    assert all(new[key] != old[key] for key in old)
