"""The sheet as a Word file, which towns pass round and fill in."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from generator.messages import text
from generator.spec.problems import printable

from .contents import Entry, Sheet

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_FONT = "Yu Gothic"
_BOX = "☐"
_LINE = "　" * 32


def as_docx(sheet: Sheet) -> bytes:
    """Return ``sheet`` as a Word file on A4."""
    import docx

    document = docx.Document()
    _set_up(document, sheet)
    document.add_heading(_safe(text("advice.sheet.title", sheet.language, title=sheet.title)), 0)
    document.add_paragraph(_safe(sheet.summary))
    for group in sheet.groups:
        document.add_heading(_safe(group.who), 1)
        for entry in group.entries:
            _entry(document, sheet, entry)
    if sheet.gone:
        document.add_heading(text("advice.sheet.gone", sheet.language), 1)
        for one in sheet.gone:
            struck = document.add_paragraph().add_run(f"{one.number} {_safe(one.question)}")
            struck.font.strike = True
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _entry(document: Document, sheet: Sheet, entry: Entry) -> None:
    advice, language = entry.advice, sheet.language
    head = document.add_paragraph()
    head.paragraph_format.keep_with_next = True
    head.add_run(f"{_BOX} ")
    if entry.is_new:
        head.add_run(f"{text('advice.sheet.new', language)} ").bold = True
    head.add_run(f"{entry.number} ").bold = True
    head.add_run(_safe(advice.title))
    _indented(document).add_run(_safe(advice.question(language))).bold = True
    if advice.quote:
        before, words, behind = advice.marked
        quoted = _indented(document)
        quoted.add_run(_safe(before))
        marked = quoted.add_run(_safe(words))
        marked.bold = marked.underline = True
        quoted.add_run(_safe(behind))
    _indented(document).add_run(_safe(advice.why(language)))
    better = text("advice.sheet.better", language, better=advice.better(language))
    _indented(document).add_run(_safe(better))
    if advice.asked:
        asked = text("advice.sheet.asked", language, id=advice.asked)
        _indented(document).add_run(_safe(asked))
    answer = _indented(document, is_last=True)
    answer.add_run(f"{text('advice.sheet.answer', language)} ")
    answer.add_run(_LINE).underline = True


def _indented(document: Document, *, is_last: bool = False) -> Paragraph:
    from docx.shared import Cm, Pt

    paragraph = document.add_paragraph()
    paragraph.paragraph_format.left_indent = Cm(0.8)
    paragraph.paragraph_format.space_after = Pt(12 if is_last else 2)
    paragraph.paragraph_format.keep_with_next = not is_last
    return paragraph


def _set_up(document: Document, sheet: Sheet) -> None:
    """Set paper, fonts and properties; Word asks for the font of Japanese letters separately."""
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    for name in ("Normal", "Title", "Heading 1"):
        style = document.styles[name]
        style.font.name = _FONT
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)
    document.styles["Normal"].font.size = Pt(10.5)
    document.core_properties.title = _safe(sheet.title)[:255]
    document.core_properties.author = ""
    document.core_properties.language = sheet.language


def _safe(value: str) -> str:
    """Return ``value`` without what an XML file can't hold."""
    return printable(value)
