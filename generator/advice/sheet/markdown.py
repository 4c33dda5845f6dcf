"""The sheet as Markdown, in which every text is shown as it was typed."""

from __future__ import annotations

from collections.abc import Iterator

from generator.decide.markdown import escaped
from generator.messages import text

from .contents import Entry, Sheet


def as_markdown(sheet: Sheet) -> bytes:
    """Return ``sheet`` as a Markdown file."""
    return ("\n".join(_lines(sheet)).rstrip() + "\n").encode()


def _lines(sheet: Sheet) -> Iterator[str]:
    yield f"# {escaped(text('advice.sheet.title', sheet.language, title=sheet.title))}"
    yield ""
    yield escaped(sheet.summary)
    yield ""
    for group in sheet.groups:
        yield f"## {escaped(group.who)}"
        yield ""
        for entry in group.entries:
            yield from _entry(sheet, entry)
            yield ""
    if sheet.gone:
        yield f"## {escaped(text('advice.sheet.gone', sheet.language))}"
        yield ""
        yield from (f"- {one.number} {escaped(one.question)}" for one in sheet.gone)


def _entry(sheet: Sheet, entry: Entry) -> Iterator[str]:
    advice, language = entry.advice, sheet.language
    new = f" **{escaped(text('advice.sheet.new', language))}**" if entry.is_new else ""
    yield f"- [ ] **{entry.number}**{new} {escaped(advice.title)}<br>"
    yield f"  **{escaped(advice.question(language))}**<br>"
    if advice.quote:
        yield f"  {escaped(text('advice.sheet.quote', language, quote=advice.quoted))}<br>"
    yield f"  {escaped(advice.why(language))}<br>"
    yield f"  {escaped(text('advice.sheet.better', language, better=advice.better(language)))}<br>"
    if advice.asked:
        yield f"  {escaped(text('advice.sheet.asked', language, id=advice.asked))}<br>"
    yield f"  {escaped(text('advice.sheet.answer', language))} " + r"\_" * 30
