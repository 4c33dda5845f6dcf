"""Draws files for sample records: pictures of streets, short papers; each is made once."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import IO, Protocol

from ...files import pictures
from ...model.attachment import Attachment, type_of
from ...texts import say
from .papers import MADE, paper


class TakesFiles(Protocol):
    """What a field says of the files that it takes."""

    @property
    def pictures(self) -> bool:
        """True when every file is a picture."""

    @property
    def endings(self) -> Sequence[str]:
        """The endings that a name may have, each with its point; empty for any."""

    @property
    def most(self) -> int:
        """How many files there may be."""

    @property
    def most_bytes(self) -> int:
        """How large each file may be."""


class Keeps(Protocol):
    """Where the contents of files are kept."""

    def keep(self, content: bytes | IO[bytes], small: bytes = b"") -> str:
        """Keep ``content`` with the small copy of a picture; return its hash."""


class SampleFiles:
    """Draws the files of one entity's records, with a chance that it is lent."""

    def __init__(self, random: Random, files: Keeps) -> None:
        self._random = random
        self._files = files
        self._kept: dict[tuple[str, int, int], Attachment] = {}

    def pictures(self, field: TakesFiles, record: int) -> tuple[Attachment, ...]:
        """Return one or two pictures of streets for the record of that number."""
        return tuple(
            self._sample(".jpg", number % pictures.SAMPLES, field, "file.sample_picture")
            for number in self._numbers(field, record)
        )

    def files(self, field: TakesFiles, record: int) -> tuple[Attachment, ...] | None:
        """Return one or two files of a kind that ``field`` takes, None when none can be made."""
        ending = next((ending for ending in field.endings or MADE if ending in MADE), None)
        if ending is None:
            return None
        return tuple(
            self._sample(ending, number % pictures.SAMPLES, field, "file.sample_file")
            for number in self._numbers(field, record)
        )

    def with_content(
        self, field: TakesFiles, named: Sequence[Attachment], record: int
    ) -> tuple[Attachment, ...]:
        """Return files that a spec only names with contents to look at, where some can be made."""
        return tuple(
            self._as_named(item, field, number) for number, item in enumerate(named, record)
        )

    def _numbers(self, field: TakesFiles, record: int) -> range:
        return range(record, record + self._random.randint(1, min(field.most, 2)))

    def _sample(self, ending: str, number: int, field: TakesFiles, name: str) -> Attachment:
        """Return a sample file whose content is kept; each is made once."""
        key = (ending, number, field.most_bytes)
        if key not in self._kept:
            content, small = paper(ending, number), b""
            if field.pictures:
                picture = pictures.drawn(number, field.most_bytes)
                content, small = picture.whole, picture.small
            called = say(name, number=number + 1).removesuffix(ending) + ending
            digest = self._files.keep(content, small)
            self._kept[key] = Attachment(called, digest, len(content), type_of(called))
        return self._kept[key]

    def _as_named(self, item: Attachment, field: TakesFiles, number: int) -> Attachment:
        ending = f".{item.name.rpartition('.')[2].lower()}"
        if field.pictures:
            ending = ".jpg"
        if item.hash or ending not in MADE:
            return item
        sample = self._sample(ending, number % pictures.SAMPLES, field, "file.sample_file")
        return Attachment(item.name, sample.hash, sample.size, sample.type)
