"""What is kept and what refers to what, as a diagram and as a table."""

from __future__ import annotations

import pytest

from generator.drawing import entities
from tests.drawing.conftest import Read

SPEC = """\
project: 町
entities:
  report:
    title: 通報
    fields:
      number: {title: 番号, type: auto_number}
      place: {title: 場所, required: true}
      road: {title: 路線, type: reference, entity: road}
  road: {title: 路線, fields: {name: {title: 名前, required: true}}}
  bridge: {title: 橋, fields: {name: 名前}}
"""


def test_all_or_one_of_the_entities_can_be_chosen(read: Read) -> None:
    known = {"report": "通報", "road": "路線", "bridge": "橋"}
    assert entities.choices(read(SPEC)) == {"": "すべての記録"} | known
    assert entities.choices(read("project: 町")) == {}


def test_fields_are_drawn_with_their_types_and_references_as_lines(read: Read) -> None:
    assert entities.draw(read(SPEC), "").source.splitlines() == [
        "erDiagram",
        "direction LR",
        'e0["通報"] {',
        "番号 自動の番号",
        '場所 文字 "必須"',
        "路線 →\ue020路線",
        "}",
        'e1["路線"] {',
        '名前 文字 "必須"',
        "}",
        'e2["橋"] {',
        "名前 文字",
        "}",
        'e0 }o--o| e1 : "路線"',
    ]


def test_what_is_chosen_is_drawn_with_those_it_is_linked_with(read: Read) -> None:
    for chosen in ("report", "road"):
        drawing = entities.draw(read(SPEC), chosen)
        assert "通報" in drawing.source
        assert "橋" not in drawing.source
    assert entities.draw(read(SPEC), "road").rows == (("路線", "名前", "文字", "必須", ""),)


def test_of_many_fields_the_first_are_drawn_unless_the_entity_is_chosen(read: Read) -> None:
    fields = ", ".join(f"f{number}: 項目{number}" for number in range(9))
    spec = read(f"{{project: 町, entities: {{road: {{title: 路線, fields: {{{fields}}}}}}}}}")
    assert "ほか3項目" in entities.draw(spec, "").source
    assert "項目8" not in entities.draw(spec, "").source
    assert "項目8" in entities.draw(spec, "road").source


@pytest.mark.parametrize(
    ("said", "drawn", "told"),
    [
        ("", "}o--o|", "路線 0件か1件"),
        ("required: true", "}o--||", "路線 必ず1件"),
        ("unique: true", "|o--o|", "路線 0件か1件"),
    ],
)
def test_how_many_there_are_stands_at_each_end(
    said: str, drawn: str, told: str, read: Read
) -> None:
    before = "type: reference, entity: road"
    drawing = entities.draw(read(SPEC.replace(before, f"{before}, {said}" if said else before)), "")
    assert f"e0 {drawn} e1" in drawing.source
    assert drawing.rows[2][-1] == told
