"""Pages without anything personal, one for all guests who see the same: its changes go to them all.

So no guest is sent what belongs to another one: text that was typed, mistakes in it, notes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial

from nicegui import Client

from .building import Builder
from .current import Current
from .guest import Guest
from .guests import Guests, ViewKey
from .patch import Tree, difference, scratch, send, settle, tree_of
from .problems import Problems
from .views import plain_view


@dataclass(frozen=True)
class _CommonPage:
    """A page as it is for nobody in particular, and the number of the version that it shows."""

    tree: Tree
    showing: int


class CommonPages:
    """Keeps the common page for each view key that several ``guests`` share."""

    def __init__(
        self, current: Current, builder: Builder, guests: Guests, problems: Problems
    ) -> None:
        self._current = current
        self._builder = builder
        self._guests = guests
        self._problems = problems
        self._known: dict[ViewKey, _CommonPage] = {}

    def note(self) -> None:
        """Note how the pages that several people see look now, before they change."""
        shared = {
            self._guests.view_key(group[0]): group[0]
            for group in self._guests.by_view_key()
            if len(group) > 1
        }
        self._known = {key: page for key, page in self._known.items() if key in shared}
        for key, guest in shared.items():
            if key in self._known:
                continue
            with self._built(guest) as beside:
                if beside is not None:
                    self._known[key] = _CommonPage(tree_of(beside), self._guests.showing)

    def send(self, group: Sequence[Guest]) -> bool:
        """Send what changed on the page of ``group``, who see the same; False if it is not known.

        Raises what building the page does.
        """
        key = self._guests.view_key(group[0])
        known = self._known.get(key)
        if len(group) == 1 or known is None:
            return False
        with self._built(group[0]) as beside:
            if beside is None:
                return False
            patch = difference(known.tree, beside)
            tree, elements = tree_of(beside), beside.elements
        now = self._known[key] = _CommonPage(tree, self._guests.showing)

        def send_to(guest: Guest) -> None:
            send(guest.client, patch, elements)
            # Who came in between, or was passed over, has more that differs than this patch.
            guest.take_ahead(patch, known.tree, known.showing, now.showing)

        for guest in group:
            if guest.is_old:  # an event may have brought it up to what there is now, and its own
                self._problems.attempt(partial(send_to, guest))
        return True

    @contextmanager
    def _built(self, guest: Guest) -> Iterator[Client | None]:
        """Yield a client with the common page of a guest's screen; None if the screen is gone."""
        view = plain_view(guest.view, self._current.prototype)
        if view is None:
            yield None
            return
        with scratch(guest.client) as beside:
            self._builder.page(view)
            settle(beside)
            yield beside
