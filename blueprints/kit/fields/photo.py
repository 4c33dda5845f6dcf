"""``photo``: a picture, taken with the tablet or chosen from its album.

写真。その場で撮るか、アルバムから選びます。

Takes ``many`` (several pictures), ``max_count`` and ``max_size`` (bytes of each; a larger one is
scaled down).
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, ClassVar

from ..files.pictures import NoPictureError, taken
from ..model.asking import ask
from ..model.attachment import Attachment, Received, clean_name, type_of
from ..model.field import Invalid
from ..texts import say
from .file import File

if TYPE_CHECKING:
    from ..store.samples.draw import Draw

MOST_RECEIVED = 40_000_000
"""Bytes that a camera may send: more than any limit, as large pictures are scaled down."""


@dataclass(eq=False)
class Photo(File):
    """Pictures, upright, and without what a camera notes about the place."""

    name: ClassVar[str] = "photo"
    takes: ClassVar[frozenset[str]] = frozenset({"many", "max_count", "max_size"})
    example: ClassVar[str] = "現場.jpg"
    pictures: ClassVar[bool] = True

    @property
    def most_received(self) -> int:
        """How many bytes a browser may send for one picture."""
        return max(MOST_RECEIVED, self.most_bytes)

    def received(self, name: str, sent: IO[bytes], folder: Path) -> Received:
        """Return the picture as it is kept. Raises Invalid when it is none."""
        clean = clean_name(name)
        try:
            picture = taken(sent, self.most_bytes, folder)
        except NoPictureError as error:
            raise Invalid(say(f"file.{error.why}", name=clean)) from error
        if type_of(clean) != type_of(f"x.{picture.ending}"):
            clean = f"{clean.rpartition('.')[0] or clean}.{picture.ending}"
        attachment = Attachment(clean, size=len(picture.whole), type=type_of(clean))
        for problem in self.problems((attachment,)):
            raise Invalid(problem)
        return Received(attachment, io.BytesIO(picture.whole), picture.small)

    def sample(self, draw: Draw) -> tuple[Attachment, ...] | None:
        """Return one or two pictures of a street."""
        return draw.pictures_for(self)


def photo(field: Photo, *, title: str = "", feature: str = "") -> None:
    """Ask for pictures."""
    ask(field, title=title, feature=feature)
