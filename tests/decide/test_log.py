"""The log: everything in the order of time, and every text as it was typed."""

from __future__ import annotations

import io
import re
import zipfile
from html import unescape

import openpyxl
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.decide.log import Kind, Row, cells, headings, rows
from generator.decide.markdown import as_markdown, escaped
from generator.decide.spreadsheet import as_xlsx
from generator.spec.model import Spec

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "\t=1", "=cmd|'/C calc'!A0"]


def spec() -> Spec:
    decision = {"id": "01A", "at": "2026-11-12T14:37:00+09:00", "from": "1", "phase": "2"}
    later = {"id": "01B", "at": "2026-11-12T05:38:00+00:00", "phase": "out"}
    return Spec.model_validate(
        {
            "project": {"title": "試し"},
            "phases": {"1": {"title": "第1期"}, "2": {"title": "第2期"}},
            "features": {
                "F2": {"title": "地図", "phase": "out", "decisions": [later | WHY]},
                "F1": {"title": "通報", "phase": "2", "decisions": [decision | WHY]},
            },
            "questions": {
                "Q1": {
                    "text": "誰が",
                    "about": "F1",
                    "asked": "2026-11-05",
                    "answer": "係長",
                    "answered": "2027-01-01",
                    "answered_by": "課長",
                },
                "Q2": {"text": "いつのことか"},
            },
        }
    )


WHY = {"by": "建設課", "reason": "電話で足りる", "revisit": "件数>20/月"}


def row(said: str) -> Row:
    return Row("2026-11-12", Kind.DECISION, "F1", said, said, said, said, said, said)


def test_decisions_questions_and_answers_are_in_the_order_of_time() -> None:
    told = [(r.at[:10], r.kind, r.id, r.title, r.from_phase, r.to_phase) for r in rows(spec())]
    assert told == [
        ("", "question", "Q2", "", "", ""),
        ("2026-11-05", "question", "Q1", "F1 通報", "", ""),
        ("2026-11-12", "decision", "F1", "通報", "第1期", "第2期"),
        ("2026-11-12", "decision", "F2", "地図", "未決", "対象外"),
        ("2027-01-01", "answer", "Q1", "F1 通報", "", ""),
    ]
    english = [(r.from_phase, r.to_phase) for r in rows(spec(), "en")]
    assert ("undecided", "out of scope") in english


def table_of(markdown: str) -> list[list[str]]:
    """Render ``markdown`` and return the texts of its table as a browser shows them."""
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    html = reader.render(markdown)
    found = re.findall(r"<tr>(.*?)</tr>", html, re.S)
    cells_of = [re.findall(r"<t[hd]>(.*?)</t[hd]>", part, re.S) for part in found]
    return [[_shown(cell) for cell in part] for part in cells_of]


def _shown(cell: str) -> str:
    """Return what is read in a cell; any markup but a break would be seen as [markup]."""
    return unescape(re.sub("<[^>]+>", "[markup]", re.sub("<br>", "\n", cell)))


@given(st.text(max_size=40))
@example("a | b \\| c <b>x</b> `d` *e* _f_ [g](http://x) ~~h~~ &amp; $i$ ![j](k)")
@example("one\r\ntwo\nthree\u2028four")
@example("<http://example.jp> [x]: y")
@example("<script>alert(1)</script>")
@example("\\")
@example("| --- |")
def test_every_text_is_shown_by_markdown_as_it_was_typed(said: str) -> None:
    markdown = as_markdown("試し", [row(said), row("次")], "ja")
    shown = table_of(markdown)
    assert [len(cells) for cells in shown] == [9, 9, 9]
    assert shown[2][3] == "次"
    expected = "".join(
        c if c.isprintable() or c in "\u3000\u200d\n" else "\ufffd" for c in _lined(said)
    )
    assert _squeezed(shown[1][6]) == _squeezed(expected)


def _lined(said: str) -> str:
    return re.sub("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", "\n", said.strip())


def _squeezed(said: str) -> str:
    return re.sub(r"\s+", " ", said).strip()


def test_a_log_without_rows_says_so() -> None:
    assert "まだ何も記録されていません。" in as_markdown("試し", [], "ja")
    assert escaped("# *x*") == "# \\*x\\*"


def sheet_of(content: bytes) -> list[list[object]]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.active
    return [[cell.value for cell in line] for line in book.active.iter_rows()]


def test_excel_has_the_same_rows_under_its_headings() -> None:
    found = sheet_of(as_xlsx(rows(spec()), "ja"))
    assert found[0] == list(headings("ja"))
    assert [[value or "" for value in line] for line in found[1:]] == [
        list(cells(r, "ja")) for r in rows(spec())
    ]


def test_excel_takes_no_text_for_a_formula() -> None:
    content = as_xlsx([row(said) for said in FORMULAS], "ja")
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        styles = parts.read("xl/styles.xml").decode()
    assert "<f>" not in sheet
    assert "<f " not in sheet
    assert 'quotePrefix="1"' in styles
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.active
    told = [line[6] for line in book.active.iter_rows(min_row=2)]
    assert [cell.value for cell in told] == FORMULAS
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in told)


@given(st.text(max_size=40))
@example("\x00\x07\ufffe\ud800")
@example("a\r\nb\rc")
@example("x" * 40_000)
@example("_x000D_ _x0041_")
def test_excel_keeps_any_text(said: str) -> None:
    found = sheet_of(as_xlsx([row(said)], "en"))
    expected = said.replace("\r\n", "\n").replace("\r", "\n")
    expected = re.sub("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", expected)
    shown = str(found[1][6] or "")
    if len(expected) > 32_767:
        assert shown == expected[:32_766] + "…"
    else:
        assert shown == expected
