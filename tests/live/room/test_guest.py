"""How a page stands to what there is now: the states that it goes through after a change."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from nicegui import Client, ui

from generator.live.room.guest import Guest, PageState
from generator.live.room.patch import Patch, Tree, difference, scratch, tree_of

if TYPE_CHECKING:
    from blueprints.kit.page.screen import View

BEFORE, NOW = 1, 2
"""Numbers of showings."""


def view(**memory: str) -> View:
    """A view that remembers something of its guest's own, or nothing."""
    return cast("View", SimpleNamespace(memory=memory))


@pytest.fixture
def guest() -> Iterator[Guest]:
    """A guest whose page says ``town``."""
    with scratch() as client:
        ui.label("town")
        yield Guest(client, view(), shows=BEFORE)


def change(client: Client) -> tuple[Patch, Tree]:
    """Return what leads from a page like that of ``client`` to one that says ``city``."""
    before = tree_of(client)
    with scratch() as beside:
        ui.label("city")
        return difference(before, beside), before


def test_a_page_is_current_until_something_changes(guest: Guest) -> None:
    assert guest.state is PageState.CURRENT
    assert not guest.is_old
    guest.fall_behind()
    assert guest.is_old
    assert guest.needs_more


def test_who_was_sent_all_needs_nothing_until_an_event_comes_in(guest: Guest) -> None:
    guest.fall_behind()
    guest.take_ahead(*change(guest.client), BEFORE, NOW)
    assert guest.state is PageState.SENT
    assert guest.shows == NOW
    assert guest.is_old
    assert not guest.needs_more
    assert "city" in str(guest.shown())


def test_who_has_something_of_their_own_needs_their_own_page_all_the_same(guest: Guest) -> None:
    guest.view = view(note="saved")
    guest.fall_behind()
    guest.take_ahead(*change(guest.client), BEFORE, NOW)
    assert guest.state is PageState.SENT
    assert guest.needs_more


def test_who_came_in_between_was_not_sent_all(guest: Guest) -> None:
    guest.fall_behind()
    guest.take_ahead(*change(guest.client), BEFORE - 1, NOW)
    assert guest.state is PageState.BEHIND
    assert guest.shows == BEFORE


def test_whose_page_was_different_there_was_not_sent_all(guest: Guest) -> None:
    patch, before = change(guest.client)
    [label] = [each for each in guest.client.elements.values() if isinstance(each, ui.label)]
    label.text = "village"
    guest.fall_behind()
    guest.take_ahead(patch, before, BEFORE, NOW)
    assert guest.state is PageState.BEHIND


def test_a_page_that_was_built_is_current_and_goes_on_from_what_was_built(guest: Guest) -> None:
    guest.fall_behind()
    guest.take_ahead(*change(guest.client), BEFORE, NOW)
    guest.begin_to_build()
    assert not guest.is_old, "it is not begun twice"
    renewed = view()
    guest.built(renewed, None, NOW)
    assert (guest.state, guest.view, guest.ahead) == (PageState.CURRENT, renewed, {})


@pytest.mark.parametrize("end", [Guest.fail, lambda it: it.built(it.view, None, NOW)])
def test_what_changes_while_a_page_is_built_leaves_it_behind(guest: Guest, end: object) -> None:
    guest.fall_behind()
    guest.begin_to_build()
    guest.fall_behind()
    assert callable(end)
    end(guest)
    assert guest.state is PageState.BEHIND


def test_a_page_built_of_what_was_before_a_patch_came_in_lacks_what_was_sent(guest: Guest) -> None:
    guest.fall_behind()
    guest.begin_to_build()
    guest.fall_behind()
    guest.take_ahead(*change(guest.client), BEFORE, NOW)
    assert guest.state is PageState.SENT
    guest.built(view(), None, BEFORE)
    assert (guest.state, guest.shows) == (PageState.BEHIND, BEFORE)
    assert guest.needs_more


def test_a_build_that_another_one_overtook_leaves_the_page_behind(guest: Guest) -> None:
    guest.fall_behind()
    guest.begin_to_build()
    guest.fall_behind()
    guest.begin_to_build()
    states = []
    for number in (NOW, BEFORE):
        guest.built(view(), None, number)
        states.append(guest.state)
    assert states == [PageState.CURRENT, PageState.BEHIND]


def test_a_page_that_failed_is_not_tried_again_before_another_change(guest: Guest) -> None:
    guest.fall_behind()
    guest.begin_to_build()
    guest.fail()
    assert guest.state is PageState.FAILED
    assert not guest.is_old
    guest.fall_behind()
    assert guest.is_old
