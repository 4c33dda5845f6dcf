"""What is put off: 検討, 調整, 別途, 協議, 未定, 後日; "TBD".

It comes back on the last day. Ask who decides it, and when. 検討委員会, 年末調整 and 調整区域 are
names.
"""

from generator.advice.lexicon import Lexical, Wording
from generator.advice.rules import Blocks

BLOCKS = Blocks.DECISION

_TAIL = "(?:中|予定|事項)?"

RULE = Lexical(
    japanese=(
        Wording(
            f"(?:検討|調整|協議){_TAIL}(?=(?:を(?:行|要|進|重)|が必要|する|し(?!て(?:決|定)めた)|の(?:上|うえ)|で|とする|、|。|$))"
        ),
        Wording("別途|後日|追って", in_names=True),
        Wording("未定|未決定?|要(?:検討|調整|確認|協議)|保留(?=と|$)", in_names=True),
    ),
    english=(
        r"\bT\.?B\.?[DCA]\b\.?",
        r"\bto be (?:decided|determined|defined|confirmed|agreed|discussed)\b",
        r"\b(?:will|shall) be (?:decided|determined|discussed|considered) (?:later|separately)\b",
        r"\bunder (?:consideration|discussion|review)\b",
        r"\bseparately (?:agreed|defined|specified)\b",
    ),
)
