"""The lexical rules against sentences that were labelled before there was any rule."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from generator.advice.lexicon import sentences
from generator.advice.rules import lexical_rules

RECALL, PRECISION = 0.85, 0.80


@dataclass
class Counted:
    """Labels and findings: how many agree, and which do not."""

    right: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def add(self, labels: set[str], found: set[str], sentence: str) -> None:
        self.right += len(labels & found)
        self.missed += [f"{rule} {sentence}" for rule in labels - found]
        self.wrong += [f"{rule} {sentence}" for rule in found - labels]

    @property
    def recall(self) -> float:
        return self.right / (self.right + len(self.missed))

    @property
    def precision(self) -> float:
        return self.right / (self.right + len(self.wrong))


def labelled(language: str) -> list[tuple[set[str], str]]:
    lines = (Path(__file__).parent / f"sentences.{language}.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in lines.splitlines() if not line.startswith("#")]
    return [(set() if labels == "-" else set(labels.split(",")), text) for labels, text in rows]


def found_in(text: str) -> set[str]:
    return {
        name
        for sentence in sentences(text)
        for name, (_, rule) in lexical_rules().items()
        if any(rule.quotes(sentence))
    }


@pytest.mark.parametrize(("language", "fewest"), [("ja", 300), ("en", 60)])
def test_recall_and_precision_on_the_held_sentences(
    language: str, fewest: int, capsys: pytest.CaptureFixture[str]
) -> None:
    held = labelled(language)
    clean = sum(not labels for labels, _ in held)
    counted = Counted()
    for labels, sentence in held:
        counted.add(labels, found_in(sentence), sentence)
    with capsys.disabled():
        print(
            f"\n{language}: {len(held)} sentences, {clean} of them clean:"
            f" recall {counted.recall:.3f}, precision {counted.precision:.3f}"
        )
        print("\n".join(["missed:", *counted.missed, "wrong:", *counted.wrong]))
    assert len(held) >= fewest
    assert counted.recall >= RECALL, counted.missed
    assert counted.precision >= PRECISION, counted.wrong


def test_every_lexical_rule_has_sentences_and_every_label_a_rule() -> None:
    rules = set(lexical_rules())
    assert rules == {f"L{number}" for number in range(1, len(rules) + 1)}
    for language in ("ja", "en"):
        assert {label for labels, _ in labelled(language) for label in labels} == rules


def test_words_are_found_where_words_begin_and_end() -> None:
    assert found_in("約200名が使う。") == {"L10"}
    assert found_in("予約と契約と規約を約款で結ぶ。") == set()
    assert found_in("1等級の平等な高等学校") == set()
    assert found_in("検討委員会が施設管理課の管理番号を見る。") == set()


def test_a_value_in_quotation_marks_is_no_wish() -> None:
    assert found_in("その他の書類を添付する。") == {"L1"}
    assert found_in("種別「その他」を選んだとき、内容を書く。") == set()


def test_what_is_answered_in_the_same_sentence_is_not_asked() -> None:
    assert found_in("速やかに知らせる。") == {"L4"}
    assert found_in("速やかに、3営業日以内に知らせる。") == set()
    assert found_in("速やかに返す。結果は3営業日以内に出る。") == {"L4"}


def test_each_sentence_is_read_in_its_own_language() -> None:
    assert found_in("一覧を出す\nIt is user-friendly") == {"L8", "L14"}


def test_a_monstrous_text_is_read_as_far_as_it_goes() -> None:
    assert found_in("等" * 200_000) <= {"L1"}
    assert found_in("(" * 50_000 + "and so on") == {"L1"}
