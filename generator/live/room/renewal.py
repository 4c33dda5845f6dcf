"""Brings one open page up to the prototype as it is now, in place."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from generator.live import kit
from generator.messages import text

from .building import Builder
from .current import Current
from .guest import Guest
from .guests import Guests, ViewKey
from .patch import rebuild
from .views import renewed_view

if TYPE_CHECKING:
    from blueprints.kit.page.screen import View


_MOST_BUILDS = 3
"""How often a page is built in a row while changes overtake it; the next event goes on then."""


class Renewal:
    """Builds the pages of ``guests`` anew; ``fall_back`` takes what keeps one from being built."""

    def __init__(
        self,
        current: Current,
        builder: Builder,
        guests: Guests,
        fall_back: Callable[[ViewKey, Exception], None],
    ) -> None:
        self._current = current
        self._builder = builder
        self._guests = guests
        self._fall_back = fall_back

    def catch_up(self, guest: Guest) -> None:
        """Bring a page that is old up to the prototype, before an event on it comes in.

        It is built again when something changed meanwhile: nobody else may come to do that.
        """
        for _ in range(_MOST_BUILDS):
            if not guest.is_old:
                return
            guest.begin_to_build()
            try:
                self._rebuild(guest)
            except Exception as error:
                guest.fail()
                self._fall_back(self._guests.view_key(guest), error)
                return

    def _rebuild(self, guest: Guest) -> None:
        """Build a page anew and send its browser what differs."""
        showing, old = self._guests.showing, guest.view
        old.leave()
        view = renewed_view(old, self._current.prototype)
        if view is None:
            self._send_home(guest)
            return
        if view.screen.key != old.screen.key:
            _go_along(guest, view)
        build = partial(self._builder.page, view, guest.good)
        good = rebuild(guest.client, build, guest.shown, guest.generic_elements)
        guest.built(view, good, showing)

    def _send_home(self, guest: Guest) -> None:
        """Send a guest whose screen is gone to the home, with a message that says so."""
        old = guest.view
        old.visitor.say_next(text("room.screen_gone", title=old.screen.title))
        guest.client.open("/")
        self._guests.forget(guest)


def _go_along(guest: Guest, view: View) -> None:
    """Show the new address of a renamed screen in the browser."""
    prefix = kit.addresses.prefix_of(guest.client)
    address = prefix + view.address(view.screen, view.record_id, view.query)
    guest.client.run_javascript(f"history.replaceState(null, '', {json.dumps(address)})")
