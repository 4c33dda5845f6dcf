"""The pages of the workshop: what they have in common, and how they follow the spec."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastapi import Request
from nicegui import Client, app, ui

from generator.messages import text

from .specs import Specs

Kit = Callable[[str], Any]
"""Returns a module of the prototype's kit, as it is now."""

STATIC = "/_workshop"
_FILES = Path(__file__).parent


@dataclass(frozen=True)
class WorkshopPage:
    """A page of the workshop: its address, its title, and what shows its content."""

    address: str
    name: str
    build: Callable[[Request], None]

    @property
    def title(self) -> str:
        """How people call the page."""
        return text(f"workshop.{self.name}")


class WorkshopPages:
    """Serves the workshop's pages and shows them anew when the spec changed."""

    def __init__(self, kit: Kit, specs: Specs) -> None:
        self._kit = kit
        self._specs = specs
        self._pages: list[WorkshopPage] = []
        self._open: dict[str, tuple[Client, Callable[[], None]]] = {}

    def serve_files(self) -> None:
        """Serve script and styles of the workshop."""
        for name in ("workshop.js", "workshop.css"):
            app.add_static_file(local_file=_FILES / name, url_path=f"{STATIC}/{name}")

    def dress(self) -> None:
        """Put script and styles on the page that is being built."""
        version = int(
            max((_FILES / name).stat().st_mtime for name in ("workshop.js", "workshop.css"))
        )
        ui.add_head_html(
            f'<link rel="stylesheet" href="{STATIC}/workshop.css?v={version}">'
            f'<script src="{STATIC}/workshop.js?v={version}"></script>'
        )

    def add(self, address: str, name: str, build: Callable[[Request], None]) -> None:
        """Register a page."""
        page = WorkshopPage(address, name, build)
        self._pages.append(page)

        @ui.page(address)
        def show(request: Request) -> None:
            self._show(page, request)

    def refresh(self) -> None:
        """Show every open page anew."""
        for client, refresh in list(self._open.values()):
            with client:
                refresh()

    def links(self, here: str = "") -> None:
        """Put the way to the other pages of the workshop on the page."""
        widgets = self._kit("widgets")
        with ui.element("nav").classes("workshop-nav") as nav:
            nav.props["aria-label"] = text("workshop.pages")
            for page in self._pages:
                entry = widgets.link(page.title, page.address)
                if page.address == here:
                    entry.props["aria-current"] = "page"

    def _show(self, page: WorkshopPage, request: Request) -> None:
        spec = self._specs.now
        widgets, client = self._kit("widgets"), ui.context.client
        self._kit("theme").dress()
        self.dress()
        ui.page_title(f"{page.title} | {spec.project.title if spec else ''}")
        with ui.header().classes("kit-header"):
            widgets.link(spec.project.title if spec else "/", "/", "kit-project")
            self.links(page.address)
        with ui.element("div").classes("kit-screen").style("max-width: none"):
            widgets.heading(page.title)
            with ui.element("div") as place:
                page.build(request)

        def again() -> None:
            place.clear()
            with place:
                page.build(request)

        self._open[client.id] = (client, again)
        client.on_delete(lambda: self._open.pop(client.id, None))
        ui.element("span").props("hidden data-testid=screen-ready")
