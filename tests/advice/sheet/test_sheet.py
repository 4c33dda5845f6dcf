"""The sheet for the team: by who must answer, with what changed, and hostile text as text."""

from __future__ import annotations

from html.parser import HTMLParser
from io import BytesIO

import docx
import pytest
from markdown_it import MarkdownIt

from generator.advice.advise import advise
from generator.advice.sheet.contents import Memory, Sheet, make_sheet, remember
from generator.advice.sheet.markdown import as_markdown
from generator.advice.sheet.page import as_html
from generator.advice.sheet.word import as_docx
from generator.messages import Language
from tests.advice.conftest import Load

SPEC = """\
project: {title: 通報, team: Aチーム}
roles: {desk: {title: 窓口, who: 6名}, roads: 道路係}
goals: {G1: {title: 早くする, measure: 日数, now: 9, target: 3, by: 2027-12}}
processes:
  P1:
    title: 受付
    volume: 年480件
    exceptions: 重なったらまとめる
    steps:
      S1: {title: 受け付ける, actor: desk, trigger: 電話, output: 通報}
features:
  F1: {title: 登録, goal: G1, step: P1.S1, detail: 等級と写真等を送る}
  F2: {title: 一覧, goal: G1, detail: 速やかに返す}
"""
HOSTILE = "<script>alert(1)</script>**等**|[x](javascript:alert(1))&amp;\\e[31m\\0等"


def sheet_of(
    load: Load, spec: str, kept: bytes = b"", language: Language = "ja"
) -> tuple[Sheet, bytes]:
    loaded = load(spec)
    assert loaded.spec, [problem.as_text() for problem in loaded.errors]
    advice = advise(loaded.spec, language)
    memory = remember(advice, Memory.of(kept), language)
    return make_sheet(loaded.spec, advice, memory, "2026-11-25", language), memory.kept()


def asked(sheet: Sheet) -> dict[str, list[tuple[int, str, bool]]]:
    return {
        group.who: [(one.number, one.advice.rule, one.is_new) for one in group.entries]
        for group in sheet.groups
    }


def test_the_questions_stand_by_who_must_answer_them(load: Load) -> None:
    sheet, _ = sheet_of(load, SPEC)
    assert asked(sheet) == {
        "Aチーム 全員で決めること": [(1, "L4", False)],
        "窓口(6名)": [(2, "L1", False)],
    }


def test_what_is_new_is_marked_and_what_is_settled_is_told(load: Load) -> None:
    _, kept = sheet_of(load, SPEC)
    changed = SPEC.replace("速やかに返す", "3日で返す").replace("受け付ける,", "適切に受ける,")
    sheet, kept = sheet_of(load, changed, kept)
    assert asked(sheet) == {"窓口(6名)": [(3, "L2", True), (2, "L1", False)]}
    assert [(one.number, "速やか" in one.question) for one in sheet.gone] == [(1, True)]

    again, kept_again = sheet_of(load, changed, kept)
    assert (again, kept_again) == (sheet, kept)

    last, _ = sheet_of(load, SPEC, kept)
    assert asked(last) == {
        "Aチーム 全員で決めること": [(4, "L4", True)],
        "窓口(6名)": [(2, "L1", False)],
    }
    assert [one.number for one in last.gone] == [3]


def test_a_question_does_not_become_new_because_it_is_told_in_the_other_language(
    load: Load,
) -> None:
    _, kept = sheet_of(load, SPEC)
    sheet, _ = sheet_of(load, SPEC, kept, "en")
    assert not any(entry.is_new for entry in sheet.entries)


@pytest.mark.parametrize(
    "kept", [b"", b"x", b"[]", b'{"asked": 1}', b'{"asked": {"x": 1}, "gone": [], "next": 1}']
)
def test_a_memory_that_cannot_be_read_is_none(kept: bytes, load: Load) -> None:
    assert asked(sheet_of(load, SPEC, kept)[0]) == asked(sheet_of(load, SPEC)[0])


class Page(HTMLParser):
    """The elements of a page, and what it says."""

    def __init__(self, content: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []
        self.feed(content)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def hostile_sheet(load: Load) -> Sheet:
    spec = SPEC.replace("登録", f'"{HOSTILE}"').replace("等級と写真等を送る", f'"{HOSTILE}を送る"')
    spec = spec.replace("6名", f'"{HOSTILE}"').replace("title: 通報,", f'title: "{HOSTILE}",')
    _, kept = sheet_of(load, spec.replace("速やかに", "早急に"))
    return sheet_of(load, spec, kept)[0]


def test_hostile_text_stays_text_in_html(load: Load) -> None:
    page = Page(as_html(hostile_sheet(load)).decode())
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"script", "a", "img", "link", "iframe", "object", "form"}
    assert "<script>alert(1)</script>" in "".join(page.said)
    assert not any(name.startswith("on") for _, attrs in page.elements for name in attrs)
    assert not any({"src", "href"} & set(attrs) for _, attrs in page.elements)


def test_hostile_text_stays_text_in_markdown(load: Load) -> None:
    said = as_markdown(hostile_sheet(load)).decode()
    shown = Page(MarkdownIt("commonmark", {"html": True}).render(said))
    assert {tag for tag, _ in shown.elements} <= {"h1", "h2", "p", "ul", "li", "strong", "br"}
    assert "<script>alert(1)</script>**等**|[x](javascript:alert(1))&amp;" in "".join(shown.said)


def test_hostile_text_stays_text_in_word(load: Load) -> None:
    document = docx.Document(BytesIO(as_docx(hostile_sheet(load))))
    said = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "<script>alert(1)</script>**等**|[x](javascript:alert(1))&amp;" in said
    assert document.part.rels
    assert not any("hyperlink" in rel.reltype for rel in document.part.rels.values())


def test_each_form_has_box_number_mark_question_words_reason_example_and_answer(load: Load) -> None:
    _, kept = sheet_of(load, SPEC.replace("、", ""))
    sheet, _ = sheet_of(load, SPEC.replace("速やかに", "早急に"), kept)
    document = docx.Document(BytesIO(as_docx(sheet)))
    forms = {
        "☐": "\n".join(paragraph.text for paragraph in document.paragraphs),
        "[ ]": as_markdown(sheet).decode(),
        "checkbox": as_html(sheet).decode(),
    }
    for box, said in forms.items():
        assert said.count(box) == 2
        for part in (
            "確かめたいこと",
            "新",
            "早急",
            "何営業日以内",
            "3営業日以内",
            "答え",
            "無くなった",
        ):
            assert part in said, (box, part)


def test_the_words_asked_about_are_marked_where_they_stand(load: Load) -> None:
    sheet, _ = sheet_of(load, SPEC)
    assert "等級と写真<mark>等</mark>を送る" in as_html(sheet).decode()


def test_the_page_stands_alone(load: Load) -> None:
    said = as_html(sheet_of(load, SPEC)[0]).decode()
    assert "://" not in said
    assert "default-src &#39;none&#39;" in said or "default-src 'none'" in said
