"""Two spellings of one word, or an abbreviation that the glossary does not explain.

Two spellings (申込 and 申し込み) are two buttons to those who test. A few abbreviations that every
office uses need no explanation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.advice.passages import passages
from generator.advice.reading import spellings
from generator.advice.rules import Blocks, Gap
from generator.spec.model import Spec
from generator.spec.problems import Path

BLOCKS = Blocks.WORDING

_ABBREVIATION = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Z0-9-]{0,30}[A-Z](?![A-Za-z0-9])")
_KNOWN = frozenset(
    "AI API CC BCC CSV DX EXCEL FAQ FAX GIS GPS HTML ICT ID IC IP IT JPEG JPG JST LAN LINE NG NO "
    "NPO OCR OK OS PC PDF PIN PNG PR QA QR SMS SNS TEL TBD TBC TBA TV UI URL USB VPN WEB WCAG ZIP "
    "JIS HTTP HTTPS SD SNS WORD PIN".split()
)


def find(spec: Spec) -> Iterator[Gap]:
    """Find the second spelling of a word in titles, and abbreviations without a meaning."""
    yield from _alike(spec)
    glossary = " ".join(spec.glossary).upper()
    reported = set()
    for path, text in passages(spec):
        for word in _ABBREVIATION.findall(text):
            if word not in _KNOWN and word not in glossary and word not in reported:
                reported.add(word)
                yield Gap(path, "unknown", {"word": word}, word, text)


def _alike(spec: Spec) -> Iterator[Gap]:
    """Compare the nouns of all titles by the form that a dictionary has them under."""
    first: dict[str, str] = {}
    reported = set()
    for path, text in _titles(spec):
        for word, form in spellings(text):
            other = first.setdefault(form, word)
            if other != word and form not in reported and (word + other).isalnum():
                reported.add(form)
                yield Gap(path, "alike", {"word": word, "other": other}, word, text)


def _titles(spec: Spec) -> Iterator[tuple[Path, str]]:
    for key, entity in spec.entities.items():
        yield ("entities", key, "title"), entity.title
        for name, field in entity.fields.items():
            yield ("entities", key, "fields", name, "title"), field.title
    for home in ("screens", "features", "processes"):
        for key, part in getattr(spec, home).items():
            yield (home, key, "title"), part.title
