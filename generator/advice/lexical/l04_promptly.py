"""Haste without a limit: 速やか, 迅速, 直ちに, 早急, 遅滞なく; "promptly".

For the desk it is today, for the section this week, and a prototype needs a number to warn by. Ask
how many working days, and what happens after them. With a limit beside it, it is clear.
"""

from generator.advice.lexicon import Lexical, Wording
from generator.advice.rules import Blocks

BLOCKS = Blocks.DECISION

RULE = Lexical(
    japanese=(
        Wording("速やか|すみやか|早急|迅速|早期", in_names=False),
        Wording("直ちに|ただちに|至急|即座に|早めに|いち早く", in_names=True),
        Wording("遅滞なく|遅滞無く", in_names=True),
    ),
    english=(
        r"\bpromptly\b",
        r"\bimmediate(?:ly)?\b",
        r"\bquick(?:ly)?\b",
        r"\bas soon as possible\b",
        r"\bwithout (?:undue )?delay\b",
        r"\btimely\b",
        r"\bswift(?:ly)?\b",
    ),
    unless=(
        "遅くとも|[0-9０-９]\\s*(?:営業日|開庁日|日|時間|分|秒|週間|か月|ヶ月)以内"
        "|翌(?:営業|開庁)?日まで|当日中"
        "|(?i:within \\w+ (?:working )?(?:days?|hours?|minutes?|weeks?))"
    ),
)
