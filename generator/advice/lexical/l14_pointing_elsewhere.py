"""Words that point at something which is not there: これ, 当該, 同様, 現行踏襲, 従来どおり.

Whoever has not seen today's system can't build it "as today", and これ may be either of two things.
Ask what is pointed at, and for the thing itself. 当該申請 is clear where 申請 stands before it.
"""

import re

from generator.advice.lexicon import Lexical, Sentence, Wording
from generator.advice.rules import Blocks

BLOCKS = Blocks.DECISION

_VERBS = "is|are|was|were|has|have|can|must|shall|will|should|may"


def _points_nowhere(sentence: Sentence, match: re.Match[str]) -> bool:
    """Tell whether the noun behind 当該 did not stand earlier in the sentence."""
    if match[0] != "当該":
        return True
    named = sentence.reading.beginning.get(match.end())
    return (
        named is None
        or sentence.text[named.begin : named.end] not in sentence.text[: match.start()]
    )


RULE = Lexical(
    japanese=(
        Wording("(?:これ|それ)ら?(?=[をがにはのもと])", in_names=True),
        Wording("当該|同様|同上|前述|上記|前記|後述|下記", in_names=True),
        Wording(
            "(?:現行|現状|従来|従前|今まで|これまで|既存)(?:の)?(?:踏襲|どおり|通り|のまま)",
            in_names=True,
        ),
        Wording(
            "(?:現行|既存)(?:の)?(?:システム|様式|帳票|運用|業務|画面)?(?:と同じ|に準じ(?:る|て)?|に準ずる|に合わせ(?:る|て)?)",
            in_names=True,
        ),
    ),
    english=(
        rf"^\s*(?:it|this|that|these|those|they)\s+(?:{_VERBS})\b(?! possible| necessary)",
        r"\b(?:the )?same as (?:before|now|today|the (?:current|existing|present)\b)",
        r"\bas(?: it)? (?:is|was) (?:today|now|before)\b",
        r"\bas[- ](?:is|before|usual)\b(?= |\.|$)",
        r"\b(?:likewise|similarly|ditto|the above|aforementioned)\b",
    ),
    meant=_points_nowhere,
)
