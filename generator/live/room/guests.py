"""Who sees which screen, all together: what they are shown next, and who of them sees the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from nicegui import Client

from .guest import Guest
from .rights import Right

if TYPE_CHECKING:
    from blueprints.kit.page.screen import View

Sight = tuple[str, int | None, str | None, str, tuple[tuple[str, str], ...], Right, str]
"""What makes two browsers see the same: screen, record, role, phase view, search and filters, what
they may do in the room, and what stands before the addresses."""


def sight_of(view: View, right: Right, prefix: str) -> Sight:
    """Return what somebody with ``view``, a view of the kit, sees who has that right."""
    asked = tuple(sorted(view.query.items()))
    return view.screen.key, view.record_id, view.role, view.visitor.phase, asked, right, prefix


class Guests:
    """All browsers that have a page open; ``changed`` is called when one comes or goes.

    ``sight`` tells what the browser with a page sees. ``showing`` is the number of what there is to
    be shown now; each change has the next one.
    """

    def __init__(self, changed: Callable[[], None], sight: Callable[[View, Client], Sight]) -> None:
        self._by_client: dict[str, Guest] = {}
        self._changed = changed
        self._sight = sight
        self.showing = 0

    def __iter__(self) -> Iterator[Guest]:
        return iter(list(self._by_client.values()))

    def __len__(self) -> int:
        return len(self._by_client)

    def of(self, client: Client) -> Guest | None:
        """Return who has the page of ``client``; None for a page that is not the prototype's."""
        return self._by_client.get(client.id)

    def sight(self, guest: Guest) -> Sight:
        """Return what ``guest`` sees."""
        return self._sight(guest.view, guest.client)

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

    def by_sight(self) -> list[list[Guest]]:
        """Return who is there in groups that see the same, those with the most people first."""
        groups: defaultdict[Sight, list[Guest]] = defaultdict(list)
        for guest in self:
            if guest.is_there:
                groups[self.sight(guest)].append(guest)
        return sorted(groups.values(), key=len, reverse=True)
