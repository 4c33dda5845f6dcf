"""``location``: a place on the map, as latitude and longitude.

地図の上の位置(緯度と経度)。
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ..model.asking import ask
from ..model.reading import plain, read_decimal
from .text import Text

if TYPE_CHECKING:
    from ..store.samples.draw import Draw


@dataclass(eq=False)
class Location(Text):
    """A place, kept as ``latitude, longitude`` in degrees."""

    name: ClassVar[str] = "location"
    takes: ClassVar[frozenset[str]] = frozenset()
    example: ClassVar[str] = "37.4948, 139.9298"
    control: ClassVar[str] = "place"
    by_example: ClassVar[bool] = True

    @classmethod
    def read(cls, text: str) -> str:
        """Read two numbers in degrees with a comma between them."""
        parts = plain(text).replace("、", ",").split(",")
        if len(parts) != 2:
            raise ValueError(text)
        latitude, longitude = (read_decimal(part) for part in parts)
        if abs(latitude) > 90 or abs(longitude) > 180:
            raise ValueError(text)
        return f"{latitude:f}, {longitude:f}"

    @staticmethod
    def point(value: str) -> tuple[float, float]:
        """Return latitude and longitude in degrees, by which maps take it."""
        latitude, longitude = value.split(",")
        return float(latitude), float(longitude)

    def sample(self, draw: Draw) -> str:
        """Return a spot in the town of the record."""
        return draw.position()


def location(field: Location, *, title: str = "", feature: str = "") -> None:
    """Ask for a place on the map."""
    ask(field, title=title, feature=feature)
