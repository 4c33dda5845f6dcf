"""generate verify: screens that do what the spec says pass, a broken one is told and shown."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from tests.live.serving import Generate
from tests.prototypes import processes_in

SPEC = """\
project: 通報
goals: {G1: 早く直す}
features: {F1: {title: 登録, goal: G1, phase: undecided}}
entities:
  report:
    title: 通報
    fields:
      place: {title: 場所, required: true, max_length: 20}
    samples: 3
screens:
  home: {title: はじめに}
  report_form: {title: 通報する, kind: form, entity: report, feature: F1}
"""


@pytest.fixture(scope="module")
def spec(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("verify") / "town.yaml"
    path.write_text(SPEC, encoding="utf-8")
    return path


def verify(spec: Path, *more: str) -> tuple[int, str]:
    """Verify ``spec``; return the exit code and what was said."""
    done = subprocess.run(
        [sys.executable, "-m", "generator", "--lang", "ja", "verify", str(spec), *more],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    return done.returncode, done.stdout


def board_of(spec: Path) -> Path:
    return spec.parent / "town-prototype" / "verification"


def test_a_prototype_that_does_what_the_spec_says_passes_and_is_not_run_again(
    spec: Path, page: Page
) -> None:
    code, said = verify(spec)
    assert code == 0, said
    assert "何も変わっていません。" in verify(spec, "--changed")[1]
    assert "✓ 通報する(report_form)" in said
    assert "すべて、仕様のとおりに動きました。" in said
    page.goto((board_of(spec) / "index.html").as_uri())
    tile = page.get_by_role("article").filter(has_text="通報する")
    expect(tile).to_contain_text("仕様どおり")
    expect(tile.get_by_role("img", name="「通報する」の画面")).to_be_visible()
    tile.get_by_role("link", name="town.yaml:12:3").click()
    expect(page.locator(":target")).to_contain_text("report_form: {title: 通報する")
    rows = json.loads((board_of(spec) / "trace.json").read_text(encoding="utf-8"))["rows"]
    first = rows[0]
    assert first["goal"] == {"key": "G1", "title": "早く直す"}
    assert first["feature"]["key"] == "F1"
    assert first["screen"]["key"] == "report_form"
    assert first["verdict"] == "passed"


def test_only_a_screen_that_somebody_broke_is_verified_again_and_shown_to_be_wrong(
    spec: Path, page: Page
) -> None:
    form = spec.parent / "town-prototype/prototype/screens/report_form.py"
    text = form.read_text(encoding="utf-8")
    form.write_text(text.replace("text(Report.place)", "pass"), encoding="utf-8")
    code, said = verify(spec, "--changed")
    assert code == 4
    assert "1件を確かめます。" in said
    assert "項目が足りないか" in said
    page.goto((board_of(spec) / "index.html").as_uri())
    tile = page.get_by_role("article").filter(has_text="通報する")
    expect(tile).to_contain_text("直すところがあります")
    expect(tile.get_by_role("img", name="そのときの画面").first).to_be_visible()
    assert list(board_of(spec).glob("failed-*.zip"))
    suites = ElementTree.parse(board_of(spec) / "results.xml").getroot()
    failed = {suite.get("name"): int(suite.get("failures", 0)) for suite in suites}
    assert failed["tests/test_report_form.py"] > 0
    assert failed["tests/test_home.py"] == 0
    form.write_text(text, encoding="utf-8")
    code, said = verify(spec, "--layer", "render", "--screen", "report_form")
    assert code == 0, f"what was asked about is right, whatever else is known to fail: {said}"


def test_what_can_not_be_run_to_its_end_is_told_with_the_last_words(tmp_path: Path) -> None:
    spec = tmp_path / "town.yaml"
    spec.write_text(SPEC, encoding="utf-8")
    subprocess.run([sys.executable, "-m", "generator", "build", str(spec)], check=True)
    module = spec.parent / "town-prototype/prototype/project.py"
    module.write_text("raise RuntimeError('no project today')\n", encoding="utf-8")
    code, said = verify(spec, "--screen", "home")
    assert code == 4
    assert "最後まで確かめられませんでした" in said
    assert "no project today" in said


def test_while_it_is_served_a_layer_can_be_verified(spec: Path) -> None:
    generate = Generate(str(spec), "--no-open", "--port", "0")
    try:
        address = generate.address()
        said = verify(spec, "--layer", "render")[1]
        assert "✓ 通報する(report_form) 表示" in said
        assert "動き" not in said.partition("結果の一覧")[0]
        with urllib.request.urlopen(f"{address}/s/report_form") as answer:
            assert answer.status == 200
    finally:
        generate.end()


def test_an_error_behind_the_screen_is_shown_with_a_picture(spec: Path, page: Page) -> None:
    subprocess.run([sys.executable, "-m", "generator", "build", str(spec)], check=True)
    form = spec.parent / "town-prototype/prototype/screens/report_form.py"
    text = form.read_text(encoding="utf-8")
    form.write_text(text.replace("text(Report.place)", "text(Report.place), 1 / 0"), "utf-8")
    code, said = verify(spec, "--layer", "render", "--screen", "report_form")
    form.write_text(text, encoding="utf-8")
    assert code == 4
    assert "裏で誤りが起きました。 ZeroDivisionError" in said
    page.goto((board_of(spec) / "index.html").as_uri())
    failure = page.get_by_role("article").filter(has_text="通報する").locator(".failure").first
    expect(failure).to_contain_text("裏で誤りが起きました")
    expect(failure.get_by_role("img")).to_be_visible()


def test_ctrl_c_ends_everything_and_keeps_what_is_verified(spec: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "--lang", "ja", "verify", str(spec)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    assert process.stdout
    said = [next(line for line in process.stdout if line.startswith("✓"))]
    process.send_signal(signal.SIGINT)
    said += process.stdout
    assert process.wait() == 130
    assert "途中で止めました。確かめたところまでは残してあります。\n" in said
    assert any("結果の一覧: " in line for line in said)
    assert processes_in(spec.parent) == []


def test_a_screen_that_is_not_there_is_refused(spec: Path) -> None:
    code, said = verify(spec, "--screen", "homes")
    assert code == 1
    assert "「homes」という画面はありません。画面: home, report_form" in said


def test_a_wrong_spec_is_told_and_nothing_is_run(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("project: 通報\nentitys: {}\n", encoding="utf-8")
    code, said = verify(wrong)
    assert code == 1
    assert "wrong.yaml:2:1" in said


def test_without_a_browser_it_says_what_to_install(
    spec: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PROTOTYPE_BROWSER", "/nowhere/browser")
    code, said = verify(spec)
    assert code == 1
    assert "playwright install --only-shell chromium" in said
