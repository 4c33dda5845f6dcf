"""Pictures: proved to be ones, turned upright, freed of what they tell about place and camera.

What somebody sent is decoded in a worker process (:mod:`.worker`), one picture at a time; what is
drawn here for samples needs no such care.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import IO, TYPE_CHECKING

from ..worker.errors import RefusalError, TooLongError, WorkerError
from ..worker.shared import WORKER
from ..worker.worker import Task

if TYPE_CHECKING:
    from PIL.Image import Image

_MODULE = "files.decoding"
_MEMORY = 235_000_000
_SECONDS = 15
_UPRIGHT = Task(_MODULE, "upright", _SECONDS, _MEMORY)
_SMALL = Task(_MODULE, "small", _SECONDS, _MEMORY)
_QUALITY = 85
_SCENES = (
    ("#cfe3f5", "#7d8a94", "#5b656d"),
    ("#f3e6cf", "#8f9a6b", "#6f7a4d"),
    ("#dfe7ea", "#8a7f76", "#655c54"),
    ("#d5e8dc", "#6f7f8c", "#4f5c66"),
    ("#f5dccf", "#84908f", "#5f6a69"),
    ("#e4dff0", "#7b7f6a", "#575b48"),
)
SAMPLES = len(_SCENES)
"""How many sample pictures there are."""


class NoPictureError(ValueError):
    """The content is no picture that can be shown.

    ``why`` is ``no_picture``, ``too_many_pixels``, ``too_long`` (to open) or ``not_opened`` (the
    process ended over it): the key of a text in :mod:`.texts.file`.
    """

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True)
class KeptPicture:
    """A picture as it is kept, the ending for its name, ``jpg`` or ``png``, and its small copy."""

    whole: bytes
    ending: str
    small: bytes


def warm_up() -> None:
    """Start what decodes pictures: one is about to come."""
    WORKER.warm_up()


def upright(content: bytes, most: int) -> tuple[bytes, str]:
    """Return a picture of at most ``most`` bytes and its ending. Raises NoPictureError."""
    picture = taken(io.BytesIO(content), most)
    return picture.whole, picture.ending


def taken(sent: IO[bytes], most: int, folder: Path | None = None) -> KeptPicture:
    """Return what is kept of a picture that somebody sent, of at most ``most`` bytes.

    It is decoded and written anew: turned as the camera was held, without place, camera and other
    notes. What is too large is scaled down. ``folder`` is for large things on the way. Waits for
    other pictures that are being decoded. Raises NoPictureError.
    """
    ending, whole, small_copy = _done(_UPRIGHT, sent, folder, most=most)
    return KeptPicture(whole, ending.decode(), small_copy)


def small(content: bytes) -> bytes:
    """Return a small JPEG of a picture that :func:`taken` made. Raises NoPictureError."""
    (jpeg,) = _done(_SMALL, io.BytesIO(content), None)
    return jpeg


def _done(task: Task, sent: IO[bytes], folder: Path | None, **settings: int) -> list[bytes]:
    try:
        with WORKER.asked(task, sent, settings, folder) as parts:
            return list(parts)
    except RefusalError as refusal:
        raise NoPictureError(str(refusal)) from None
    except TooLongError as error:
        raise NoPictureError("too_long") from error
    except WorkerError as error:
        raise NoPictureError("not_opened") from error


def drawn(number: int, most: int) -> KeptPicture:
    """Return what is kept of the sample picture ``number``: it needs no worker process."""
    from .decoding import upright

    ending, whole, small_copy = upright(io.BytesIO(sample(number)), most)
    return KeptPicture(whole, ending.decode(), small_copy)


@lru_cache(maxsize=SAMPLES)
def sample(number: int) -> bytes:
    """Draw a street for sample records; the same ``number`` gives the same picture."""
    out = io.BytesIO()
    _street(number).save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()


def sample_as_png(number: int) -> bytes:
    """Return the sample picture ``number`` as PNG."""
    from PIL import Image

    out = io.BytesIO()
    with Image.open(io.BytesIO(sample(number)), formats=["JPEG"]) as drawn:
        drawn.load()
        drawn.info = {}
        drawn.save(out, "PNG", optimize=True)
    return out.getvalue()


def _street(number: int) -> Image:
    from PIL import Image, ImageDraw

    sky, road, hole = _SCENES[number % SAMPLES]
    width, height = 640, 480
    picture = Image.new("RGB", (width, height), sky)
    draw = ImageDraw.Draw(picture)
    draw.polygon(_hills(width, height, number), fill="#8fae8b")
    draw.polygon([(0, height), (220, 230), (420, 230), (width, height)], fill=road)
    for y in range(250, height, 60):
        half = 2 + (y - 230) // 40
        draw.rectangle([320 - half, y, 320 + half, y + 28], fill="#ffffff")
    x, y = 210 + number * 37 % 180, 360 - number * 13 % 40
    draw.ellipse([x, y, x + 120, y + 46], fill=hole)
    draw.ellipse([x + 14, y + 10, x + 104, y + 40], fill="#3c4247")
    return picture


def _hills(width: int, height: int, number: int) -> Sequence[tuple[int, int]]:
    top = 150 - number * 11 % 40
    return [
        (0, 230),
        (width // 4, top),
        (width // 2, 215),
        (width * 3 // 4, top + 30),
        (width, 230),
    ]
