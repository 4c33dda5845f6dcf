"""The style sheet is whole: what a browser drops silently is found here."""

from __future__ import annotations

import re

from blueprints.kit.page import theme


def test_every_rule_of_the_style_sheet_is_closed_before_the_next_part_begins() -> None:
    text = (theme._STATIC / "kit.css").read_text(encoding="utf-8")
    parts = re.split(r"^(?=/\*)", text, flags=re.MULTILINE)
    assert len(parts) > 5
    for part in parts:
        rules = re.sub(r'"[^"]*"', "", part)
        assert rules.count("{") == rules.count("}"), part.splitlines()[0]
