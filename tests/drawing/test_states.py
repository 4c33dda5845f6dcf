"""The states of a record as a diagram and as a table."""

from __future__ import annotations

from generator.drawing import states
from tests.drawing.conftest import Read

SPEC = """\
project: 町
roles: {desk: 窓口, roads: 道路係}
entities:
  report:
    title: 通報
    states: {new: {title: 受付, initial: true}, done: {title: 完了, final: true}, gone: 取下げ}
    transitions:
      finish: {title: 終える, from: new, to: done, by: [desk, roads]}
      drop: {title: 取り下げる, from: [new, done], to: gone}
  road: 路線
"""


def test_only_entities_with_states_can_be_chosen(read: Read) -> None:
    assert states.choices(read(SPEC)) == {"report": "通報"}
    assert states.choices(read("{project: 町, entities: {road: 路線}}")) == {}


def test_every_way_is_drawn_with_what_is_pressed_and_by_whom(read: Read) -> None:
    source = states.draw(read(SPEC), "report").source
    assert source.splitlines() == [
        "stateDiagram-v2",
        'state "受付" as s0',
        'state "完了" as s1',
        'state "取下げ" as s2',
        "[*] --> s0",
        "s0 --> s1 : 終える<br/>\ue028窓口・道路係\ue029",
        "s0 --> s2 : 取り下げる",
        "s1 --> s2 : 取り下げる",
        "s1 --> [*]",
    ]


def test_the_table_says_the_same(read: Read) -> None:
    drawing = states.draw(read(SPEC), "report")
    assert drawing.heads == ("今の状態", "操作", "次の状態", "できる役割")
    assert drawing.rows == (
        ("(新しい記録)", "", "受付", ""),
        ("受付", "終える", "完了(おわり)", "窓口・道路係"),
        ("受付", "取り下げる", "取下げ", "だれでも"),
        ("完了(おわり)", "取り下げる", "取下げ", "だれでも"),
    )
