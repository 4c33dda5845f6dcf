"""A notice without to whom, by what, or when.

A prototype can only show a notice whose reader it knows, and sending letters is other work than
sending mails. What follows a deadline has its time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.advice.lexicon import Sentence, sentences
from generator.advice.passages import passages
from generator.advice.rules import Blocks, Gap
from generator.spec.model import Spec
from generator.spec.problems import Path

BLOCKS = Blocks.DECISION

_NOTICE = re.compile(
    "(?:通知|連絡|周知)(?:を(?:送|出|行))?(?:す|し|さ|する|$|。|、)|通知を(?:送|出)|知らせ(?:る|て|、|。|$)"
    "|(?i:\\b(?:notif(?:y|ies|ied)|informs?|informed|alerts?)\\b)"
)
_LACKING = {
    "who": re.compile(
        "へ|あて|宛て|(?:[者人長員係課室町市村県会店所]|団体|住民|窓口|業者|代表|家族)に"
        "|(?i:(?:notif(?:y|ies)|informs?|alerts?) (?!by\\b|when\\b|on\\b))"
        "|(?i:\\b(?:are|is) (?:notified|informed))"
    ),
    "how": re.compile(
        "メール|電話|郵送|郵便|はがき|ハガキ|葉書|書面|文書|手紙|画面|SMS|LINE|FAX|ファクス|口頭|掲示|アプリ"
        "|一覧|ホームページ|広報|窓口で|(?i:mail|phone|letter|sms|screen|post|call|fax|dashboard)"
    ),
    "when": re.compile(
        "とき|時に|時点|たら|れば|場合|[後前]に|後、|日|時|分|週|月|年|即|直ちに|までに|ごと|たび|都度"
        "|(?i:when|after|before|within|every|once|as soon|at \\d|on (?:the|mon|tue|wed|thu|fri))"
    ),
}
_PROSE_KEYS = ("detail", "overdue", "output")


def find(spec: Spec) -> Iterator[Gap]:
    """Find sentences about a notice that lack one of the three."""
    for path, text in passages(spec):
        if path[-1] in _PROSE_KEYS or (len(path) > 1 and path[-2] == "exceptions"):
            for sentence in sentences(text):
                lack = _lacks(sentence, path)
                if lack:
                    yield Gap(
                        path, lack, quote=sentence.text.strip(" 。\n"), sentence=sentence.text
                    )
                    break


def _lacks(sentence: Sentence, path: Path) -> str:
    if not _NOTICE.search(sentence.text):
        return ""
    lacks = [name for name, words in _LACKING.items() if not words.search(sentence.text)]
    if "when" in lacks and path[-1] == "overdue":
        lacks.remove("when")
    return lacks[0] if lacks else ""
