"""What a field type draws its sample values from: chance, names, places, days, other records."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date as Day  # noqa: N812
from datetime import datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING, Any, TypeVar

from ...files import pictures
from ...model.attachment import Attachment, type_of
from ...texts import say
from . import places
from .papers import MADE, paper
from .words import line_subject, sentence_subject

if TYPE_CHECKING:
    from faker import Faker

    from ...fields.file import File
    from ...model.entity import Entity
    from ...model.field import Field
    from ...model.project import Project
    from ..files import Files

T = TypeVar("T")

OPENS = time(8, 30)
OFFICE_MINUTES = 525
"""From 8:30 to 17:15."""

_BIRTH = re.compile("生年月日|誕生|birth", re.I)
_LONG_AGO = re.compile("設立|設置|就任|取得|購入|竣工|建築|since|founded|built|bought", re.I)
_LATER = re.compile(
    "期限|締切|締め切り|期日|予定|希望|納付|利用日|開催|実施日|返却|deadline|due|planned|wish", re.I
)
_END = re.compile("終了|完了|終わり|至$|まで|解除|返納|end|finish|until|completed", re.I)
_UNIT_PRICE = re.compile("単価|1時間|時給|unit price|rate", re.I)
_SIZES = (
    (re.compile("年齢|age", re.I), (18, 90)),
    (re.compile("定員|収容|capacity", re.I), (10, 200)),
    (re.compile("頭数|匹|羽", re.I), (1, 4)),
    (re.compile("人数|参加|世帯|people|members", re.I), (1, 40)),
    (re.compile("距離|延長|km|distance|length", re.I), (1, 40)),
    (re.compile("時間|hours", re.I), (1, 8)),
)
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


class Draw:
    """What is known while one value of one record is drawn.

    ``random`` and ``fake`` give the same for the same field of the same record each time. ``values``
    holds what the record has so far, ``day`` is the day on which the value is filled in, ``town``
    where the record belongs, ``number`` the number of the record, from 1.
    """

    def __init__(
        self,
        project: Project,
        entity: type[Entity],
        records: Mapping[str, Sequence[int]],
        files: Files,
    ):
        from faker import Faker as NewFaker

        self.project = project
        self.entity = entity
        self.random = Random()
        self.fake: Faker = NewFaker("ja_JP" if project.language == "ja" else "en_US")
        self.fake.random = self.random  # type: ignore[attr-defined]  # its stubs lack it
        self.values: dict[str, Any] = {}
        self.day = project.sample_date
        self.number = 1
        self.id: int | None = None
        self._towns = places.towns_of(project.organizations)
        self.town = self._towns[0]
        self._records = records
        self._files = files
        self._kept: dict[tuple[str, int, int], Attachment] = {}

    def choose_town(self) -> None:
        """Choose where the record belongs: one of the project's towns."""
        self.town = self.random.choice(self._towns)

    def record(self, entity_key: str) -> int | None:
        """Return the id of a record of another entity; of the same one, of an earlier record."""
        ids = self._records.get(entity_key, ())
        if entity_key == self.entity.about.key and self.id is not None:
            earlier = self.number - 1
            ids = ids[: min(earlier, len(ids))]
        return self.random.choice(ids) if ids else None

    def line(self, field: Field[Any]) -> str:
        """Return a line of text that suits the title of ``field``."""
        texts = line_subject(field.title, field.key).texts(self.project.language)
        return self._filled(self.random.choice(texts), field)

    def sentences(self, field: Field[Any]) -> str:
        """Return one or two sentences that suit the title of ``field``."""
        subject = sentence_subject(field.title, field.key)
        texts = subject.texts(self.project.language)
        count = min(self.random.randint(1, 2), len(texts))
        between = "" if self.project.language == "ja" else " "
        return between.join(self._filled(text, field) for text in self.random.sample(texts, count))

    def address(self) -> str:
        """Return an address in the record's town."""
        return places.address(self.town, self.random, self.project.language)

    def position(self) -> str:
        """Return latitude and longitude of a spot in the record's town."""
        return places.position(self.town, self.random)

    def postal_code(self) -> str:
        """Return a postal code of the record's town."""
        return places.postal_code(self.town, self.random)

    def phone(self) -> str:
        """Return a telephone number that nobody can have: no exchange begins with 0."""
        return f"0242-00-{self.random.randint(0, 9999):04}"

    def email(self) -> str:
        """Return an address in the domain that is kept for examples."""
        return f"user{self.random.randint(1, 9999):04}@example.lg.jp"

    def pictures_for(self, field: File) -> tuple[Attachment, ...]:
        """Return one or two pictures of streets, as many as ``field`` takes."""
        return tuple(
            self._sample_file(".jpg", number % pictures.SAMPLES, field, "file.sample_picture")
            for number in self._numbers(field)
        )

    def files_for(self, field: File) -> tuple[Attachment, ...] | None:
        """Return one or two files of a kind that ``field`` takes, None when none can be made."""
        ending = next((ending for ending in field.endings or MADE if ending in MADE), None)
        if ending is None:
            return None
        return tuple(
            self._sample_file(ending, number % pictures.SAMPLES, field, "file.sample_file")
            for number in self._numbers(field)
        )

    def _numbers(self, field: File) -> range:
        return range(self.number, self.number + self.random.randint(1, min(field.most, 2)))

    def _sample_file(self, ending: str, number: int, field: File, name: str) -> Attachment:
        """Return a sample file whose content is kept; each is made once."""
        key = (ending, number, field.most_bytes)
        if key not in self._kept:
            content, small = paper(ending, number), b""
            if field.pictures:
                made = pictures.drawn(number, field.most_bytes)
                content, small = made.whole, made.small
            called = say(name, number=number + 1).removesuffix(ending) + ending
            digest = self._files.keep(content, small)
            self._kept[key] = Attachment(called, digest, len(content), type_of(called))
        return self._kept[key]

    def attached(self, field: File, value: Sequence[Attachment]) -> tuple[Attachment, ...]:
        """Return files that a spec only names with contents to look at, where some can be made."""
        return tuple(
            self._as_named(item, field, number) for number, item in enumerate(value, self.number)
        )

    def _as_named(self, item: Attachment, field: File, number: int) -> Attachment:
        ending = f".{item.name.rpartition('.')[2].lower()}"
        if field.pictures:
            ending = ".jpg"
        if item.hash or ending not in MADE:
            return item
        made = self._sample_file(ending, number % pictures.SAMPLES, field, "file.sample_file")
        return Attachment(item.name, made.hash, made.size, made.type)

    def date(self, field: Field[Any]) -> Day:
        """Return a day that suits the title of ``field`` and the days that the record has."""
        title = f"{field.title} {field.key}"
        if _BIRTH.search(title):
            return self.project.sample_date - timedelta(self.random.randint(20 * 365, 85 * 365))
        if _LONG_AGO.search(title):
            return self.project.sample_date - timedelta(self.random.randint(365, 20 * 365))
        before = self._before(field)
        if _END.search(title) and before:
            return before + timedelta(self.random.randint(0, 5))
        if _LATER.search(title):
            latest = max(self.day, before or self.day)
            return latest + timedelta(self.random.randint(3, 40))
        return self.day - timedelta(self.random.randint(0, 5))

    def clock(self, field: Field[Any]) -> time:
        """Return a time in office hours, later than the one before for an end."""
        times = [value for value in self._earlier(field) if isinstance(value, time)]
        if _END.search(field.title) and times:
            begin = times[-1].hour * 60 + times[-1].minute
            minutes = min(begin + self.random.randint(6, 36) * 5, 23 * 60 + 55)
            return time(minutes // 60, minutes % 60)
        return self.office_time().replace(second=0)

    def moment(self, field: Field[Any]) -> datetime:
        """Return a day and a time in office hours; an end comes some hours after its beginning."""
        moments = [value for value in self._earlier(field) if isinstance(value, datetime)]
        if _END.search(f"{field.title} {field.key}") and moments:
            return moments[-1] + timedelta(minutes=self.random.randint(6, 60) * 5)
        return datetime.combine(self.date(field), self.clock(field))

    def office_time(self) -> time:
        """Return a time in office hours, in steps of five minutes."""
        minutes = self.random.randrange(0, OFFICE_MINUTES, 5)
        return (datetime.combine(Day.min, OPENS) + timedelta(minutes=minutes)).time()

    def between(self, low: int, high: int, step: int = 1) -> int:
        """Return a number from ``low`` to ``high`` in steps, with small ones more often."""
        steps = max(high - low, 0) // step
        return low + int(steps * self.random.random() ** 1.5 + 0.5) * step

    def range_of(self, field: Field[Any], low: Any, high: Any) -> tuple[Any, Any]:
        """Return from where to where numbers go: the field's bounds, or what its title suggests."""
        usual_low, usual_high = next(
            (bounds for about, bounds in _SIZES if about.search(f"{field.title} {field.key}")),
            (1, 60),
        )
        if low is None:
            low = (
                usual_low if high is None or usual_low <= high else high - (usual_high - usual_low)
            )
        if high is None:
            high = max(usual_high, low + (usual_high - usual_low))
        return low, min(high, max(usual_high, low + (usual_high - usual_low)))

    def amount(self, field: Field[Any], low: int | None, high: int | None) -> int:
        """Return an amount of yen: a unit price in tens, others in hundreds."""
        small = bool(_UNIT_PRICE.search(field.title))
        step = 10 if small else 100
        usual_low, usual_high = (200, 3000) if small else (500, 90_000)
        low = min(usual_low, high or usual_low) if low is None else low
        high = max(low + usual_high, usual_high) if high is None else high
        first = -(-low // step) * step
        return min(self.between(first, max(first, min(high, low + usual_high)), step), high)

    def _before(self, field: Field[Any]) -> Day | None:
        """Return the day that stands last in the fields before ``field``."""
        days = [value for value in self._earlier(field) if isinstance(value, Day)]
        last = days[-1] if days else None
        return last.date() if isinstance(last, datetime) else last

    def _earlier(self, field: Field[Any]) -> list[Any]:
        found = []
        for key in self.entity.fields:
            if key == field.key:
                break
            found.append(self.values.get(key))
        return found

    def _filled(self, text: str, field: Field[Any]) -> str:
        return _PLACEHOLDER.sub(lambda found: self._word(found[1], field), text)

    def _word(self, name: str, field: Field[Any]) -> str:
        japanese = self.project.language == "ja"
        if name == "person":
            return str(self.fake.name())
        if name == "family":
            return str(self.fake.last_name())
        if name == "company":
            return str(self.fake.company())
        if name == "town":
            return self.town.name if japanese else self.town.latin
        if name == "area":
            return self.random.choice(places.AREAS if japanese else places.LATIN_AREAS)
        if name == "number":
            return str(self.random.randint(1, 30))
        return field.title
