"""A browser with a page of the prototype, and how far the page is behind the prototype."""

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
    """How up to date a page is; a change of the prototype leaves all pages ``BEHIND``."""

    CURRENT = auto()
    """Browser and server have the page as it is now."""
    BEHIND = auto()
    """The page on the server is older than the prototype, and so is what the browser shows."""
    SENT = auto()
    """The browser was sent all that changed for it; the page on the server is still the old one."""
    BUILDING = auto()
    """The page is being built anew; that takes a while when records have to be waited for."""
    FAILED = auto()
    """Rebuilding the page failed. It stays as it was until something else changes."""


@dataclass(eq=False)
class Guest:
    """A browser with a page of the prototype; ``view`` is the kit's view of it.

    ``good`` builds the screen as it was when it last worked here. ``ahead`` is what the browser was
    already sent while the page on the server is still the old one. ``shows`` is the number of the
    version that the browser was last brought up to.
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
        """Whether the browser lacks a part of the change, such as this guest's personal state."""
        return self.state is PageState.BEHIND or (
            self.state is PageState.SENT and self._has_personal_state
        )

    @property
    def _has_personal_state(self) -> bool:
        """Whether the page holds what only this guest sees: typed text, a mistake, a note."""
        return bool(self.view.memory)

    def fall_behind(self) -> None:
        """Note that the prototype or its records changed."""
        self.state = PageState.BEHIND

    def begin_to_build(self) -> None:
        """Note that the page is being built anew."""
        self.state = PageState.BUILDING

    def built(self, view: View, good: Build | None, showing: int) -> None:
        """Take ``view`` as what the page and its browser show; ``showing`` is its number.

        What changed in the meantime is not in it, nor in the browser, even if that was sent it.
        """
        self.view, self.good, self.ahead, self.shows = view, good, {}, showing
        is_newest = self.state is PageState.BUILDING
        self.state = PageState.CURRENT if is_newest else PageState.BEHIND

    def fail(self) -> None:
        """Note that the page could not be built anew, unless something changed in the meantime."""
        if self.state is PageState.BUILDING:
            self.state = PageState.FAILED

    def shown(self) -> Tree:
        """Return what the browser shows now."""
        tree = tree_of(self.client)
        for key, element in self.ahead.items():
            if element is None:
                tree.pop(key, None)
            else:
                tree[key] = element
        return tree

    def take_ahead(self, patch: Patch, before: Tree, since: int, showing: int) -> None:
        """Note that the browser was sent ``patch``, which leads from ``before`` to the page now.

        ``since`` and ``showing`` are the numbers of these two versions. The patch is not enough for
        a page that differed from ``before``, as it held other records, or that shows another
        version.
        """
        alike = all(
            self._looks_as_in(key, description, before) for key, description in patch.items()
        )
        self.ahead |= patch
        children = {
            child
            for description in patch.values()
            if description
            for child in description.get("children", ())
        }
        if not (alike and all(map(self._has, children)) and self.shows == since):
            return
        self.shows = showing
        if self.state is PageState.BEHIND:
            self.state = PageState.SENT

    def _looks_as_in(self, key: int, description: Mapping[str, Any] | None, before: Tree) -> bool:
        """Tell whether an element looks as in ``before``, so that the patch for it applies here.

        ``description`` is what the patch makes of it. Props that the browser owns don't count.
        """
        known = self.ahead[key] if key in self.ahead else part_of(self.client, key)
        owned = description.get("preserved_props", ()) if description else ()
        return plain(known or {}, owned) == plain(before.get(key, {}), owned)

    def _has(self, key: int) -> bool:
        return self.ahead[key] is not None if key in self.ahead else key in self.client.elements

    def generic_elements(self) -> set[int]:
        """Return the ids of elements that the browser shows without this guest's personal state."""
        return {key for key in self.ahead if key not in self.client.elements}
