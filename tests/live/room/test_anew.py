"""However it came there, a page that stayed open shows what it would show when loaded anew."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.live.room.conftest import Enter
from tests.live.serving import Served

ADDRESSES = ("/", "/s/report_list", "/s/report_form", "/s/report_detail/1", "/s/report_detail/2")
LIST = "kind: list, entity: report, columns: [place, kind, state], filters: [kind]}"
CHOICES: tuple[tuple[str, ...], ...] = (
    (
        LIST,
        "kind: board, entity: report, by: state}",
        "kind: board, entity: report, by: kind, columns: [width]}",
        "kind: list, entity: report, columns: [state, width], filters: [kind, state]}",
        "kind: form, entity: report, fields: [place, width]}",
    ),
    (
        "fields: [place, kind, width, cost]",
        "fields: [place, cost]",
        "fields: [width, kind, place]",
        "fields: [cost, width, kind, place]",
    ),
    (
        "place: {title: 場所, required: true}",
        "place: {title: ばしょ, required: true, help: 目印も}",
        "place: {title: 場所, type: multiline}",
    ),
    ("      width: {title: 幅}\n", "      width: {title: 幅, type: integer, min: 0}\n"),
    (
        "kind: {title: 種別, type: choice, choices: [穴ぼこ, 段差, 側溝]}",
        "kind: {title: 種別, type: choice, choices: [穴ぼこ, 段差, 側溝, その他]}",
        "kind: {title: 種別, type: text}",
    ),
    ("home: {title: はじめに}", "home: {title: 入口, help: ここから}"),
    ("F1: {title: 概算の記録, phase: 1}", "F1: {title: 概算の記録, phase: 2}"),
    ("accept: {title: 受け付ける,", "accept: {title: 受ける, requires: [width],"),
)
"""Texts of the spec that stand for one another; the first of each is what it begins with."""
CLASH = ("by: kind,", "title: 種別, type: text")
"""What can't stand in one spec: a board has no columns for free text."""


def _edits(dice: random.Random) -> Iterator[tuple[str, str]]:
    """Yield what to replace in the spec by what, one after the other; each leaves it right."""
    now = [choices[0] for choices in CHOICES]
    while True:
        which = dice.randrange(len(CHOICES))
        after = dice.choice([text for text in CHOICES[which] if text != now[which]])
        before, changed = now[which], [*now[:which], after, *now[which + 1 :]]
        if all(any(part in text for text in changed) for part in CLASH):
            continue
        now = changed
        yield before, after


def _run(served: Served, enter: Enter, seed: int, rounds: int) -> None:
    """Edit and come in, without waiting for anything, then compare every page with a new one."""
    dice = random.Random(seed)
    edits = _edits(dice)
    visitors = [enter(address) for address in dice.sample(ADDRESSES, 3)]
    for _ in range(rounds):
        for _ in range(dice.randrange(1, 4)):
            served.edit(next(edits))
        if dice.random() < 0.5:
            visitors.append(enter.prepare())
            visitors[-1].page.goto(served.address + dice.choice(ADDRESSES), wait_until="commit")
    served.edit(("title: 町の通報", f"title: 町の通報{seed}"))
    for visitor in visitors:
        expect(visitor.page.get_by_role("banner").get_by_text(f"町の通報{seed}")).to_be_visible()
    served.generate.until("作りました")
    for visitor in visitors:
        anew = enter.another_tab(visitor, visitor.page.url.removeprefix(served.address))
        assert visitor.shows() == anew.shows(), visitor.page.url
        assert visitor.errors == []
        anew.page.close()


def test_a_page_that_stayed_open_shows_what_a_new_one_does(served: Served, enter: Enter) -> None:
    _run(served, enter, seed=1, rounds=5)


@pytest.mark.slow
@pytest.mark.parametrize("seed", [2, 3])
def test_whatever_is_changed_a_page_shows_what_a_new_one_does(
    served: Served, enter: Enter, seed: int
) -> None:
    _run(served, enter, seed, rounds=25)
