"""Pictures that nobody takes with a camera: small files that ask for much memory or time.

``WHY`` names for each what is said to whoever sends it, ``""`` where it is taken after all: it only
looks dangerous, or stands just within the limits. Each is made when it is asked for.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from PIL import Image

GREY, COLOUR, PALETTE, GREY_ALPHA, ALPHA = 0, 2, 3, 4, 6
_SAMPLES = {GREY: 1, COLOUR: 3, PALETTE: 1, GREY_ALPHA: 2, ALPHA: 4}
_PIECE = 1 << 20


def png(
    width: int,
    height: int,
    colour: int = COLOUR,
    *,
    bits: int = 8,
    notes: bytes = b"",
    there: int | None = None,
) -> bytes:
    """Return a PNG of one colour, of whose lines ``there`` are there, all without it."""
    row = b"\0" + b"\x55" * ((width * _SAMPLES[colour] * bits + 7) // 8)
    packed = b"".join(_packed(row for _ in range(height if there is None else there)))
    head = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0)
    palette = _chunk(b"PLTE", bytes(range(256)) * 3) if colour == PALETTE else b""
    parts = [_chunk(b"IHDR", head), palette, notes, _chunk(b"IDAT", packed), _chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def interlaced(side: int) -> bytes:
    """Return a PNG whose lines come in seven rounds."""
    head = struct.pack(">IIBBBBB", side, side, 8, COLOUR, 0, 0, 1)
    zeros = (bytes(_PIECE) for _ in range((side * side * 3 + side * 14) // _PIECE + 1))
    parts = [_chunk(b"IHDR", head), _chunk(b"IDAT", b"".join(_packed(zeros)))]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts) + _chunk(b"IEND", b"")


def profile_bomb(kind: bytes, *, count: int = 1, length: int = 20_000_000) -> bytes:
    """Return a PNG of 10 x 10 with notes that unpack to ``length`` bytes each."""
    head = {b"iCCP": b"x\0\0", b"zTXt": b"x\0\0", b"iTXt": b"x\0\1\0\0\0"}[kind]
    packed = b"".join(_packed(b"a" * _PIECE for _ in range(length // _PIECE)))
    return png(10, 10, notes=_chunk(kind, head + packed) * count)


def _packed(parts: Iterator[bytes]) -> Iterator[bytes]:
    packing = zlib.compressobj(1)
    for part in parts:
        yield packing.compress(part)
    yield packing.flush()


def _chunk(kind: bytes, content: bytes) -> bytes:
    checked = kind + content
    return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))


def written(kind: str, width: int, height: int, mode: str = "RGB", **how: Any) -> bytes:
    """Return a picture of one colour as Pillow writes it."""
    out = io.BytesIO()
    Image.new(mode, (width, height)).save(out, kind, **how)
    return out.getvalue()


def jpeg_that_lies(width: int, height: int, *, progressive: bool = False) -> bytes:
    """Return a JPEG that says to be so large, and holds hardly anything."""
    content = bytearray(written("JPEG", 64, 64, progressive=progressive))
    place = content.index(b"\xff\xc2" if progressive else b"\xff\xc0")
    content[place + 5 : place + 9] = struct.pack(">HH", height, width)
    return bytes(content)


def webp_that_lies(side: int) -> bytes:
    """Return a WebP of one colour, which takes some thirty bytes however large it is."""
    content = bytearray(written("WEBP", 64, 64, "L", lossless=True))
    place = content.index(b"VP8L") + 9
    content[place : place + 4] = struct.pack("<I", (side - 1) | (side - 1) << 14)
    return bytes(content)


def jpeg_in_rounds(side: int, rounds: int) -> bytes:
    """Return a progressive JPEG whose last, empty round comes again and again."""
    content = written("JPEG", side, side, "L", progressive=True)
    last = max(content.rindex(b"\xff\xda", 0, content.rindex(b"\xff\xda")), 0)
    begin = content.index(b"\xff\xc4", last)
    return content[:-2] + content[begin:-2] * rounds + b"\xff\xd9"


def jpeg_with_notes(notes: bytes) -> bytes:
    """Return a JPEG in which a camera has written nonsense."""
    content = written("JPEG", 60, 40)
    segment = b"Exif\0\0" + notes
    return content[:2] + b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment + content[2:]


def gif_that_lies(side: int) -> bytes:
    """Return a GIF with a screen of ``side`` times ``side`` and a picture of 10 x 10."""
    screen = b"GIF89a" + struct.pack("<HHBBB", side, side, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    frame = b"," + struct.pack("<HHHHB", 0, 0, 10, 10, 0)
    return screen + frame + b"\x02\x02\x4c\x01\x00;"


def frames(kind: str, count: int) -> bytes:
    """Return a picture that moves, or has many pages."""
    others = [Image.new("RGB", (200, 200), (number % 256, 0, 0)) for number in range(count)]
    return written(kind, 200, 200, save_all=True, append_images=others)


def tiff(
    width: int,
    height: int,
    *,
    rows: int,
    bits: tuple[int, ...] = (8, 8, 8),
    turned: int = 1,
    tile: int = 0,
    there: bool = True,
) -> bytes:
    """Return a TIFF of strips with ``rows`` lines each, or of tiles; the first of them is there."""
    strip = width * min(rows, height) * sum(bits) // 8 if there else 0
    content = b"".join(_packed(bytes(_PIECE) for _ in range(strip // _PIECE + 1)))
    short, long = "H", "I"
    tags = [
        (256, long, [width]),
        (257, long, [height]),
        (258, short, list(bits)),
        (259, short, [8]),
        (262, short, [2 if len(bits) >= 3 else 1]),
        (274, short, [turned]),
        (277, short, [len(bits)]),
    ]
    first, size = 8, len(content)
    if tile:
        tags += [
            (322, long, [tile]),
            (323, long, [tile]),
            (324, long, [first]),
            (325, long, [size]),
        ]
    else:
        tags += [(273, long, [first]), (278, long, [rows]), (279, long, [size])]
    return _tiff_of(sorted(tags), content)


def _tiff_of(tags: list[tuple[int, str, list[int]]], content: bytes) -> bytes:
    content += b"\0" * (len(content) % 2)
    directory = 8 + len(content)
    beyond = directory + 2 + 12 * len(tags) + 4
    entries, more = b"", b""
    for tag, kind, values in tags:
        packed = struct.pack(f"<{len(values)}{kind}", *values)
        if len(packed) > 4:
            place, more = beyond + len(more), more + packed
            packed = struct.pack("<I", place)
        entries += struct.pack("<HHI", tag, {"H": 3, "I": 4}[kind], len(values))
        entries += packed.ljust(4, b"\0")
    head = b"II*\0" + struct.pack("<I", directory) + content
    return head + struct.pack("<H", len(tags)) + entries + b"\0\0\0\0" + more


def bmp_that_lies(side: int) -> bytes:
    """Return a packed BMP of ``side`` times ``side`` of which hardly anything is there."""
    info = struct.pack("<IiiHHIIiiII", 40, side, side, 1, 8, 1, 0, 0, 0, 256, 0)
    head = b"BM" + struct.pack("<IHHI", 0, 0, 0, 54 + 1024)
    return head + info + bytes(1024) + b"\xff\x01" * 1000


Make = Callable[[], bytes]

REFUSED: Mapping[str, tuple[str, Make]] = {
    "one line of 79 million pixels": (
        "too_many_pixels",
        partial(png, 79_000_000, 1, GREY, bits=1),
    ),
    "one column of a million pixels": ("too_many_pixels", partial(png, 1, 1_000_000, there=9)),
    "40 megapixels in colour": ("too_many_pixels", partial(png, 6400, 6400, there=9)),
    "a JPEG of 4 gigapixels": ("too_many_pixels", partial(jpeg_that_lies, 65_500, 65_500)),
    "a progressive JPEG of 54 megapixels": (
        "too_many_pixels",
        partial(jpeg_that_lies, 9000, 6000, progressive=True),
    ),
    "a JPEG in 20,000 rounds": ("too_long", partial(jpeg_in_rounds, 500, 20_000)),
    "a WebP of 268 megapixels": ("too_many_pixels", partial(webp_that_lies, 16_383)),
    "a GIF with a screen of 4 gigapixels": ("too_many_pixels", partial(gif_that_lies, 65_535)),
    "a packed BMP of 144 megapixels": ("too_many_pixels", partial(bmp_that_lies, 12_000)),
    "a TIFF in one strip": ("too_many_pixels", partial(tiff, 6000, 6000, rows=6000, there=False)),
    "a TIFF of floating point numbers": (
        "too_many_pixels",
        partial(tiff, 6200, 6200, rows=16, bits=(32,), there=False),
    ),
    "a TIFF of 16 bits a colour": (
        "too_many_pixels",
        partial(tiff, 5000, 5000, rows=5000, bits=(16, 16, 16), there=False),
    ),
    "a TIFF with a tile of 3.6 gigapixels": (
        "too_many_pixels",
        partial(tiff, 100, 100, rows=100, tile=60_000, there=False),
    ),
    "a TIFF with rows beyond its end": (
        "no_picture",
        partial(tiff, 300, 300, rows=4_000_000_000),
    ),
    "a profile of 20 MB": ("no_picture", partial(profile_bomb, b"iCCP")),
    "a note of 20 MB": ("no_picture", partial(profile_bomb, b"zTXt")),
    "two hundred notes of a megabyte": (
        "no_picture",
        partial(profile_bomb, b"zTXt", count=200, length=_PIECE),
    ),
    "two hundred notes in any language": (
        "no_picture",
        partial(profile_bomb, b"iTXt", count=200, length=_PIECE),
    ),
    "half a JPEG": ("no_picture", lambda: written("JPEG", 800, 600)[:2000]),
    "half a PNG": ("no_picture", lambda: png(800, 600)[:200]),
    "nothing": ("no_picture", lambda: b""),
    "a page": ("no_picture", lambda: b"<html><script>alert(1)</script>"),
}

TAKEN: Mapping[str, Make] = {
    "notes of a camera that end at once": partial(jpeg_with_notes, b"MM\0*"),
    "notes of a camera that lead in a circle": partial(
        jpeg_with_notes,
        b"II*\0\x08\0\0\0\x01\0" + struct.pack("<HHII", 0x8769, 4, 1, 8) + struct.pack("<I", 8),
    ),
    "notes of a camera that name no side": partial(
        jpeg_with_notes,
        b"II*\0\x08\0\0\0\x01\0" + struct.pack("<HHII", 0x0112, 3, 1, 77) + bytes(4),
    ),
    "notes of a camera that point beyond their end": partial(
        jpeg_with_notes,
        b"II*\0\x08\0\0\0\xff\xff" + struct.pack("<HHII", 0x0112, 3, 0xFFFFFFFF, 0xFFFFFFFF),
    ),
    "a GIF that moves": partial(frames, "GIF", 60),
    "a WebP that moves": partial(frames, "WEBP", 30),
    "a TIFF of many pages": partial(frames, "TIFF", 20),
    "one line as long as a JPEG can be": partial(png, 65_535, 3),
    "a panorama of 48 megapixels": partial(written, "JPEG", 16_000, 3000),
    "a JPEG for printing": partial(written, "JPEG", 1500, 1000, "CMYK"),
    "two pictures in one JPEG": lambda: frames("MPO", 1),
    "16 bits of grey": partial(png, 1000, 700, GREY, bits=16),
    "16 bits a colour": partial(png, 1000, 700, bits=16),
    "one bit": partial(png, 3000, 2000, GREY, bits=1),
    "interlaced": partial(interlaced, 1500),
}

AT_THE_LIMIT: Mapping[str, Make] = {
    "37 megapixels in colour": partial(png, 6100, 6100),
    "37 megapixels to see through": partial(png, 6100, 6100, ALPHA),
    "37 megapixels of grey to see through": partial(png, 6100, 6100, GREY_ALPHA),
    "16 megapixels to see through": partial(png, 4096, 4095, ALPHA),
    "16 megapixels of a palette": partial(png, 4096, 4095, PALETTE),
    "150 megapixels of a palette": partial(png, 12_200, 12_200, PALETTE),
    "150 megapixels of grey": partial(png, 12_200, 12_200, GREY),
    "150 megapixels of one bit": partial(png, 12_200, 12_200, GREY, bits=1),
    "74 megapixels in 16 bits of grey": partial(png, 8600, 8600, GREY, bits=16),
    "37 megapixels in 16 bits a colour": partial(png, 6100, 6100, bits=16),
    "37 megapixels interlaced": partial(interlaced, 6100),
    "a progressive JPEG of 39 megapixels": partial(written, "JPEG", 7700, 5100, progressive=True),
    "a JPEG of 200 megapixels": partial(written, "JPEG", 16_320, 12_240),
    "a WebP of 12 megapixels": partial(written, "WEBP", 4080, 3060, lossless=True, method=0),
    "a TIFF of 14 megapixels on its side, in one strip": partial(
        tiff, 4000, 3500, rows=3500, turned=6
    ),
}
"""What takes most memory of all that is taken: seconds each."""
