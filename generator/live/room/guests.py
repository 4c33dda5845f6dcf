"""Who sees which screen, and what each browser has been sent since its page was last built."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from nicegui import Client

from .keys import Person
from .patch import Patch, Tree, part_of, plain, tree_of
from .rights import Right

if TYPE_CHECKING:
    from blueprints.kit.page.screen import Build, View

Sight = tuple[str, int | None, str | None, str, tuple[tuple[str, str], ...], Right, str]
"""What makes two browsers see the same: screen, record, role, phase view, search and filters, what
they may do in the room, and what stands before the addresses."""


def sight_of(view: View, right: Right, prefix: str) -> Sight:
    """Return what somebody with ``view``, a view of the kit, sees who has that right."""
    asked = tuple(sorted(view.query.items()))
    return view.screen.key, view.record_id, view.role, view.visitor.phase, asked, right, prefix


@dataclass(eq=False)
class Guest:
    """A browser with a page of the prototype; ``view`` is the kit's view of it.

    ``good`` shows the screen as it was when it last worked here. A guest who is ``behind`` has a
    page on the server that is older than the prototype; ``ahead`` is what the browser was sent
    already although that page is still the old one. ``served`` tells that this is all it needs.
    ``shows`` is the number of the showing that the browser was last brought up to.
    """

    client: Client
    view: View
    person: Person = field(default_factory=Person)
    good: Build | None = None
    ahead: Patch = field(default_factory=dict)
    behind: bool = False
    served: bool = False
    shows: int = 0

    @property
    def is_there(self) -> bool:
        """Whether the browser is connected; one that lost the Wi-Fi may come back."""
        return self.client.has_socket_connection

    @property
    def has_own(self) -> bool:
        """Whether the page holds anything of this guest's own: typed text, a mistake, a note."""
        return bool(self.view.memory)

    def shown(self) -> Tree:
        """Return what the browser shows now."""
        tree = tree_of(self.client)
        for key, said in self.ahead.items():
            if said is None:
                tree.pop(key, None)
            else:
                tree[key] = said
        return tree

    def take_ahead(self, patch: Patch, before: Tree) -> None:
        """Note that the browser was sent ``patch``, which leads on from a page like ``before``.

        It is not all that a page needs that was different there, as it held other records.
        """
        alike = all(self._shows(key, said, before) for key, said in patch.items())
        self.ahead |= patch
        children = {child for said in patch.values() if said for child in said.get("children", ())}
        self.served = alike and all(self._has(child) for child in children)

    def _shows(self, key: int, said: Mapping[str, Any] | None, before: Tree) -> bool:
        """Tell whether an element looks as in ``before`` and so may become what is ``said``."""
        known = self.ahead[key] if key in self.ahead else part_of(self.client, key)
        owned = said.get("preserved_props", ()) if said else ()
        return plain(known or {}, owned) == plain(before.get(key, {}), owned)

    def _has(self, key: int) -> bool:
        return self.ahead[key] is not None if key in self.ahead else key in self.client.elements

    def strange(self) -> set[int]:
        """Return the elements that the browser shows without what is this guest's own in them."""
        return {key for key in self.ahead if key not in self.client.elements}


class Guests:
    """All browsers that have a page open; ``changed`` is called when one comes or goes."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._by_client: dict[str, Guest] = {}
        self._changed = changed

    def __iter__(self) -> Iterator[Guest]:
        return iter(list(self._by_client.values()))

    def __len__(self) -> int:
        return len(self._by_client)

    def of(self, client: Client) -> Guest | None:
        """Return who has the page of ``client``; None for a page that is not the prototype's."""
        return self._by_client.get(client.id)

    def welcome(self, guest: Guest) -> None:
        """Take note of a page that was opened."""
        client = guest.client
        self._by_client[client.id] = guest

        def forget() -> None:
            self._by_client.pop(client.id, None)
            self._changed()

        client.on_delete(forget)
        self._changed()

    def forget(self, guest: Guest) -> None:
        """Leave a page alone from now on: its browser goes to another one."""
        self._by_client.pop(guest.client.id, None)

    def by_sight(self, sight: Callable[[Guest], Sight]) -> list[list[Guest]]:
        """Return who is there in groups that see the same, those with the most people first."""
        groups: defaultdict[Sight, list[Guest]] = defaultdict(list)
        for guest in self:
            if guest.is_there:
                groups[sight(guest)].append(guest)
        return sorted(groups.values(), key=len, reverse=True)
