"""Decodes pictures within limits, for :mod:`.worker`; no server imports this module.

Limits are set so that a decoder needs some 200 MB at most, wherever it runs. JPEG, which is what
cameras and phones write, is decoded at a half, a quarter or an eighth and so may have 200 megapixels
and more. What can only be decoded whole may have 37 megapixels in colour (A4 scanned at 600 dpi),
150 in shades of grey or few colours, and 12.5 as WebP, whose decoder takes four times as much.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import IO, Any

from PIL import (
    BmpImagePlugin,
    GifImagePlugin,
    Image,
    JpegImagePlugin,
    MpoImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)
from PIL.ExifTags import Base

from ..worker.errors import RefusalError

LONGEST_SIDE = 2048
"""Pixels; what is larger is scaled down."""
SMALL_SIDE = 320
"""Pixels of the longest side of a picture in a list."""
LONGEST_READ = 65_535
"""Pixels; JPEG can have no longer side. Scaling a longer one down takes more than the picture."""
MOST_DECODED = 150_000_000
"""Bytes that a picture may need while it is decoded."""
MOST_COEFFICIENTS = 120_000_000
"""Bytes that a progressive JPEG may need before a line of it is known, at whatever scale."""
MOST_ROUNDS = 1000
"""A progressive JPEG comes in some ten; each takes as long as a whole picture."""
_QUALITY = 85
_SHRUNK = 0.75
_LEAST_SIDE = 160
_LARGE = 16_777_216
"""Pixels; of what has more no second copy is made before it is scaled down."""
_STRIP = 1_000_000
_MOST_NOTES = 4_000_000
"""Bytes of texts in a PNG, unpacked."""

_PLUGINS = {
    "JPEG": JpegImagePlugin.JpegImageFile,
    "PNG": PngImagePlugin.PngImageFile,
    "WEBP": WebPImagePlugin.WebPImageFile,
    "GIF": GifImagePlugin.GifImageFile,
    "BMP": BmpImagePlugin.BmpImageFile,
    "TIFF": TiffImagePlugin.TiffImageFile,
    "MPO": MpoImagePlugin.MpoImageFile,
}
READ = tuple(_PLUGINS)
"""The formats that are read."""
_BYTES = {"1": 1, "L": 1, "P": 1, "I;16": 2, "I;16L": 2, "I;16B": 2}
"""What a pixel takes in memory, by mode; in all others it is four bytes."""
_MOST_WEBP = 12_500_000
"""Pixels; the decoder keeps two whole frames, gives a copy, and that is copied once more."""
_RLE = (1, 2)
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def upright(sent: IO[bytes], most: int) -> Iterator[bytes]:
    """Yield the ending, ``jpg`` or ``png``, a picture of at most ``most`` bytes, and its small copy.

    It is decoded and written anew: turned as the camera was held, without place, camera and other
    notes. What is too large is scaled down. Raises RefusalError.
    """
    with _refusing():
        picture = _scaled_and_turned(_decoded(sent))
        ending = "png" if picture.mode == "RGBA" else "jpg"
        encoded, side = _written(picture, ending), max(picture.size)
        while len(encoded) > most and side > _LEAST_SIDE:
            side = int(side * _SHRUNK)
            encoded = _written(_scaled(picture, side), ending)
        yield ending.encode()
        yield encoded
        yield from small(io.BytesIO(encoded))


def small(sent: IO[bytes]) -> Iterator[bytes]:
    """Yield a small JPEG of a picture that was made here. Raises RefusalError."""
    with _refusing():
        picture = _decoded(sent, LONGEST_SIDE).convert("RGBA")
        ground = Image.new("RGBA", picture.size, "#ffffff")
        ground.alpha_composite(picture)
        yield _written(_scaled(ground.convert("RGB"), SMALL_SIDE), "jpg")


@contextmanager
def _refusing() -> Iterator[None]:
    """Turn everything that goes wrong with a picture into a refusal."""
    try:
        yield
    except RefusalError:
        raise
    except (MemoryError, Image.DecompressionBombError) as error:
        raise RefusalError("too_many_pixels") from error
    # Decoders meet hostile bytes with errors of every kind.
    except Exception as error:
        raise RefusalError("no_picture") from error


def _decoded(sent: IO[bytes], longest: int = LONGEST_READ) -> Image.Image:
    opened = _opened(sent)
    if max(opened.size) > longest or _coefficients(opened) > MOST_COEFFICIENTS:
        raise RefusalError("too_many_pixels")
    if _rounds(opened, sent) > MOST_ROUNDS:
        raise RefusalError("too_long")
    opened.draft("RGB", _least(opened.size))
    if _needs(opened) > MOST_DECODED:
        raise RefusalError("too_many_pixels")
    opened.load()
    return opened


def _opened(sent: IO[bytes]) -> Image.Image:
    """Open a picture, which decodes nothing of it but the notes, except where it is WebP."""
    is_webp = sent.read(12)[8:] == b"WEBP"
    sent.seek(0)
    # Twice of that is refused; the limits above are about memory rather than pixels.
    most = _MOST_WEBP // 2 if is_webp else None
    with (
        _set(Image, "MAX_IMAGE_PIXELS", most),
        _set(PngImagePlugin, "MAX_TEXT_MEMORY", _MOST_NOTES),
    ):
        return Image.open(sent, formats=READ)


@contextmanager
def _set(module: ModuleType, name: str, value: int | None) -> Iterator[None]:
    """Give a setting of Pillow another value for a moment."""
    before = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, before)


def _least(size: tuple[int, int]) -> tuple[int, int]:
    """Return below which size a JPEG of ``size`` must not be decoded; a panorama is long and low."""
    width, height = size
    if width * height <= _LARGE:
        return LONGEST_SIDE, LONGEST_SIDE
    longest = max(size)
    return -(-width * LONGEST_SIDE // longest), -(-height * LONGEST_SIDE // longest)


def _needs(opened: Image.Image) -> int:
    """Return how many bytes decoding takes."""
    pixels = opened.width * opened.height
    each = _BYTES.get(opened.mode, 4)
    if opened.format == "BMP" and opened.info.get("compression") in _RLE:
        each += 2
    elif isinstance(opened, TiffImagePlugin.TiffImageFile):
        turned = int(opened.tag_v2.get(Base.Orientation, 1) != 1)
        return pixels * each + max(pixels * each * turned, _largest_part(opened))
    return pixels * each


def _largest_part(opened: TiffImagePlugin.TiffImageFile) -> int:
    """Return how many bytes the largest strip or tile of a TIFF takes when it is unpacked."""
    tags: Any = opened.tag_v2
    if opened.tile and opened.tile[0][0] == "raw":
        return 0
    width, height = opened.size
    rows = min(int(tags.get(Base.RowsPerStrip, height)), height)
    if Base.TileWidth in tags:
        width, rows = int(tags[Base.TileWidth]), int(tags[Base.TileLength])
    bits = tags.get(Base.BitsPerSample, (1,))
    each = sum(bits) if isinstance(bits, tuple) else int(bits)
    return width * rows * max(each, 32 if opened.mode in ("RGB", "YCbCr") else 1) // 8


def _coefficients(opened: Image.Image) -> int:
    """Return how many bytes of coefficients a JPEG has that comes in rounds, each finer; else 0."""
    if not (isinstance(opened, JpegImagePlugin.JpegImageFile) and opened.info.get("progressive")):
        return 0
    across, down = (max(layer[place] for layer in opened.layer) for place in (1, 2))
    shares = sum(layer[1] * layer[2] for layer in opened.layer) / (across * down)
    return int(2 * shares * opened.width * opened.height)


def _rounds(opened: Image.Image, sent: IO[bytes]) -> int:
    """Return in how many rounds a progressive JPEG comes; other data may look like some more."""
    if not opened.info.get("progressive"):
        return 0
    place = sent.tell()
    sent.seek(0)
    found = sum(part.count(b"\xff\xda") for part in iter(lambda: sent.read(1 << 20), b""))
    sent.seek(place)
    return found


def _scaled_and_turned(picture: Image.Image) -> Image.Image:
    """Return ``picture`` as RGB, or RGBA if one can see through it, in the largest size kept."""
    see_through = picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info
    turn = _TURNS.get(picture.getexif().get(Base.Orientation, 1))
    mode = "RGBA" if see_through else "RGB"
    if picture.width * picture.height > _LARGE:
        picture = _reduced(picture, mode, max(picture.size) // LONGEST_SIDE)
    elif picture.mode != mode:
        picture = picture.convert(mode)
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return picture if turn is None else picture.transpose(turn)


def _reduced(picture: Image.Image, mode: str, factor: int) -> Image.Image:
    """Return a picture ``factor`` times smaller in ``mode``, strip by strip."""
    width, height = picture.size
    reduced = Image.new(mode, (-(-width // factor), -(-height // factor)))
    rows = max(1, _STRIP // width // factor) * factor
    for top in range(0, height, rows):
        strip = picture.crop((0, top, width, min(top + rows, height)))
        reduced.paste(strip.convert(mode).reduce(factor), (0, top // factor))
    return reduced


def _scaled(picture: Image.Image, side: int) -> Image.Image:
    scaled = picture.copy()
    scaled.thumbnail((side, side))
    return scaled


def _written(picture: Image.Image, ending: str) -> bytes:
    out = io.BytesIO()
    clean = picture.copy()
    clean.info = {}
    if ending == "png":
        clean.save(out, "PNG", optimize=True)
    else:
        clean.save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()
