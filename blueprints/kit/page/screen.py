"""A screen of the prototype, and how somebody sees it right now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlencode

from ..kinds import ENTERING, FROM_RECORDS, ONE_RECORD, START
from ..model.entity import Entity
from ..model.field import Condition
from ..model.phases import Standing, standing
from ..store.errors import Unavailable
from .memory import Memory

if TYPE_CHECKING:
    from ..model.project import Project
    from ..store import Store
    from .visitor import Visitor


@dataclass(frozen=True)
class Screen:
    """What somebody sees at one address. ``roles`` holds role keys, empty means everybody.

    ``where`` is what a record must fulfil that is shown alone there, such as on a printed form.
    """

    key: str
    _: KW_ONLY
    title: str
    kind: str
    entity: type[Entity] | None = None
    roles: Sequence[str] = ()
    feature: str = ""
    help: str = ""
    was: Sequence[str] = ()
    where: Condition = field(default_factory=dict)

    @property
    def first_key(self) -> str:
        """The key that the screen had at first: what is on the page keeps its id when it changes."""
        return (*self.was, self.key)[0]

    @property
    def is_start(self) -> bool:
        """Whether it is what opens first."""
        return self.kind in START

    @property
    def one_record(self) -> bool:
        """Whether it shows one record, which its address names."""
        return self.kind in ONE_RECORD

    @property
    def from_records(self) -> bool:
        """Whether it shows one record and is opened from where several are shown."""
        return self.kind in FROM_RECORDS

    @property
    def enters(self) -> bool:
        """Whether somebody enters a record on it."""
        return self.kind in ENTERING

    def open_to(self, role: str | None) -> bool:
        """Tell whether somebody who acts as ``role`` may see this screen."""
        return not self.roles or role is None or role in self.roles


Build = Callable[["View"], None]
"""What shows a screen: the function ``build`` of its module."""


class Screens(Protocol):
    """The prototype round a view: its project and the screens to which one may go from here."""

    @property
    def project(self) -> Project:
        """The project with its phases, roles, features and processes."""

    @property
    def screens(self) -> Sequence[Screen]:
        """Every screen in the order of the menu."""

    def screen(self, key: str) -> Screen | None:
        """Return the screen of ``key`` in the spec, None when there is none."""

    def address_of(self, screen: Screen) -> str:
        """Return the address of ``screen``, without what stands before and behind it."""

    def build_of(self, screen: Screen) -> Build:
        """Return the function that shows ``screen``."""


class Host(Protocol):
    """The one door to a server that does more than show the prototype, such as a room of people.

    It is handed to :class:`~.server.Pages` and stands in every view.
    """

    def in_header(self, view: View) -> None:
        """Add to the header of a page that is being built."""

    def at_end(self, view: View) -> None:
        """Add to the end of a page that is being built."""

    def rescue(self, view: View, error: Exception) -> Build | None:
        """Take note of a screen that failed; return another way to show it, None without one."""

    def rebuild(self, view: View) -> bool:
        """Build an open page anew, as a record changed; False when the page is to do that."""

    def may_reset(self) -> bool:
        """Tell whether who has the page in use may reset the records of everybody."""


class Alone:
    """The host of a prototype that runs by itself: everybody may do everything."""

    def in_header(self, view: View) -> None:
        """Add nothing."""

    def at_end(self, view: View) -> None:
        """Add nothing."""

    def rescue(self, view: View, error: Exception) -> Build | None:
        """Print an error, unless it is one that the page explains itself."""
        from nicegui import app

        if not isinstance(error, Unavailable):
            app.handle_exception(error)
        return None

    def rebuild(self, view: View) -> bool:
        """Leave it to the page."""
        return False

    def may_reset(self) -> bool:
        """Let everybody."""
        return True


@dataclass(frozen=True)
class View:
    """A screen as one visitor sees it: everything that its ``build`` function needs.

    ``store`` holds the records, ``record_id`` is the record in the address, ``query``
    what stands behind its ``?``; a screen keeps it true to what it shows. What is in ``leaving`` is
    called before the page is left or built anew, so that nothing typed is lost. A page that is built
    anew under a visitor's hands is not ``fresh``: ``memory`` holds what it must go on with, such as
    what is typed and what it said when it was opened. ``sources`` are the servers from which it may
    show pictures; from all others the browser fetches nothing. ``host`` is the server round it.
    """

    prototype: Screens
    store: Store
    screen: Screen
    visitor: Visitor
    record_id: int | None = None
    query: MutableMapping[str, str] = field(default_factory=dict)
    leaving: list[Callable[[], object]] = field(default_factory=list)
    fresh: bool = True
    memory: Memory = field(default_factory=Memory)
    sources: set[str] = field(default_factory=set)
    host: Host = field(default_factory=Alone)

    @property
    def project(self) -> Project:
        """The project with its phases, roles, features and processes."""
        return self.prototype.project

    @property
    def role(self) -> str | None:
        """The key of the acting role, None when the project has no roles."""
        return self.visitor.role

    def standing(self, feature: str) -> Standing:
        """Return how an element of ``feature`` stands in the chosen phase view."""
        return standing(self.project, feature, self.visitor.phase)

    def may_open(self, screen: Screen) -> bool:
        """Tell whether the visitor sees ``screen``: its roles and its phase allow it."""
        return screen.open_to(self.role) and self.standing(screen.feature).shown

    def screen_of(self, entity: type[Entity], kind: str) -> Screen | None:
        """Return the first screen of ``kind`` for ``entity`` that the visitor may open."""
        return next(self.screens_of(entity, kind), None)

    def screens_of(self, entity: type[Entity], kind: str) -> Iterator[Screen]:
        """Yield the screens of ``kind`` for ``entity`` that the visitor may open."""
        for screen in self.prototype.screens:
            if screen.kind == kind and screen.entity is entity and self.may_open(screen):
                yield screen

    def form_of(self, entity: type[Entity]) -> Screen | None:
        """Return the screen on which the visitor may enter a record of ``entity``."""
        found = (self.screen_of(entity, kind) for kind in ENTERING)
        return next(filter(None, found), None)

    def leave(self) -> None:
        """Keep what is not kept yet."""
        for keep in self.leaving:
            keep()

    def address(
        self, screen: Screen, record_id: int | None = None, query: Mapping[str, str] | None = None
    ) -> str:
        """Return the address of ``screen``, of one record of it when ``record_id`` is given."""
        record = "" if record_id is None else f"/{record_id}"
        asked = f"?{urlencode(query)}" if query else ""
        return f"/s/{self.prototype.address_of(screen)}{record}{asked}"
