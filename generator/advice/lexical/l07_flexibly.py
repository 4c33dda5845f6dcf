"""Freedom without bounds: 柔軟, 弾力的, 臨機応変; "flexible".

What may be changed, by whom, without the maker? Ask for the range. 柔軟剤 is a softener.
"""

from generator.advice.lexicon import Lexical, Wording
from generator.advice.rules import Blocks

BLOCKS = Blocks.WORDING

RULE = Lexical(
    japanese=(Wording("柔軟(?:性|さ)?|弾力的|機動的"), Wording("臨機応変", in_names=True)),
    english=(r"\bflexibl[ey]\b", r"\bflexibility\b", r"\badaptabl[ey]\b"),
)
