"""Amounts that are not numbers: おおむね, 程度, 多数, 約200, 前後; "approximately".

Screens and servers are made for a number, and for the busiest day. Ask how many a year, a month, a
day, and at the peak. 約 in 予約 and 契約, 程度 in 障害の程度, 前後 in 予約の前後 are other things.
"""

from generator.advice.lexicon import Lexical, Wording
from generator.advice.rules import Blocks

BLOCKS = Blocks.WORDING

_NUMBER = "[0-9０-９一二三四五六七八九十百千万数]"

RULE = Lexical(
    japanese=(
        Wording("おおむね|おおよそ|およそ|概ね|凡そ|だいたい|大体", in_names=True),
        Wording(f"約(?={_NUMBER})", in_names=True),
        Wording("(?<=[^\\sの])(?<!の)程度(?!の差)(?=[のでにをは、。に)）]|$)", in_names=True),
        Wording(f"(?<={_NUMBER}[名人件回個台日月年分時秒枚割頁])前後", in_names=True),
        Wording("(?<=か月)前後|(?<=時間)前後|(?<=週間)前後|(?<=世帯)前後|(?<=団体)前後"),
        Wording("多数(?!決)|大量|大勢|若干(?:名)?|少数|少量|多く(?=の)", in_names=True),
        Wording("数(?:名|人|件|回|個|台|日|か月|年|分|時間|秒|枚|割|十|百|千)", in_names=True),
        Wording(
            "(?<=[時日分])(?:頃|ごろ)|(?<=[0-9０-９][名人件回個台日年分枚割])(?:くらい|ぐらい|ほど)"
        ),
    ),
    english=(
        r"\b(?:approximately|approx\.|roughly|circa)",
        r"\b(?:about|around|some|nearly|almost) (?=\d|half|a (?:dozen|hundred|third))",
        r"\b(?:several|many|numerous|a few|a (?:large|small) number of|lots? of|plenty of)\b",
    ),
)
