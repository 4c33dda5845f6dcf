"""Times without a calendar: 定期的, 随時, 適時, 当面, 順次; "regularly".

Nothing can start by itself without knowing when. Ask on which day of the month, and until when.
With the day beside it, it is clear; 定期監査 is a name.
"""

from generator.advice.lexicon import Lexical, Wording
from generator.advice.rules import Blocks

BLOCKS = Blocks.WORDING

RULE = Lexical(
    japanese=(
        Wording("定期的|定期に|周期的"),
        Wording("随時|適時|逐次|順次|こまめに|しばらく|ときどき|時々", in_names=True),
        Wording("当面|当分", in_names=True),
    ),
    english=(
        r"\b(?:regular(?:ly)?|periodical(?:ly)?|periodic|occasionally|frequently|continually)\b",
        r"\bfrom time to time\b",
        r"\bfor the time being\b",
        r"\bat (?:any|an? (?:appropriate|suitable)) time\b",
    ),
    unless=(
        "毎(?:月|年|週|日|朝|時)|年[0-9０-９]+回|月[0-9０-９]+回|[0-9０-９](?:日|か月|時間|分|週間)(?:ごと|おき)"
        "|(?i:every (?:day|week|month|year|\\d+|monday|tuesday|wednesday|thursday|friday))"
    ),
)
