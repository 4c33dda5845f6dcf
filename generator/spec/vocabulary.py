"""What the language must know of field types and screen kinds without depending on them.

The blueprints bring both; what is promised but no blueprint brings yet is known by name, so that a
spec may use it, with a notice that it is not built yet.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from generator.kinds.screen_kind import ScreenKind
from generator.kit import Kit

if TYPE_CHECKING:
    from blueprints.kit.model.field import Field

FieldType: TypeAlias = "type[Field[Any]]"
"""A field type, which is a class of the kit.

A type whose settings can be wrong in ways of their own has a class method
``wrong_settings(settings: Mapping[str, object]) -> Iterable[str]`` too, which names the keys whose
values it can't work with.
"""

LANGUAGE_FIELD_TYPES = (
    "text multiline integer decimal money percent date time datetime year_month boolean choice "
    "multi_choice reference auto_number calculated email phone postal_code address url location "
    "photo file"
).split()

EVERY_FIELD_TAKES = frozenset(
    "title type help feature was required default show_when required_when personal unique".split()
)
EVERY_SCREEN_TAKES = frozenset("title kind entity roles feature help was options".split())

RECORD_FIELDS = ("state", "created_at", "updated_at")
"""What every record has beside its own fields."""


@dataclass(frozen=True)
class Vocabulary:
    """The field types and screen kinds that the blueprints in use can build, kinds in their order.

    ``advice_rules`` are the rules of the advice that a spec may name; the field types are a part of
    ``kit``. A spec may name ``promised_kinds`` too, though none can be built yet.
    """

    field_types: Mapping[str, FieldType]
    screen_kinds: Mapping[str, ScreenKind]
    advice_rules: tuple[str, ...] = ()
    kit: Kit = field(default_factory=Kit)
    promised_kinds: tuple[str, ...] = ()

    @property
    def known_types(self) -> list[str]:
        """Every field type that a spec may name, built or not."""
        return [*dict.fromkeys([*LANGUAGE_FIELD_TYPES, *self.field_types])]

    @property
    def known_kinds(self) -> list[str]:
        """Every screen kind that a spec may name, built or not."""
        return [*self.screen_kinds, *self.promised_kinds]
