"""``generate print`` makes a PDF on A4 that carries its Japanese font with it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import IndirectObject

SPEC = Path(__file__).parent / "kit" / "kinds" / "spec.yaml"
A4 = (210, 297)
POINTS_A_MM = 72 / 25.4


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "town.yaml"
    shutil.copy(SPEC, path)
    return path


def generate(*words: str) -> subprocess.CompletedProcess[str]:
    """Run ``generate`` apart: two of Playwright's can't work in one thread, and a test has one."""
    command = [sys.executable, "-m", "generator", *words]
    environment = os.environ | {"SAWARU_LANG": "ja", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8")


def resolved(value: Any) -> Any:
    return value.get_object() if isinstance(value, IndirectObject) else value


def fonts(page: PageObject) -> Iterator[Any]:
    """Yield the fonts of a page."""
    for font in resolved(resolved(page["/Resources"])["/Font"]).values():
        inner = resolved(resolved(font).get("/DescendantFonts", [font]))
        yield from map(resolved, inner)


def test_a_record_becomes_one_page_of_a4_with_its_font(spec: Path, tmp_path: Path) -> None:
    out = tmp_path / "permit.pdf"
    done = generate("print", str(spec), "permit", "--record", "1", "-o", str(out))
    assert done.returncode == 0, done.stderr
    (page,) = PdfReader(BytesIO(out.read_bytes())).pages
    size = (float(page.mediabox.width), float(page.mediabox.height))
    assert [round(side / POINTS_A_MM) for side in size] == list(A4)
    text = re.sub(r"\s", "", page.extract_text())
    for said in ("様式第3号", "見本太郎様", "令和8年11月9日", "会津美里町", "課長", "<b>太字</b>"):
        assert said in text
    for round_it in ("印刷する", "窓口として見る", "はじめての方へ"):
        assert round_it not in text
    found = list(fonts(page))
    assert {str(font["/BaseFont"]).partition("+")[2][:10] for font in found} == {"NotoSansJP"}
    assert all("/FontFile2" in resolved(font["/FontDescriptor"]) for font in found)


def test_what_can_not_be_printed_is_told(spec: Path, tmp_path: Path) -> None:
    out = tmp_path / "none.pdf"
    told = {("permitt",): "ある帳票: permit", ("permit", "--record", "999"): "この記録はありません"}
    for words, said in told.items():
        done = generate("print", str(spec), *words, "-o", str(out))
        assert done.returncode == 1
        assert said in done.stderr
    assert not out.exists()


def test_without_playwright_it_says_what_to_install(spec: Path) -> None:
    lines = (
        "import sys; sys.modules['playwright.sync_api'] = None",
        "from generator.cli import main",
        f"sys.exit(main(['print', {str(spec)!r}, 'permit']))",
    )
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)], capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 1
    assert "-m pip install playwright" in done.stderr
