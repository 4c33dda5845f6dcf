"""Regard without a consequence: 配慮, 考慮, 勘案; "takes into account".

Something was thought of, and nothing need follow. Ask by which standard and which of its levels, or
what changes because of it. 要配慮個人情報 is a name.
"""

from generator.advice.lexicon import Lexical, Wording
from generator.advice.rules import Blocks

BLOCKS = Blocks.WORDING

RULE = Lexical(
    japanese=(Wording("(?:配慮|考慮|勘案|留意|顧慮)(?!が必要|を(?:要|必要と)する)"),),
    english=(
        r"\btak(?:e|es|en|ing)\b[^.]{0,40}\binto (?:account|consideration)\b",
        r"\bconsider(?:s|ed|ing)?\b",
        r"\bwith (?:due )?regard to\b",
        r"\bmindful of\b",
    ),
    unless="JIS\\s*X|WCAG|(?:レベル|[Ll]evel)\\s*A",
)
