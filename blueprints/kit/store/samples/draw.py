"""What a field type draws its sample values from: chance, names, places, days, other records."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date as Day  # noqa: N812
from datetime import datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING, Any, Protocol

from . import places
from .sample_files import Keeps, SampleFiles, TakesFiles
from .words import line_subject, sentence_subject

if TYPE_CHECKING:
    from faker import Faker

    from ...model.attachment import Attachment
    from ...model.project import Project

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


class Named(Protocol):
    """A field, as far as a value is drawn by it: what it is called."""

    @property
    def title(self) -> str:
        """What people call it."""

    @property
    def key(self) -> str:
        """What the spec calls it."""


class Draw:
    """What is known while one value of one record is drawn.

    The record is one of the entity ``entity_key``, whose fields have the ``keys`` in their order.
    ``random`` and ``fake`` give the same for the same field of the same record each time. ``values``
    holds what the record has so far, ``day`` is the day on which the value is filled in, ``town``
    where the record belongs, ``number`` the number of the record, from 1.
    """

    def __init__(
        self,
        project: Project,
        entity_key: str,
        keys: Sequence[str],
        records: Mapping[str, Sequence[int]],
        files: Keeps,
    ):
        from faker import Faker as NewFaker

        self.project = project
        self.entity_key = entity_key
        self._keys = keys
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
        self._files = SampleFiles(self.random, files)

    def choose_town(self) -> None:
        """Choose where the record belongs: one of the project's towns."""
        self.town = self.random.choice(self._towns)

    def record(self, entity_key: str) -> int | None:
        """Return the id of a record of another entity; of the same one, of an earlier record."""
        ids = self._records.get(entity_key, ())
        if entity_key == self.entity_key and self.id is not None:
            earlier = self.number - 1
            ids = ids[: min(earlier, len(ids))]
        return self.random.choice(ids) if ids else None

    def line(self, field: Named) -> str:
        """Return a line of text that suits the title of ``field``."""
        texts = line_subject(field.title, field.key).texts(self.project.language)
        return self._filled(self.random.choice(texts), field)

    def sentences(self, field: Named) -> str:
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

    def pictures_for(self, field: TakesFiles) -> tuple[Attachment, ...]:
        """Return one or two pictures of streets, as many as ``field`` takes."""
        return self._files.pictures(field, self.number)

    def files_for(self, field: TakesFiles) -> tuple[Attachment, ...] | None:
        """Return one or two files of a kind that ``field`` takes, None when none can be made."""
        return self._files.files(field, self.number)

    def attached(self, field: TakesFiles, value: Sequence[Attachment]) -> tuple[Attachment, ...]:
        """Return files that a spec only names with contents to look at, where some can be made."""
        return self._files.with_content(field, value, self.number)

    def date(self, field: Named) -> Day:
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

    def clock(self, field: Named) -> time:
        """Return a time in office hours, later than the one before for an end."""
        times = [value for value in self._earlier(field) if isinstance(value, time)]
        if _END.search(field.title) and times:
            begin = times[-1].hour * 60 + times[-1].minute
            minutes = min(begin + self.random.randint(6, 36) * 5, 23 * 60 + 55)
            return time(minutes // 60, minutes % 60)
        return self.office_time().replace(second=0)

    def moment(self, field: Named) -> datetime:
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

    def range_of(self, field: Named, low: Any, high: Any) -> tuple[Any, Any]:
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

    def amount(self, field: Named, low: int | None, high: int | None) -> int:
        """Return an amount of yen: a unit price in tens, others in hundreds."""
        small = bool(_UNIT_PRICE.search(field.title))
        step = 10 if small else 100
        usual_low, usual_high = (200, 3000) if small else (500, 90_000)
        low = min(usual_low, high or usual_low) if low is None else low
        high = max(low + usual_high, usual_high) if high is None else high
        first = -(-low // step) * step
        return min(self.between(first, max(first, min(high, low + usual_high)), step), high)

    def _before(self, field: Named) -> Day | None:
        """Return the day that stands last in the fields before ``field``."""
        days = [value for value in self._earlier(field) if isinstance(value, Day)]
        last = days[-1] if days else None
        return last.date() if isinstance(last, datetime) else last

    def _earlier(self, field: Named) -> list[Any]:
        found = []
        for key in self._keys:
            if key == field.key:
                break
            found.append(self.values.get(key))
        return found

    def _filled(self, text: str, field: Named) -> str:
        return _PLACEHOLDER.sub(lambda found: self._word(found[1], field), text)

    def _word(self, name: str, field: Named) -> str:
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
