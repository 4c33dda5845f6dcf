"""The workshop as a whole: its layer on the prototype, its pages, and who writes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from fastapi import Request

from generator.spec.vocabulary import Vocabulary

from .board import PhaseBoard
from .layer import WorkshopLayer
from .log_page import LogPage
from .pages import Kit, WorkshopPages
from .questions import QuestionsPage
from .scribe import Scribe
from .sheet import Sheet
from .specs import Specs


class Workshop:
    """Lets the room decide and ask about the prototype of the spec at ``spec``.

    ``kit`` brings the prototype's kit, ``store`` its records, ``person`` who sent a request.
    """

    def __init__(
        self,
        spec: Path,
        vocabulary: Callable[[], Vocabulary],
        kit: Kit,
        store: Callable[[], Any],
        person: Callable[[Request], str],
    ) -> None:
        self._kit = kit
        self._store = store
        self._person = person
        self._specs = Specs(spec, vocabulary)
        self._scribe = Scribe(spec)
        self._pages = WorkshopPages(kit, self._specs)
        self.layer = WorkshopLayer(kit, self._pages, self._sheet_on)

    def serve(self) -> None:
        """Register the pages."""
        kit, specs, scribe = self._kit, self._specs, self._scribe
        board = PhaseBoard(kit, specs, self._sheet_for)
        questions = QuestionsPage(kit, specs, scribe, self._sheet_for, self._person)
        self._pages.serve_files()
        self._pages.add("/board", "board", board.build)
        self._pages.add("/log", "log", LogPage(kit, specs, scribe, self._person).build)
        self._pages.add("/questions", "questions", questions.build)

    def follow(self) -> None:
        """Show the spec as it is now, and write what had to wait for it."""
        self._scribe.catch_up()
        self._pages.refresh()

    def _sheet_on(self, view: Any) -> Sheet:
        person = str(view.visitor.kept.get("person", ""))
        return Sheet(self._kit, self._specs, self._scribe, view.store, person)

    def _sheet_for(self, request: Request) -> Sheet:
        person = self._person(request)
        return Sheet(self._kit, self._specs, self._scribe, self._store(), person)
