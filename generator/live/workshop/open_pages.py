"""The pages of the workshop: what they have in common, and how they follow the spec."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from fastapi import Request
from nicegui import Client, app, ui

from generator.live import kit
from generator.live.room.patch import rebuild, settle
from generator.live.room.rights import Permission
from generator.messages import text

from .drafts import Drafts
from .page import Content, Page, Services
from .participant import Participant
from .specs import Specs

STATIC = "/_workshop"
_FILES = Path(__file__).parent
_FILES_OF_PAGES = _FILES / "pages"
_OF_SCREENS = ("renewed.js", "decide_mode.js", "walk.js", "verified.js")
"""The first is used by the others."""
_SOON_SECONDS = 0.3
_PAGE_SECONDS = 60
_OF_ALL = ("workshop.css", "verified.css", "focus.js")
_NAMES = (*_OF_ALL, *_OF_SCREENS)


class OpenPages:
    """Serves the workshop's pages and changes them in place when the spec changed.

    ``participant`` tells who sent a request, whose drafts are the given ones; ``may`` whether who
    sent a request has a permission.
    """

    def __init__(
        self,
        specs: Specs,
        participant: Callable[[Request, Drafts], Participant],
        may: Callable[[Request, Permission], bool],
    ) -> None:
        self._specs = specs
        self._participant = participant
        self._may = may
        self._pages: list[Page] = []
        self._open: dict[str, tuple[Page, Client, Callable[[], None]]] = {}
        self._following: asyncio.Task[None] | None = None
        self._soon: set[str] = set()

    def __len__(self) -> int:
        """Return how many browsers have a page open."""
        return len(self._open)

    def dress(self) -> None:
        """Put on the page that is being built what every page with a sheet needs."""
        ui.add_head_html("".join(map(self._tag, _OF_ALL)))

    def offer_decide_mode(self) -> None:
        """Put the script of decide mode on the page that is being built."""
        ui.add_head_html(self._tag("renewed.js") + self._tag("decide_mode.js"))

    def offer_menu(self, who: Participant) -> None:
        """Put the script of the engineer's menu on the page that is being built."""
        if who.may(Permission.VERIFY):
            ui.add_head_html(self._tag("verified.js"))

    def mark_steps(self) -> None:
        """Put the script on the page that is being built that marks what a walk asks to press."""
        ui.add_head_html(self._tag("walk.js"))

    def serve(self, pages: Sequence[Page], services: Services) -> None:
        """Register ``pages`` and the files that they need."""
        for name in _NAMES:
            app.add_static_file(local_file=_FILES / name, url_path=f"{STATIC}/{name}")
        for name in {name for page in pages for name in page.files}:
            app.add_static_file(local_file=_FILES_OF_PAGES / name, url_path=f"{STATIC}/{name}")
        for page in pages:
            page.serve(services)
            self._add(page, page.content(services))

    def _add(self, page: Page, content: Content) -> None:
        self._pages.append(page)

        @ui.page(page.address, response_timeout=_PAGE_SECONDS)
        async def show(request: Request) -> None:
            shown = partial(self.show, page, content)
            await kit.store.patiently(shown, request, Drafts(app.storage.user))

    def show(self, page: Page, content: Content, request: Request, drafts: Drafts) -> None:
        """Show ``page`` in the browser whose request it is, and follow the spec from now on."""
        client = ui.context.client

        def build() -> None:
            self._build(page, content, request, self._participant(request, drafts))

        build()
        settle(client)
        self._open[client.id] = (page, client, build)
        client.on_delete(lambda: self._open.pop(client.id, None))

    def refresh(self) -> None:
        """Begin to change every open page; what was being changed is left half-way."""
        if self._following is not None:
            self._following.cancel()
        self._following = asyncio.create_task(self.follow())

    async def follow(self) -> None:
        """Change every open page, one after the other, so that nobody waits for all of them."""
        for _, client, build in list(self._open.values()):
            if client.id in self._open:
                await kit.store.patiently(_try_to_rebuild, client, build)
            await asyncio.sleep(0)

    def change(self, name: str) -> None:
        """Update the page ``name`` wherever it is open, after a change outside the spec."""
        for page, client, build in list(self._open.values()):
            if page.name == name:
                _try_to_rebuild(client, build)

    def change_soon(self, name: str) -> None:
        """Change the page ``name`` a moment later, once for all that happens meanwhile."""
        if name not in self._soon:
            self._soon.add(name)
            asyncio.get_running_loop().call_later(_SOON_SECONDS, self._change_now, name)

    def _change_now(self, name: str) -> None:
        self._soon.discard(name)
        self.change(name)

    def links(self, who: Participant, here: str = "") -> None:
        """Put the way to the other pages of the workshop on the page."""
        with ui.element("nav").classes("workshop-nav") as nav:
            nav.props["aria-label"] = text("workshop.pages")
            for page in self._pages:
                if page.needs and not who.may(page.needs):
                    continue
                entry = kit.widgets.link(page.title, page.address)
                if page.address == here:
                    entry.props["aria-current"] = "page"

    def _build(self, page: Page, content: Content, request: Request, who: Participant) -> None:
        spec = self._specs.now
        keyed = kit.keys.keyed
        kit.theme.dress()
        self.dress()
        ui.add_head_html("".join(map(self._tag, page.files)))
        ui.page_title(f"{page.title} | {spec.project.title if spec else ''}")
        with keyed("workshop", page.name):
            with ui.header().classes("kit-header"):
                kit.widgets.link(spec.project.title if spec else "/", "/", "kit-project")
                self.links(who, page.address)
            with ui.element("div").classes("kit-screen workshop-page"):
                kit.widgets.heading(page.title)
                with keyed("asked"):
                    self._ask(page, who)
                with keyed("content"):
                    self._content(page, content, request, who)
            ui.element("span").props("hidden data-testid=screen-ready")

    def _ask(self, page: Page, who: Participant) -> None:
        """Ask on every page what to do about decisions that are not in the spec, until answered."""
        count = sum(len(batch.actions) for batch in who.scribe.asked)
        if count:
            kit.widgets.notice(text("workshop.unwritten_asked", count=count), "warning")
            if page.name != "log":
                kit.widgets.link(text("workshop.unwritten_where"), "/log")

    def _content(self, page: Page, content: Content, request: Request, who: Participant) -> None:
        if page.needs is None or who.may(page.needs):
            content.build(request, who)
            return
        ui.context.client.status_code = 403
        kit.widgets.notice(text("workshop.not_allowed"), "warning")
        kit.widgets.link(text("room.to_start"), "/")

    def _tag(self, name: str) -> str:
        """Return the HTML tag that loads a file of the workshop."""
        address = kit.addresses.outside(_address(name))
        if name.endswith(".css"):
            return f'<link rel="stylesheet" href="{address}">'
        return f'<script src="{address}"></script>'


def _address(name: str) -> str:
    """Return the address of a file of the workshop, another one each time it was changed."""
    path = _FILES / name if name in _NAMES else _FILES_OF_PAGES / name
    return f"{STATIC}/{name}?v={int(path.stat().st_mtime)}"


def _try_to_rebuild(client: Client, build: Callable[[], None]) -> None:
    """Build the page anew; if that fails it stays as it was, and the others follow."""
    try:
        rebuild(client, build)
    except Exception as error:
        app.handle_exception(error)
