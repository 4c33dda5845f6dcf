"""``reference``: another record.

ほかの記録の1件。

Needs ``entity``, the key of the other entity.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from ..model.asking import ask
from ..model.field import Field
from ..model.reading import read_whole

if TYPE_CHECKING:
    from ..store.samples.draw import Draw


@dataclass(eq=False)
class Reference(Field[int]):
    """Another record, kept as its id."""

    name: ClassVar[str] = "reference"
    takes: ClassVar[frozenset[str]] = frozenset({"entity"})
    needs: ClassVar[frozenset[str]] = frozenset({"entity"})
    example: ClassVar[str] = "1"
    chosen: ClassVar[bool] = True
    control: ClassVar[str] = "look_up"
    filterable: ClassVar[bool] = True
    grouped: ClassVar[bool] = True

    entity: str = ""

    @classmethod
    def read(cls, text: str) -> int:
        """Read the id of the other record."""
        return read_whole(text)

    def typed(self, value: int | None) -> int | None:
        """Return the id."""
        return value

    def column(self) -> Any:
        """Keep the id."""
        from sqlalchemy import BigInteger

        return BigInteger()

    def sample(self, draw: Draw) -> int | None:
        """Return one of the records of the other entity."""
        return draw.record(self.entity)


def reference(field: Reference, *, title: str = "", feature: str = "") -> None:
    """Ask for another record."""
    ask(field, title=title, feature=feature)
