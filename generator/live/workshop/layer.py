"""Decide mode on every page of the prototype: a toggle in the header, a sheet for each part."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from nicegui import ui
from nicegui.events import GenericEventArguments

from generator.live import kit
from generator.live.nicegui_inside import clients
from generator.messages import text

from .feature_sheet import FeatureSheet
from .open_pages import OpenPages
from .participant import Participant
from .specs import Specs, open_questions
from .walk import Walks
from .walk_bar import WalkBar
from .walk_offers import WalkOffers

if TYPE_CHECKING:
    from blueprints.kit.page.screen import View

PART_EVENT = "workshop-part"


class WorkshopLayer:
    """What the workshop adds to every page of the prototype; ``who`` returns who sees a view."""

    def __init__(
        self,
        specs: Specs,
        pages: OpenPages,
        walks: Walks,
        who: Callable[[View], Participant],
    ) -> None:
        self._specs = specs
        self._pages = pages
        self._walks = walks
        self._who = who
        self._script_state = ""

    def in_header(self, view: View) -> None:  # noqa: ARG002
        """Put the toggle into the header; the script turns decide mode on and off."""
        toggle = kit.widgets.words(text("workshop.decide"), "button", "workshop-toggle")
        toggle.props("type=button aria-pressed=false")

    def at_end(self, view: View) -> None:
        """Open the sheet when a part is pressed in decide mode; link to the workshop's pages."""
        self._pages.dress()
        self._pages.offer_decide_mode()
        who = self._who(view)
        self._pages.offer_menu(who)
        sheet = FeatureSheet(who)

        async def open_sheet(event: GenericEventArguments) -> None:
            asked = event.args if isinstance(event.args, dict) else {}
            part = _full_name(view, str(asked.get("part", "")))
            await sheet.open(part, str(asked.get("feature", "")))

        ui.on(PART_EVENT, open_sheet)
        with kit.keys.keyed("workshop"):
            self._embed_script_state()
            if part := self._walks.part(view.visitor.kept):
                self._pages.mark_steps()
                WalkBar(who, view, self._walks, part).build()
            elif view.screen.is_start:
                WalkOffers(who, self._walks, view.prototype, lambda: view.visitor).at_home()
            with ui.element("footer").classes("workshop-foot"):
                self._pages.links(who)
                ui.element("div").classes("workshop-verified")

    def follow(self) -> None:
        """Send the script on every page its state when other questions are open than before.

        The pages themselves need not change for that, so it goes to the browsers directly.
        """
        state = self._state_for_script()
        if state != self._script_state:
            self._script_state = state
            for client in clients():
                client.run_javascript(f"window.workshopTold?.({state})")

    def _embed_script_state(self) -> None:
        element = ui.element("span").classes("workshop-told").props("hidden")
        # Not looked up anew: a page that is built again to show a change must not wait for that.
        self._script_state = self._script_state or self._state_for_script()
        element.props["data-told"] = self._script_state

    def _state_for_script(self) -> str:
        """Return as JSON what the script shows on each part: names, counts of open questions."""
        spec = self._specs.now
        state = {
            "asked": open_questions(spec) if spec else {},
            "name": text("workshop.open_part", title="{title}"),
            "asked_name": text("workshop.open_part_asked", title="{title}", count="{count}"),
        }
        return json.dumps(state)


def _full_name(view: View, part: str) -> str:
    """Return what the spec calls a part; the state is called alike on the screens of all entities.

    It becomes ``report.state``.
    """
    screen = view.screen
    is_whole = not part or "." in part or view.prototype.screen(part) is not None
    return part if is_whole or screen.entity is None else f"{screen.entity.about.key}.{part}"
