"""Who is at a browser: the acting role, the phase view, and what is said on the next page.

It is kept by NiceGUI for each browser; the browser holds only a signed id.
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from typing import Any

from nicegui import app

from ..model.project import Project

_ROLE = "role"
_PHASE = "phase"
_NOTE = "note"
PERSON = "person"
"""Where a server that knows people keeps the name of the one at this browser."""


class Visitor:
    """One browser and what was chosen in it; ``kept`` outlives the page."""

    def __init__(self, project: Project, visitor_id: str, kept: MutableMapping[str, Any]) -> None:
        self._project = project
        self.kept = kept
        self.id = visitor_id

    @classmethod
    def of_browser(cls, project: Project) -> Visitor:
        """Return the visitor whose browser asks for the page that is being built."""
        return cls(project, str(app.storage.browser["id"]), app.storage.user)

    @property
    def role(self) -> str | None:
        """The key of the acting role: the chosen one, else the first; None without roles."""
        chosen = self._project.role(self.kept.get(_ROLE))
        role = chosen or next(iter(self._project.roles), None)
        return role.key if role else None

    @property
    def name(self) -> str:
        """What the history of a record calls the visitor: the acting role, and who it is."""
        role = self._project.role(self.role)
        person = str(self.kept.get(PERSON, ""))
        return " ".join(part for part in (role.title if role else "", person) if part)

    @property
    def phase(self) -> str:
        """The key of the phase up to which everything is shown, empty for all."""
        chosen = str(self.kept.get(_PHASE, ""))
        return chosen if chosen in {phase.key for phase in self._project.phases} else ""

    def act_as(self, role: str) -> None:
        """Act as ``role`` from now on."""
        self.kept[_ROLE] = role

    def view_phase(self, phase: str) -> None:
        """Show everything up to ``phase``, empty for all."""
        self.kept[_PHASE] = phase

    def take_query(self, query: Mapping[str, str]) -> bool:
        """Follow what an address asks for (``?role=desk&phase=1``); tell whether it did."""
        if self._project.role(query.get(_ROLE)):
            self.act_as(query[_ROLE])
        if _PHASE in query:
            self.view_phase(query[_PHASE])
        return _ROLE in query or _PHASE in query

    def say_next(self, note: str) -> None:
        """Show ``note`` at the top of the next page."""
        self.kept[_NOTE] = note

    def note(self) -> str:
        """Return what is to be said on this page, once."""
        return str(self.kept.pop(_NOTE, ""))
