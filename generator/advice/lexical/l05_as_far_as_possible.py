"""An effort instead of a result: 可能な限り, 極力, 努める, できるだけ; "as much as possible".

Nobody can say whether it was done. Ask for the least that must be reached.
"""

from generator.advice.lexicon import Lexical, Wording
from generator.advice.rules import Blocks

BLOCKS = Blocks.WORDING

RULE = Lexical(
    japanese=(
        Wording("可能な(?:限り|範囲)|可能であれば?", in_names=True),
        Wording("極力|なるべく|最大限|努めて", in_names=True),
        Wording("でき(?:る|得る)(?:だけ|限り|かぎり)|出来る(?:だけ|限り)", in_names=True),
        Wording("努め(?:る|よ)?|心がけ(?:る)?|心掛け(?:る)?", in_names=True),
    ),
    english=(
        r"\bas (?:much|many|little|few|far|often|fast|simple|short) as (?:is )?possible\b",
        r"\bas far as practicable\b",
        r"\b(?:make|makes|making) (?:every|an?|their best) effort\b",
        r"\bbest efforts?\b",
        r"\bif (?:at all )?possible\b",
        r"\b(?:strives?|tr(?:y|ies)|endeavou?rs?) to\b",
        r"\bto the extent possible\b",
    ),
)
