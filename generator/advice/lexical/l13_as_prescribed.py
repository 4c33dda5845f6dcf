"""A rule that stands elsewhere: 所定の, 別に定める, 決められた; "prescribed".

A form can't check a deadline that it does not know. Ask for the table, the article or the form's
number. 第3項に定める様式第2号 names its place.
"""

from generator.advice.lexicon import Lexical, Wording
from generator.advice.rules import Blocks

BLOCKS = Blocks.DECISION

_NAMED = "[条項号表]"

RULE = Lexical(
    japanese=(
        Wording("所定(?!労働|内|外)|別に定め(?:る)?|別に指定する", in_names=True),
        Wording("(?:決め|定め|指定さ)(?:ら)?れた", in_names=True),
    ),
    english=(
        r"\b(?:prescribed|predetermined|predefined|specified|designated|stipulated)\b",
        r"\bas defined elsewhere\b",
    ),
    unless=(
        "第[0-9０-９一二三四五六七八九十]+(?:条|項|号)|別表第?[0-9０-９一二三四五六七八九十]"
        "|(?:法|法令|条例|規則|要綱|規程|告示)(?:で|に)定め"
        "|(?i:\\b(?:section|article|form|table) \\d)"
    ),
)
