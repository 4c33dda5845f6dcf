"""Pictures: proved to be ones, turned upright, freed of what they tell about place and camera."""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST_SIDE = 2048
"""Pixels; what is larger is scaled down."""
SMALL_SIDE = 320
"""Pixels of the longest side of a picture in a list."""
_MOST_PIXELS = 80_000_000
"""A picture of more would fill the memory, however small its file is."""
_QUALITY = 85
_READ = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "MPO")
_SHRUNK = 0.75
_LEAST_SIDE = 160
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
    """The content is no picture that can be shown."""


def upright(content: bytes, most: int) -> tuple[bytes, str]:
    """Return a picture of at most ``most`` bytes and its ending, ``jpg`` or ``png``.

    It is decoded and written anew: turned as the camera was held, without place, camera and other
    notes. What is too large is scaled down. Raises NoPictureError.
    """
    picture = _decoded(content)
    see_through = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
    mode, ending = ("RGBA", "png") if see_through else ("RGB", "jpg")
    plain = picture.convert(mode)
    side = min(LONGEST_SIDE, max(plain.size))
    while True:
        made = _written(_scaled(plain, side), ending)
        if len(made) <= most or side <= _LEAST_SIDE:
            return made, ending
        side = int(side * _SHRUNK)


def small(content: bytes) -> bytes:
    """Return a small JPEG of a picture. Raises NoPictureError."""
    picture = _decoded(content).convert("RGBA")
    ground = _new("RGBA", picture.size, "#ffffff")
    ground.alpha_composite(picture)
    return _written(_scaled(ground.convert("RGB"), SMALL_SIDE), "jpg")


@lru_cache(maxsize=SAMPLES)
def sample(number: int) -> bytes:
    """Draw a street for sample records; the same ``number`` gives the same picture."""
    from PIL import ImageDraw

    sky, road, hole = _SCENES[number % SAMPLES]
    width, height = 640, 480
    picture = _new("RGB", (width, height), sky)
    draw = ImageDraw.Draw(picture)
    draw.polygon(_hills(width, height, number), fill="#8fae8b")
    draw.polygon([(0, height), (220, 230), (420, 230), (width, height)], fill=road)
    for y in range(250, height, 60):
        half = 2 + (y - 230) // 40
        draw.rectangle([320 - half, y, 320 + half, y + 28], fill="#ffffff")
    x, y = 210 + number * 37 % 180, 360 - number * 13 % 40
    draw.ellipse([x, y, x + 120, y + 46], fill=hole)
    draw.ellipse([x + 14, y + 10, x + 104, y + 40], fill="#3c4247")
    return _written(picture, "jpg")


def as_png(content: bytes) -> bytes:
    """Return a picture as PNG. Raises NoPictureError."""
    return _written(_decoded(content), "png")


def _hills(width: int, height: int, number: int) -> Sequence[tuple[int, int]]:
    top = 150 - number * 11 % 40
    return [
        (0, 230),
        (width // 4, top),
        (width // 2, 215),
        (width * 3 // 4, top + 30),
        (width, 230),
    ]


def _new(mode: str, size: tuple[int, int], colour: str) -> Image:
    from PIL import Image

    return Image.new(mode, size, colour)


def _decoded(content: bytes) -> Image:
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(content), formats=_READ) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise NoPictureError("too many pixels")
            opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            opened.load()
            return ImageOps.exif_transpose(opened)
    except NoPictureError:
        raise
    # Decoders meet hostile bytes with errors of every kind.
    except Exception as error:
        raise NoPictureError(str(error)) from error


def _scaled(picture: Image, side: int) -> Image:
    scaled = picture.copy()
    scaled.thumbnail((side, side))
    return scaled


def _written(picture: Image, ending: str) -> bytes:
    out = io.BytesIO()
    clean = picture.copy()
    clean.info = {}
    if ending == "png":
        clean.save(out, "PNG", optimize=True)
    else:
        clean.save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()
