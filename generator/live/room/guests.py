"""All browsers with a page open, and which of them see the same page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from nicegui import Client

from .guest import Guest
from .rights import Right

if TYPE_CHECKING:
    from blueprints.kit.page.screen import View

ViewKey = tuple[str, int | None, str | None, str, tuple[tuple[str, str], ...], Right, str]
"""The key by which guests who see the same page are grouped: screen, record, role, phase view,
search and filters, what they may do in the room, and the prefix of their addresses."""


def view_key_of(view: View, right: Right, prefix: str) -> ViewKey:
    """Return the key of what ``view``, a view of the kit, shows to somebody with ``right``."""
    asked = tuple(sorted(view.query.items()))
    return view.screen.key, view.record_id, view.role, view.visitor.phase, asked, right, prefix


class Guests:
    """All browsers that have a page open; ``changed`` is called when one comes or goes.

    ``view_key`` returns the key of what a client's browser sees. ``showing`` is the number of the
    version that is to be shown now; each change gets the next one.
    """

    def __init__(
        self, changed: Callable[[], None], view_key: Callable[[View, Client], ViewKey]
    ) -> None:
        self._by_client: dict[str, Guest] = {}
        self._changed = changed
        self._view_key = view_key
        self.showing = 0

    def __iter__(self) -> Iterator[Guest]:
        return iter(list(self._by_client.values()))

    def __len__(self) -> int:
        return len(self._by_client)

    def of(self, client: Client) -> Guest | None:
        """Return who has the page of ``client``; None for a page that is not the prototype's."""
        return self._by_client.get(client.id)

    def view_key(self, guest: Guest) -> ViewKey:
        """Return the key of what ``guest`` sees."""
        return self._view_key(guest.view, guest.client)

    def welcome(self, guest: Guest) -> None:
        """Take note of a page that was opened."""
        client = guest.client
        self._by_client[client.id] = guest
        if guest.shows != self.showing:  # it changed while records were read
            guest.fall_behind()

        def forget() -> None:
            self._by_client.pop(client.id, None)
            self._changed()

        client.on_delete(forget)
        self._changed()

    def forget(self, guest: Guest) -> None:
        """Leave a page alone from now on: its browser goes to another one."""
        self._by_client.pop(guest.client.id, None)

    def leave_behind(self) -> None:
        """Note that nobody's browser shows what there is now."""
        self.showing += 1
        for guest in self:
            guest.fall_behind()

    def by_view_key(self) -> list[list[Guest]]:
        """Return the connected guests in groups that see the same page, the largest group first."""
        groups: defaultdict[ViewKey, list[Guest]] = defaultdict(list)
        for guest in self:
            if guest.is_there:
                groups[self.view_key(guest)].append(guest)
        return sorted(groups.values(), key=len, reverse=True)
