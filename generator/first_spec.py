"""The first spec of somebody who answers a few questions."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.messages import Language, text

_TYPES = {
    "date": ("日", "日付", "期限", "date", "day"),
    "money": ("金額", "費用", "料金", "概算", "cost", "price", "amount", "fee"),
    "phone": ("電話", "電話番号", "phone", "telephone"),
    "email": ("メール", "メールアドレス", "mail", "email"),
    "postal_code": ("郵便番号", "postal code", "zip"),
    "address": ("住所", "所在地", "address"),
    "multiline": ("内容", "備考", "理由", "メモ", "経過", "note", "notes", "reason", "details"),
    "integer": ("人数", "件数", "個数", "台数", "回数", "数量", "count", "quantity", "number of"),
}
"""Field type by what the name of a field ends with; anything else is a line of text."""

_PLAIN = re.compile(r"[^\W\d_][\w・ー]*")
_NO_TEXT = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}


@dataclass(frozen=True)
class Answers:
    """What was answered; the lists may be empty except for ``fields``."""

    title: str
    organizations: Sequence[str]
    entity: str
    fields: Sequence[str]
    states: Sequence[str]
    roles: Sequence[str]


def names_in(answer: str) -> list[str]:
    """Return the names in a list that somebody typed, each once: 「受付、確認中、完了」."""
    parts = re.split(r"[,、,\n]", answer)
    return list(dict.fromkeys(name for part in parts if (name := one_line(part))))


def one_line(answer: str) -> str:
    """Return ``answer`` as it may stand in a spec: one line, nothing invisible, not too long."""
    shown = "".join(c if c.isprintable() else " " for c in answer)
    return " ".join(shown.split())[:60].strip()


def spec_text(answers: Answers, language: Language | None = None) -> str:
    """Return the spec, with comments that say how to go on."""
    return "".join(f"{line}\n" for line in _lines(answers, language))


def _lines(answers: Answers, language: Language | None) -> Iterator[str]:
    yield from _comment("cli.first.top", language)
    yield "spec: 1"
    yield "project:"
    yield f"  title: {_scalar(answers.title)}"
    if language == "en":
        yield "  language: en"
    if answers.organizations:
        yield f"  organizations: {_list(answers.organizations)}"
    if answers.roles:
        yield f"roles: {_list(answers.roles)}"
    yield "entities:"
    yield "  record:"
    yield f"    title: {_scalar(answers.entity)}"
    yield from (f"    {line}" for line in _comment("cli.first.fields", language))
    yield "    fields:"
    yield from _fields(answers.fields)
    if answers.states:
        yield from (f"    {line}" for line in _comment("cli.first.states", language))
        yield f"    states: {_list(answers.states)}"


def _fields(titles: Sequence[str]) -> Iterator[str]:
    for number, title in enumerate(titles, 1):
        kind = _type_of(title)
        more = f", type: {kind}" if kind else ""
        yield f"      field{number}: {{title: {_scalar(title)}{more}}}"


def _type_of(title: str) -> str | None:
    folded = unicodedata.normalize("NFKC", title).casefold()
    return next((kind for kind, ends in _TYPES.items() if folded.endswith(ends)), None)


def _comment(key: str, language: Language | None) -> list[str]:
    return [f"# {line}" for line in text(key, language).splitlines()]


def _list(names: Sequence[str]) -> str:
    return f"[{', '.join(_scalar(name) for name in names)}]"


def _scalar(name: str) -> str:
    """Return ``name`` plain where YAML takes it for the same text, else in double quotes."""
    if _PLAIN.fullmatch(name) and name.casefold() not in _NO_TEXT:
        return name
    return json.dumps(name, ensure_ascii=False)
