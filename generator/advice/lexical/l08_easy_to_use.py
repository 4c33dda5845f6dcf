"""Ease that nobody measures: 簡単, 使いやすい, 直感的, わかりやすい; "user-friendly".

It is easy for whoever built it. Ask who must do what in how many minutes without help. 簡易書留 is
another word, and a road can be slippery (滑りやすい) without being a wish.
"""

from generator.advice.lexicon import Lexical, Wording
from generator.advice.rules import Blocks

BLOCKS = Blocks.WORDING

_WISHED = "使い|つかい|分かり|わかり|解り|判り|見|読み|扱い|探し|押し|触り|選び|覚え|親しみ"

RULE = Lexical(
    japanese=(
        Wording("簡単|簡便|手軽|容易|平易|円滑|快適|シンプル|スムーズ|スムース"),
        Wording(f"(?:{_WISHED})(?:やす|易)(?:い|く|さ)", in_names=True),
        Wording("(?:操作|入力|検索|理解|利用|活用|確認)し(?:やす|易)(?:い|く|さ)", in_names=True),
        Wording("直感的|直観的|ユーザーフレンドリー?", in_names=True),
        Wording("ストレス(?=を感じ|なく|なし|の(?:ない|少ない)|フリー)", in_names=True),
        Wording("操作性|使い勝手|ユーザビリティ", in_names=True),
    ),
    english=(
        r"\buser[- ]friendly\b",
        r"\b(?:easy|easily|easier|simple|simply|intuitive(?:ly)?|convenient(?:ly)?)\b",
        r"\bsmooth(?:ly)?\b",
    ),
)
