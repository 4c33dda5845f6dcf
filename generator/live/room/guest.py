"""A browser with a page of the prototype, and how far the page has come behind a change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from nicegui import Client

from .keys import Person
from .patch import Patch, Tree, part_of, plain, tree_of

if TYPE_CHECKING:
    from blueprints.kit.page.screen import Build, View


class PageState(Enum):
    """How a page stands to what there is now; a change leaves all of them ``BEHIND``."""

    CURRENT = auto()
    """Browser and server have the page as it is now."""
    BEHIND = auto()
    """The page on the server is older than the prototype, and so is what the browser shows."""
    SENT = auto()
    """The browser was sent all that changed for it; the page on the server is still the old one."""
    BUILDING = auto()
    """The page is being built anew; that takes a while when records have to be waited for."""
    FAILED = auto()
    """The page could not be built anew. It stays as it was until something else changes."""
    GONE = auto()
    """The screen is gone, and the browser was sent to another page."""


@dataclass(eq=False)
class Guest:
    """A browser with a page of the prototype; ``view`` is the kit's view of it.

    ``good`` shows the screen as it was when it last worked here. ``ahead`` is what the browser was
    sent already although the page on the server is still an old one. ``shows`` is the number of the
    showing that the browser was last brought up to.
    """

    client: Client
    view: View
    person: Person = field(default_factory=Person)
    good: Build | None = None
    ahead: Patch = field(default_factory=dict)
    state: PageState = PageState.CURRENT
    shows: int = 0

    @property
    def is_there(self) -> bool:
        """Whether the browser is connected; one that lost the Wi-Fi may come back."""
        return self.client.has_socket_connection

    @property
    def is_old(self) -> bool:
        """Whether the page on the server must be built anew before an event on it comes in."""
        return self.state in (PageState.BEHIND, PageState.SENT)

    @property
    def needs_more(self) -> bool:
        """Whether the browser lacks something of the change, such as what is this guest's own."""
        return self.state is PageState.BEHIND or (self.state is PageState.SENT and self._has_own)

    @property
    def _has_own(self) -> bool:
        """Whether the page holds anything of this guest's own: typed text, a mistake, a note."""
        return bool(self.view.memory)

    def fall_behind(self) -> None:
        """Note that what there is changed."""
        self.state = PageState.BEHIND

    def begin_to_build(self) -> None:
        """Note that the page is being built anew."""
        self.state = PageState.BUILDING

    def built(self, view: View, good: Build | None, showing: int) -> None:
        """Take ``view`` as what the page and its browser show; ``showing`` is its number."""
        self.view, self.good, self.ahead, self.shows = view, good, {}, showing
        self._end_as(PageState.CURRENT)

    def fail(self) -> None:
        """Note that the page could not be built anew."""
        self._end_as(PageState.FAILED)

    def leave(self) -> None:
        """Note that the browser was sent to another page."""
        self._end_as(PageState.GONE)

    def _end_as(self, state: PageState) -> None:
        """Come to the end of building, unless something changed in the meantime."""
        if self.state is PageState.BUILDING:
            self.state = state

    def shown(self) -> Tree:
        """Return what the browser shows now."""
        tree = tree_of(self.client)
        for key, said in self.ahead.items():
            if said is None:
                tree.pop(key, None)
            else:
                tree[key] = said
        return tree

    def take_ahead(self, patch: Patch, before: Tree, since: int, showing: int) -> None:
        """Note that the browser was sent ``patch``, from a page like ``before`` to what is now.

        ``since`` and ``showing`` are the numbers of both. The patch is not all that a page needs
        that was different there, as it held other records, nor a page that is of another showing.
        """
        alike = all(self._shows(key, said, before) for key, said in patch.items())
        self.ahead |= patch
        children = {child for said in patch.values() if said for child in said.get("children", ())}
        if not (alike and all(map(self._has, children)) and self.shows == since):
            return
        self.shows = showing
        if self.state is PageState.BEHIND:
            self.state = PageState.SENT

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
