"""Without any exception: すべて, いつでも, 必ず, 常に; "all", "always".

Software stops for an update, and paper remains for somebody. Ask for the exceptions, and for the
hours when it may be down.
"""

from generator.advice.lexicon import Lexical, Wording
from generator.advice.rules import Blocks

BLOCKS = Blocks.WORDING

RULE = Lexical(
    japanese=(
        Wording("すべて|全て|あらゆる|一切", in_names=True),
        Wording("いつでも|どこでも|どこからでも", in_names=True),
        Wording("必ず(?!し)|常に|常時|絶対に|二十四時間|24時間365日", in_names=True),
    ),
    english=(
        r"\ball\b(?![- ]day| in all|-)",
        r"\b(?:always|anytime|anywhere|never|without exception)\b",
        r"\bat all times\b",
        r"\b24/7\b",
    ),
)
