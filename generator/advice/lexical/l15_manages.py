"""Verbs that hide what is done: 管理, 対応, 支援, 連携; "manage", "support", "handle".

To one, managing a register is looking at it, to another entering, changing, deleting, printing it.
Each is a screen. Ask which. In names (管理番号, 対応状況, 子育て支援センター) nothing is done.
"""

from generator.advice.lexicon import Lexical, Wording
from generator.advice.rules import Blocks

BLOCKS = Blocks.DECISION

_DONE = (
    "(?=でき|出来|可能|す(?:る|べ)|し(?:て|た|、|ま|な|$)|させ|され|。|$"
    "|[をが](?:行|でき|する|し|図|可能))"
)

_PEOPLE = "staff|clerks|users|they|we"
_VERBS = "support|handle|manage|administer|process|deal with|interface with|integrate with"

RULE = Lexical(
    japanese=(
        Wording(
            f"(?<!に)(?:管理|対応|支援|連携|サポート){_DONE}(?!する(?:項目|列|値|欄|番号|行|もの))"
        ),
        Wording(
            "(?<=に)(?:対応|連携)(?=(?:でき|す(?:る|べ)|し(?:て|た|、|ま|な|$)|可能|。|$))(?!する(?:項目|列|値|欄|番号|行|もの))"
        ),
    ),
    english=(
        r"\b(?:supports|handles|manages|processes|administers)\b",
        rf"\b(?:can|could|to|shall|must|will|should|may|{_PEOPLE}) (?:{_VERBS})\b",
    ),
)
