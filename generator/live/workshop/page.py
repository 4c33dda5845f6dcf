"""A page of the workshop, as the modules in :mod:`.pages` declare one each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from fastapi import Request

from generator.live.room.keys import Keys
from generator.live.room.rights import Permission
from generator.live.room.room import Room
from generator.messages import text

from .participant import Participant
from .verified import Verified
from .walk import Walks

if TYPE_CHECKING:
    from blueprints.kit.server.prototype import Prototype


@dataclass(frozen=True)
class Services:
    """What pages are built from, besides the spec, which comes with the participant.

    ``board`` is the folder of what was verified; ``may`` tells whether who sent a request has a
    permission; ``recheck_rights`` updates all pages after somebody's rights changed.
    ``port`` is the one that the server listens to.
    """

    room: Room
    keys: Keys
    walks: Walks
    verified: Verified
    board: Path
    may: Callable[[Request, Permission], bool]
    recheck_rights: Callable[[], None]
    port: int

    def prototype(self) -> Prototype:
        """Return the prototype as it is now."""
        return self.room.prototype


class Content(Protocol):
    """Builds the content of a page for a participant, filtered by the query of its address."""

    def build(self, request: Request, who: Participant) -> None:
        """Put the content on the page that is being built."""


def _serve_nothing(services: Services) -> None:
    """Register no address beside the page's own."""


@dataclass(frozen=True)
class Page:
    """A page of the workshop: ``PAGE`` of a module in :mod:`.pages`, whose name is the page's.

    Its address is the name, its title the message ``workshop.<name>``; pages are offered in the
    order of ``order``. ``content`` makes what shows it. One that ``needs`` a permission is offered
    to those who have it. ``files`` are styles and scripts beside the module, ``serve`` registers
    further addresses.
    """

    order: int
    content: Callable[[Services], Content]
    needs: Permission | None = None
    files: Sequence[str] = ()
    serve: Callable[[Services], None] = _serve_nothing
    name: str = ""

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"/{self.name}"

    @property
    def title(self) -> str:
        """How people call the page."""
        return text(f"workshop.{self.name}")
