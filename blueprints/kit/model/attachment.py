"""A file or a picture that belongs to a record: how it is called, and where its content is found."""

from __future__ import annotations

import json
import mimetypes
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import PurePosixPath, PureWindowsPath
from typing import IO, Any

_LONGEST_NAME = 120
_UNKNOWN_TYPE = "application/octet-stream"


@dataclass(frozen=True)
class Attachment:
    """One file: ``hash`` is the SHA-256 of its content, empty where only a name is known.

    ``size`` is in bytes, ``type`` a MIME type that follows from the name, never from what a browser
    said of it.
    """

    name: str
    hash: str = ""
    size: int = 0
    type: str = _UNKNOWN_TYPE

    @classmethod
    def named(cls, name: str) -> Attachment:
        """Return a file of which only the name is known."""
        clean = clean_name(name)
        return cls(clean, type=type_of(clean))

    @classmethod
    def of(cls, data: object) -> Attachment | None:
        """Return the file that ``data`` from JSON describes, None when it describes none."""
        if not isinstance(data, Mapping):
            return None
        name, digest, size = (data.get(key) for key in ("name", "hash", "size"))
        if not (isinstance(name, str) and isinstance(digest, str) and isinstance(size, int)):
            return None
        kind = data.get("type")
        return cls(name, digest, size, kind if isinstance(kind, str) else _UNKNOWN_TYPE)

    def to_json(self) -> dict[str, Any]:
        """Return what JSON holds of the file, the opposite of :meth:`of`."""
        return asdict(self)


@dataclass(frozen=True)
class Received:
    """What is kept of a file that somebody handed in; ``known`` has no hash yet.

    ``small`` is the small copy of a picture, empty for other files.
    """

    known: Attachment
    content: IO[bytes]
    small: bytes = b""


def read_attachments(text: str) -> tuple[Attachment, ...]:
    """Return the files that a JSON list describes. Raises ValueError when it is none."""
    data = json.loads(text)
    if not isinstance(data, list):
        raise ValueError(text)
    return tuple(found for item in data if (found := Attachment.of(item)))


def written(attachments: Sequence[Attachment]) -> str:
    """Return files as a JSON list: the opposite of :func:`read_attachments`."""
    return json.dumps([item.to_json() for item in attachments], ensure_ascii=False)


def clean_name(name: str) -> str:
    """Return the name of a file without folders and without characters that can't be seen."""
    last = PureWindowsPath(PurePosixPath(name).name).name
    seen = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C")
    stem, dot, ending = seen.strip().rpartition(".")
    if dot and len(ending) <= 10:
        return f"{stem[: _LONGEST_NAME - len(ending)]}.{ending}"
    return seen.strip()[:_LONGEST_NAME] or "file"


def type_of(name: str) -> str:
    """Return the MIME type that the ending of ``name`` stands for."""
    return mimetypes.guess_type(name, strict=False)[0] or _UNKNOWN_TYPE
