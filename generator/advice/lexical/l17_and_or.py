"""及び and 又は without brackets: (A and B) or C, or A and (B or C)? "and/or".

Two readers build two different checks. Ask for it as a list. Once a particle or a clause lies
between them (氏名及び住所を入力し、郵送又は窓口で) they do not meet.
"""

from generator.advice.lexicon import Lexical, Wording
from generator.advice.rules import Blocks

BLOCKS = Blocks.DECISION

_AND, _OR = "及び|および|並びに|ならびに|かつ", "又は|または|若しくは|もしくは|あるいは|或いは"
_BETWEEN = "[^をにではがへ。、]{1,15}"

RULE = Lexical(
    japanese=(
        Wording(f"(?:{_AND}){_BETWEEN}、?(?:{_OR})", in_names=True),
        Wording(f"(?:{_OR}){_BETWEEN}、?(?:{_AND})", in_names=True),
    ),
    english=(
        r"\band/or\b",
        r"\band (?:[\w'-]+ ){1,4}or\b(?! so)",
        r"\bor (?:[\w'-]+ ){1,4}and\b(?! so| \d)",
    ),
)
