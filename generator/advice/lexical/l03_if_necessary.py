"""A condition that somebody has yet to judge: 必要に応じて, 必要と認める; "as needed".

One clerk finds it necessary each time, another never. Ask who judges, and by what.
"""

from generator.advice.lexicon import Lexical, Wording
from generator.advice.rules import Blocks

BLOCKS = Blocks.DECISION

RULE = Lexical(
    japanese=(
        Wording("必要に応じ", in_names=True),
        Wording("必要(?:がある)?と(?:認め|判断|考え)(?:る|られる)?", in_names=True),
        Wording("必要(?:な|の)(?:場合|とき|時|範囲|限り)", in_names=True),
        Wording("必要が(?:あれ|ある(?:場合|とき|時))", in_names=True),
        Wording("必要に(?:より|よって)", in_names=True),
        Wording("必要であれ|必要なら", in_names=True),
    ),
    english=(
        r"\b(?:as|if|when|where|whenever) (?:needed|necessary|required)\b",
        r"\bas (?:the need arises|applicable)\b",
        r"\bdeems? (?:it )?(?:necessary|fit)\b",
    ),
)
