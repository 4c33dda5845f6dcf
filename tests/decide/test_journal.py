"""The journal: what was accepted stays in it, whatever happened to its last line."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.decide.actions import Answer, Ask, Decide, MakeFeature, as_json, from_json
from generator.decide.journal import Journal, State

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def decision(feature: str = "F1") -> Decide:
    return Decide(feature=feature, phase="2", by="係長", reason="a\nb", seen="1")


@given(TEXTS, TEXTS)
def test_every_action_comes_back_as_it_was(one: str, other: str) -> None:
    for action in (
        Decide(by=one, feature=one, phase=other, reason=other, revisit=one, seen=None),
        MakeFeature(by=one, title=other, element=("screens", one)),
        Ask(by=one, text=other, about=one, rule=other),
        Answer(by=one, question=one, answer=other, seen=one),
    ):
        assert from_json(as_json(action)) == action


def test_states_follow_each_other_and_batches_keep_their_order(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal")
    assert journal.read() == {}
    first, second, third = decision(), decision("F2"), decision("F3")
    journal.accept([(first, second)])
    journal.accept([(third,)])
    journal.mark([third.id], State.WRITTEN)
    found = journal.read()
    assert [(b.actions, b.state) for b in found.values()] == [
        ((first, second), State.WAITING),
        ((third,), State.WRITTEN),
    ]


def test_half_a_line_says_nothing_and_spoils_nothing(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    journal = Journal(path)
    first, second = decision(), decision("F2")
    journal.accept([(first,)])
    whole = path.read_bytes()
    for cut in range(1, len(whole)):
        path.write_bytes(whole[:cut])
        lost = journal.read()
        assert list(lost) == ([first.id] if cut == len(whole) - 1 else [])
        journal.accept([(second,)])
        assert second.id in journal.read()


def test_reading_can_begin_where_everything_before_is_settled(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "journal")
    first, second = decision(), decision("F2")
    journal.accept([(first,)])
    settled = journal.size
    journal.accept([(second,)])
    assert list(journal.read(settled)) == [second.id]
    assert list(journal.read(journal.size + 1)) == [first.id, second.id]  # another file by now
