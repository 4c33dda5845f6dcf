"""What is found in a text in Markdown, and what is said of its links."""

from __future__ import annotations

import pytest

from generator.spec.prose import Link, read_prose
from tests.spec.conftest import Load
from tests.spec.told import codes, marked


def test_everything_that_can_be_read_is_found_line_by_line() -> None:
    prose = read_prose("# 題\n一行目\n**二行目** `x`\n\n- 項目\n\n|表|\n|-|\n|欄|\n\n    字下げ\n")
    assert prose.headings == ("題",)
    assert prose.lines == ("題", "一行目", "二行目 x", "項目", "表", "欄", "字下げ")


def test_emphasis_works_beside_japanese_signs_and_placeholders() -> None:
    prose = read_prose("次は**「赤」**の印。次のとおり**{name}**様に、**決めた。**以上")
    assert prose.lines == ("次は「赤」の印。次のとおり{name}様に、決めた。以上",)
    assert (
        read_prose("[x](https://e.example/?q=「a」)")
        .links[0]
        .target.endswith("?q=%E3%80%8Ca%E3%80%8D")
    )


def test_links_are_told_by_screen_or_whole_address() -> None:
    prose = read_prose(
        "[a](予約フォーム) [**b**](HTTPS://x.example/?q=1) [c](javascript:x) ![d](e)"
    )
    assert prose.links[0] == Link("a", "予約フォーム", outside=False)
    assert [(link.text, link.outside) for link in prose.links] == [
        *(("a", False), ("b", True), ("d", False)),
    ]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("[申請](a_form)、[外](https://example.com)、[電話](tel:1)", ""),
        ("[申請](a_from)", "a_from"),
        ("[外](www.example.com)", "www.example.com"),
    ],
)
def test_a_link_must_lead_to_a_screen_or_by_a_whole_address(load: Load, text: str, at: str) -> None:
    loaded = load(
        "project: x\nentities: {a: [b]}\nscreens:\n  a_form:\n"
        f"  p: {{kind: page, text: '{text}'}}\n"
    )
    found = [p for p in loaded.problems if p.code == "unknown_screen"]
    assert [marked(problem) for problem in found] == ([at] if at else [])
    assert set(codes(loaded)) <= {"unknown_screen", "kind_not_built"}
