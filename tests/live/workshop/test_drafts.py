"""Drafts: what one browser typed and did not record."""

from __future__ import annotations

from typing import Any

from generator.live.workshop.drafts import Drafts


def test_what_is_typed_comes_back_field_by_field_until_it_is_recorded() -> None:
    kept: dict[str, Any] = {}
    Drafts(kept).keep("decision/F1", "reason", "県の補助")
    Drafts(kept).keep("decision/F1", "revisit", "3月")
    Drafts(kept).keep("decision/F2", "reason", "別")
    assert Drafts(kept).of("decision/F1") == {"reason": "県の補助", "revisit": "3月"}
    Drafts(kept).keep("decision/F1", "revisit", " ")
    assert Drafts(kept).of("decision/F1") == {"reason": "県の補助"}
    Drafts(kept).drop("decision/F1")
    assert Drafts(kept).of("decision/F1") == {}
    assert Drafts(kept).of("decision/F2") == {"reason": "別"}


def test_a_browser_keeps_the_latest_drafts_and_not_ever_more() -> None:
    kept: dict[str, Any] = {}
    for number in range(100):
        Drafts(kept).keep(f"decision/F{number}", "reason", "x" * 1000)
    assert Drafts(kept).of("decision/F99")
    assert not Drafts(kept).of("decision/F0")
    assert len(str(kept)) < 100_000


def test_who_spoke_last_is_remembered() -> None:
    kept: dict[str, Any] = {}
    assert Drafts(kept).name == ""
    Drafts(kept).name = "建設課 係長"
    assert Drafts(kept).name == "建設課 係長"
