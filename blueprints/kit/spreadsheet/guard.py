"""Watches over what is read of a workbook, which is XML in a ZIP file and may unpack to anything.

Everything that is taken out of the archive goes through a parser that counts and builds nothing.
It goes ahead of the parser that builds a tree, and stops the reading before that has grown large.
"""

from __future__ import annotations

import io
import struct
from typing import IO, TYPE_CHECKING, Any, NoReturn, cast
from xml.parsers import expat
from zipfile import ZipFile

if TYPE_CHECKING:
    from zipfile import ZipInfo

MOST_UNPACKED = 120_000_000
"""Bytes that are read of all parts together."""
MOST_STRINGS = 40_000_000
"""Bytes of the texts that cells refer to: all of them stay in memory."""
MOST_ELEMENTS = 5_000_000
"""Of all parts together: each takes time."""
MOST_AT_ONCE = 200_000
"""Elements that are in memory at a time: all of a part but what stands in rows that are done."""
MOST_IN_ROW = 80_000
"""Elements of one row: a sheet has 16,384 columns at most."""
MOST_ROWS = 1_048_576
"""Of a sheet, as Excel has it; an empty element of each stays in memory."""
MOST_DEPTH = 100
MOST_OPENED = 2_000
"""Parts that are opened: two for each sheet, and a dozen."""
LONGEST_PIECE = 1_000_000
"""Bytes without a tag: a cell holds 32,767 characters at most."""
MOST_LISTED = 2_000_000
"""Bytes of the archive's table of contents: some 20,000 parts."""
_READ_AT_ONCE = 1 << 16
_DONE = ("row", "si")
"""What is thrown away as soon as it was read: a row, a text that cells refer to."""
_STRINGS = "sst"
_END_OF_ZIP = b"PK\x05\x06"
_LONGEST_END = 22 + 65_535


class TooMuchError(Exception):
    """A workbook holds more than is read of one."""


class GuardedArchive(ZipFile):
    """A workbook's archive of which no more can be read than fits into memory and time."""

    def __init__(self, source: IO[bytes]) -> None:
        _check_list(source)
        super().__init__(source)
        self._seen = _Seen()

    def open(  # type: ignore[override]
        self, name: str | ZipInfo, mode: str = "r", pwd: bytes | None = None
    ) -> IO[bytes]:
        """Open a part to be read; reading it raises TooMuchError when it goes beyond limits."""
        self._seen.opened += 1
        if self._seen.opened > MOST_OPENED:
            _refuse()
        part: Any = _GuardedPart(super().open(name, "r", pwd), self._seen)
        return cast(IO[bytes], part)


def _check_list(source: IO[bytes]) -> None:
    """Refuse an archive whose table of contents alone would fill the memory."""
    length = source.seek(0, io.SEEK_END)
    source.seek(max(0, length - _LONGEST_END))
    end = source.read()
    source.seek(0)
    place = end.find(_END_OF_ZIP)
    while place >= 0:
        listed = end[place + 12 : place + 16].ljust(4, b"\0")
        if struct.unpack("<I", listed)[0] > MOST_LISTED:
            _refuse()
        place = end.find(_END_OF_ZIP, place + 1)


class _Seen:
    """What was read of all parts so far."""

    def __init__(self) -> None:
        self.opened = 0
        self.unpacked = 0
        self.elements = 0


class _GuardedPart(io.BufferedIOBase):
    """A part of the archive, read through a parser that counts."""

    def __init__(self, part: IO[bytes], seen: _Seen) -> None:
        self._part = part
        self._seen = seen
        self._counted: _Counted | None = _Counted(seen)

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the next ``size`` bytes, all without it."""
        if size is None or size < 0:
            return b"".join(iter(lambda: self._next(_READ_AT_ONCE), b""))
        return self._next(size)

    def _next(self, size: int) -> bytes:
        content = self._part.read(min(size, _READ_AT_ONCE))
        self._seen.unpacked += len(content)
        if self._seen.unpacked > MOST_UNPACKED:
            _refuse()
        if self._counted:
            try:
                self._counted.feed(content)
            except expat.ExpatError:
                self._counted = None  # it is no XML from here on: who reads it says so
        return content

    def close(self) -> None:
        self._part.close()
        super().close()


class _Counted:
    """Counts the elements of a part while it comes.

    Limits are looked at after each piece that is read, which is small: counting is to be quick.
    """

    def __init__(self, seen: _Seen) -> None:
        self._seen = seen
        self._depth = self._deepest = 0
        self._kept = self._before_row = self._done = self._rows = 0
        self._fed = self._without_tag = 0
        self._root = self._row = ""
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = _refuse

    def feed(self, content: bytes) -> None:
        """Count what comes. Raises TooMuchError, and ExpatError where it is no XML."""
        before, depth = self._kept + self._done, self._depth
        self._parser.Parse(content, False)
        self._fed += len(content)
        is_tagged = self._kept + self._done != before or self._depth != depth
        self._without_tag = 0 if is_tagged else self._without_tag + len(content)
        self._seen.elements += self._kept + self._done - before
        in_row = self._kept - self._before_row if self._row else 0
        if (
            self._seen.elements > MOST_ELEMENTS
            or self._deepest > MOST_DEPTH
            or in_row > MOST_IN_ROW
            or self._rows > MOST_ROWS
            or self._kept - in_row > MOST_AT_ONCE
            or self._without_tag > LONGEST_PIECE
            or (self._root == _STRINGS and self._fed > MOST_STRINGS)
        ):
            _refuse()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._kept += 1
        self._depth += 1
        if self._depth > self._deepest:
            self._deepest = self._depth
            self._root = self._root or _local(name)
        if not self._row and _local(name) in _DONE:
            self._row, self._before_row = name, self._kept

    def _end(self, name: str) -> None:
        self._depth -= 1
        if name == self._row:
            self._rows += 1
            self._done += self._kept - self._before_row + 1
            self._kept, self._row = self._before_row - 1, ""


def _local(name: str) -> str:
    """Return the name of an element without the prefix of its namespace."""
    return name.rpartition(":")[2]


def _refuse(*_: object) -> NoReturn:
    raise TooMuchError
