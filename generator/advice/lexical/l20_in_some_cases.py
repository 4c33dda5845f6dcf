"""Cases that nobody lists: 場合がある, ことがある, によっては; "in some cases".

The person at the desk has to answer in exactly those. Ask which cases they are, who answers, and
how. 使ったことがある tells of the past.
"""

from generator.advice.lexicon import Lexical, Wording
from generator.advice.rules import Blocks

BLOCKS = Blocks.DECISION

RULE = Lexical(
    japanese=(
        Wording("場合(?:が|も)(?:ある|あり)", in_names=True),
        Wording(
            "(?<![っいん]た)(?<![っいん]だ)こと(?:が|も)(?:ある|あり)(?!ます?か)", in_names=True
        ),
        Wording("によって(?:は)(?!い)|場合によっては", in_names=True),
    ),
    english=(
        r"\bin (?:some|certain|special|exceptional) (?:cases|circumstances|situations)\b",
        r"\b(?:depending|dependent) (?:up)?on\b",
        r"\b(?:sometimes|under certain (?:conditions|circumstances))\b",
    ),
)
