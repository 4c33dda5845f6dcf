"""``file``: a file that is handed in, such as a drawing or an estimate.

ファイル(図面や見積書など)。

Takes ``many`` (several files), ``max_count``, ``max_size`` (bytes of each) and ``accept`` (endings
such as ``pdf``).
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, ClassVar

from ..model.asking import ask
from ..model.attachment import Attachment, Received, clean_name, read_attachments, type_of, written
from ..model.field import Field, Invalid
from ..texts import say

if TYPE_CHECKING:
    from ..store.samples.draw import Draw

MOST_BYTES = 10_000_000
"""How large a file may be unless the spec says otherwise."""
MOST_FILES = 20
"""How many files there may be unless the spec says otherwise."""


@dataclass(eq=False)
class File(Field[tuple[Attachment, ...]]):
    """Files; their contents are kept beside the database, the column holds what is known of them."""

    name: ClassVar[str] = "file"
    takes: ClassVar[frozenset[str]] = frozenset({"many", "max_count", "max_size", "accept"})
    example: ClassVar[str] = "見積書.pdf"
    chosen: ClassVar[bool] = True
    wide: ClassVar[bool] = True
    control: ClassVar[str] = "choose_files"
    pictures: ClassVar[bool] = False
    """True when every file is a picture that can be shown."""

    many: bool = False
    max_count: int | None = None
    max_size: int | None = None
    accept: Sequence[str] = ()

    @property
    def most(self) -> int:
        """How many files there may be."""
        return self.max_count or (MOST_FILES if self.many else 1)

    @property
    def most_bytes(self) -> int:
        """How large each file may be."""
        return self.max_size or MOST_BYTES

    @property
    def most_received(self) -> int:
        """How many bytes a browser may send for one file."""
        return self.most_bytes

    @property
    def endings(self) -> Sequence[str]:
        """The endings that a file's name may have, each with its point; empty for any."""
        return [f".{ending.strip().lower().lstrip('.')}" for ending in self.accept]

    @classmethod
    def read(cls, text: str) -> tuple[Attachment, ...]:
        """Read names with 、 or a comma between them, or what the database keeps."""
        if text.startswith("[{"):
            return read_attachments(text)
        names = [name.strip() for part in text.split("、") for name in part.split(",")]
        return tuple(Attachment.named(name) for name in names if name)

    def parse(self, typed: object) -> tuple[Attachment, ...] | None:
        """Take what the control holds."""
        if isinstance(typed, list | tuple):
            return tuple(found for item in typed if (found := Attachment.of(item))) or None
        return super().parse(typed)

    def received(self, name: str, sent: IO[bytes], folder: Path) -> Received:
        """Return what is kept of a file that somebody hands in.

        ``folder`` is for large things on the way. This may take a while; raises Invalid when the
        file breaks a rule.
        """
        clean = clean_name(name)
        length = sent.seek(0, os.SEEK_END)
        sent.seek(0)
        attachment = Attachment(clean, size=length, type=type_of(clean))
        for problem in self.problems((attachment,)):
            raise Invalid(problem)
        if not length:
            raise Invalid(say("file.empty", name=clean))
        if not _is_what_it_says(clean, sent.read(_LONGEST_BEGINNING)):
            raise Invalid(say("file.not_what_it_says", name=clean))
        return Received(attachment, sent)

    def problems(self, value: tuple[Attachment, ...] | None) -> list[str]:
        """Check how many files there are, how large each is, and the endings of their names."""
        files = value or ()
        if len(files) > self.most:
            return [say("file.too_many", limit=self.most)]
        found = []
        for item in files:
            if item.size > self.most_bytes:
                found.append(say("file.too_large", name=item.name, limit=size(self.most_bytes)))
            if self.endings and not item.name.lower().endswith(tuple(self.endings)):
                allowed = say("frame.comma").join(self.endings)
                found.append(say("file.wrong_ending", name=item.name, endings=allowed))
        return found

    def show(self, value: tuple[Attachment, ...] | None) -> str:
        """Return the names with 、 between them."""
        return "、".join(item.name for item in value or ())

    def typed(self, value: tuple[Attachment, ...] | None) -> list[dict[str, Any]]:
        """Return what is known of each file."""
        return [item.to_json() for item in value or ()]

    def to_column(self, value: tuple[Attachment, ...] | None) -> str | None:
        """Return what is known of the files as JSON."""
        return written(value) if value else None

    def from_column(self, stored: Any) -> tuple[Attachment, ...] | None:
        """Return the files that JSON tells of."""
        return read_attachments(stored) if stored else None

    def sample(self, draw: Draw) -> tuple[Attachment, ...] | None:
        """Return one or two files that can be opened."""
        return draw.files_for(self)


def size(count: int) -> str:
    """Return a number of bytes as people say it."""
    for unit, bytes_ in (("GB", 1_000_000_000), ("MB", 1_000_000), ("KB", 1000)):
        if count >= bytes_:
            return f"{count / bytes_:.1f}".removesuffix(".0") + f" {unit}"
    return f"{count} B"


_BEGINNINGS = {
    ".pdf": b"%PDF-",
    ".docx": b"PK",
    ".xlsx": b"PK",
    ".pptx": b"PK",
    ".zip": b"PK",
    ".png": b"\x89PNG",
    ".jpg": b"\xff\xd8",
    ".jpeg": b"\xff\xd8",
}


_LONGEST_BEGINNING = 8


def _is_what_it_says(name: str, beginning: bytes) -> bool:
    """Tell whether a content begins as files with the ending of ``name`` do."""
    ending = f".{name.rpartition('.')[2].lower()}"
    return beginning.startswith(_BEGINNINGS.get(ending, b""))


def file(field: File, *, title: str = "", feature: str = "") -> None:
    """Ask for files."""
    ask(field, title=title, feature=feature)
