"""Better without from where to where: 向上, 軽減, 効率化, 見える化; "improve".

Afterwards everybody can say that it got better. Ask how much it is today, and how much it shall be
by when. Two numbers in the sentence, or a goal with now and target, answer it.
"""

from generator.advice.lexicon import Lexical, Wording
from generator.advice.rules import Blocks
from generator.spec.model import Spec
from generator.spec.problems import Path

BLOCKS = Blocks.WORDING


def _has_numbers(spec: Spec, path: Path) -> bool:
    """Tell that a goal says from where to where, whatever words its title has."""
    goal = spec.goals.get(str(path[1])) if path[0] == "goals" else None
    return goal is not None and bool(goal.now and goal.target)


RULE = Lexical(
    japanese=(
        Wording("(?:効率|見える|可視|最適|簡素|省力|迅速|円滑|高度|活性|合理)化"),
        Wording("向上|軽減|改善|充実|強化|推進|効率的|効果的"),
        Wording("(?:利便性|満足度|サービス|精度|質|効率)を高め(?:る)?", in_names=True),
    ),
    english=(
        r"\b(?:improv|enhanc|optimi[sz]|streamlin|modernis|moderniz)(?:es?|ed|ing|ements?)\b",
        r"\bstrengthen(?:s|ed|ing)?\b",
        r"\b(?:more|better|increased) (?:efficien(?:t|tly|cy)|convenience|effective(?:ly)?)\b",
        r"\b(?:reduc(?:e|es|ed|ing)|lighten|lessen)(?:s|ed|ing)?\b",
        r"\bvisuali[sz](?:e|es|ed|ing|ation)\b",
    ),
    unless="[0-9０-９][^。]{0,12}から[^。]{0,12}[0-9０-９]"
    "|(?i:from [^.]{0,20}\\d|\\bto \\d|\\bby \\d)",
    settled=_has_numbers,
)
