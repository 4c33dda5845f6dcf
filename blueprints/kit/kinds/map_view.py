"""The map itself, as the browser draws it: places on a grid, names of towns, a scale; no network."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from nicegui import ui
from nicegui.events import GenericEventArguments

from ..texts import say

_WORDS = ("closer", "farther", "whole", "close", "centre")


class MapView(ui.element, component=Path(__file__).with_name("map_view.js")):
    """A map called ``title``; ``points`` have id, number, lat, lon, label, state and href.

    With ``on_pick`` a place can be chosen by touch, or the one in the middle by a button; it is told
    latitude and longitude.
    """

    def __init__(
        self,
        title: str,
        points: Sequence[Mapping[str, object]],
        on_pick: Callable[[float, float], object] | None = None,
    ) -> None:
        from ..store.samples.places import TOWNS  # only pages with a map wait for it

        super().__init__()
        texts = {name: say(f"map.{name}") for name in _WORDS}
        texts |= {name: say(f"map.{name}", count="{count}") for name in ("count", "many")}
        texts |= {"map": say("map.map", title=title)}
        self.props["words"] = texts
        self.props["towns"] = [
            {"name": town.name, "lat": town.latitude, "lon": town.longitude} for town in TOWNS
        ]
        self.show(points)
        if on_pick:
            self.props["pick"] = True

            def pick(event: GenericEventArguments) -> None:
                with suppress(TypeError, ValueError, KeyError):
                    on_pick(float(event.args["lat"]), float(event.args["lon"]))

            self.on("pick", pick)

    def lay_under(self, tiles: str, credit: str) -> str:
        """Lay what ``tiles`` serves under the places; return the server that must be allowed."""
        self.props["tiles"] = tiles
        self.props["credit"] = say("map.credit", credit=credit) if credit else ""
        address = urlsplit(tiles)
        return f"{address.scheme}://{address.netloc}"

    def show(self, points: Sequence[Mapping[str, object]]) -> None:
        """Show ``points`` in the place of those that were there."""
        self.props["points"] = list(points)
        self.update()
