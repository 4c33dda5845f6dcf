"""What the tests found on every screen and process, for the engineer."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import Request
from nicegui import app, ui
from starlette.responses import FileResponse, Response

from generator.live import kit
from generator.live.parent_request import VERIFY_ALL, send_request
from generator.live.room.rights import Permission
from generator.messages import text

from ..page import Page, Services
from ..participant import Participant
from ..verified import MARKS, STATES, Tile

BOARD = "/_verification"
MENU = "/_workshop/verified"
"""Where the engineer's menu fetches what it shows."""


def _serve_board(services: Services) -> None:
    """Serve the files of the board and what the engineer's menu says to those who may see it."""
    board, verified = services.board, services.verified

    def may(request: Request) -> bool:
        return services.may(request, Permission.VERIFY)

    @app.get(BOARD + "/{name}")
    def file(request: Request, name: str) -> Response:
        path = board / name
        if not may(request) or path.parent != board or not path.is_file():
            return Response(status_code=404)
        return FileResponse(path)

    @app.get(MENU)
    def menu(request: Request) -> dict[str, object]:
        return verified.menu() if may(request) else {}


class VerifyPage:
    """The state of every screen and process, and the button that verifies all."""

    def __init__(self, services: Services) -> None:
        self._verified = services.verified
        self._board = services.board

    def build(self, request: Request, who: Participant) -> None:  # noqa: ARG002
        """Show the state of all tests, and the button that runs them."""
        kit.widgets.words(text("workshop.verify_intro"), "p")
        if self._verified.why:
            kit.widgets.notice(self._verified.why, "warning").classes("verify-why")
        self._counts()
        self._what_to_do(who)
        for kind in ("screen", "process"):
            self._section(who, kind)

    def _counts(self) -> None:
        with ui.element("p").classes("verify-counts").props("role=status"):
            for state, count in self._verified.counts:
                with kit.keys.keyed("count", state):
                    _chip(state, f"{text(f'workshop.verify_{state}')} {count}")

    def _what_to_do(self, who: Participant) -> None:
        with ui.element("div").classes("kit-actions"):
            if not self._verified.why:

                def verify_all() -> None:
                    if who.may(Permission.VERIFY):
                        send_request(VERIFY_ALL)

                button = kit.widgets.button(text("workshop.verify_all"), verify_all, "outline")
                button.set_enabled(not self._verified.is_running)
            if (self._board / "index.html").is_file():
                kit.widgets.link(text("workshop.verify_board"), f"{BOARD}/index.html")

    def _section(self, who: Participant, kind: str) -> None:
        tiles = [tile for tile in self._verified.tiles if tile.kind == kind]
        if not tiles:
            return
        with kit.keys.keyed("section", kind):
            kit.widgets.heading(text(f"workshop.verify_{kind}"), 2)
            with ui.element("ul").classes("verify-tiles"):
                for tile in sorted(tiles, key=lambda tile: STATES.index(tile.state)):
                    with kit.keys.keyed("tile", tile.key):
                        self._tile(who, tile)

    def _tile(self, who: Participant, tile: Tile) -> None:
        with ui.element("li").classes(f"verify-tile verify-is-{tile.state}"):
            if tile.picture:
                alt = text("workshop.verify_picture", title=tile.title)
                _picture(tile.picture, alt)
            with ui.element("h3"):
                address = _address(who, tile)
                if address:
                    kit.widgets.link(tile.title, address)
                else:
                    kit.widgets.words(tile.title)
            _chip(tile.state, tile.state_title)
            if tile.broken:
                kit.widgets.words(text("workshop.verify_broken"), "p")
            for failure in tile.failures:
                with ui.element("div").classes("verify-failure"):
                    kit.widgets.words(failure.description, "p")
                    if failure.difference:
                        kit.widgets.words(failure.difference, "p", "kit-help")
                    if failure.picture:
                        _picture(failure.picture, text("workshop.verify_moment"))


def _chip(state: str, label: str) -> None:
    words = kit.widgets.words
    with ui.element("span").classes(f"verify-chip verify-is-{state}"):
        words(MARKS[state]).props("aria-hidden=true")
        words(label)


def _picture(name: str, alt: str) -> None:
    address = kit.addresses.outside(f"{BOARD}/{quote(name)}")
    with ui.element("a").classes("verify-picture").props("target=_blank") as link:
        link.props["href"] = address
        with ui.element("img").props("loading=lazy") as picture:
            picture.props["src"] = address
            picture.props["alt"] = alt


def _address(who: Participant, tile: Tile) -> str:
    """Return where a screen can be opened; "" for a process and for what needs a record."""
    spec = who.specs.now
    screen = spec.screens.get(tile.key) if spec else None
    if tile.kind != "screen" or screen is None or screen.traits.one_record:
        return ""
    return f"/s/{quote(tile.key, safe='')}"


PAGE = Page(order=100, content=VerifyPage, needs=Permission.VERIFY, serve=_serve_board)
