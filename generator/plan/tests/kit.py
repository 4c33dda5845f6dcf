"""The kit's own fields and texts: what the prototype will say, so that tests can expect it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import Any, Protocol, cast

from generator.spec.judge import judge, read
from generator.spec.model import EntityField
from generator.spec.vocabulary import FieldType, Vocabulary, kit_of


class KitField(FieldType, Protocol):
    """A field of the kit, as far as tests look at it."""

    control: str
    required: bool
    numeric: bool

    def parse(self, typed: object) -> Any:
        """Return the value of what a control holds; raises ValueError with a message."""

    def missing(self) -> str:
        """Return what is said when there is no value."""

    def show(self, value: Any) -> str:
        """Return how ``value`` reads."""

    def typed(self, value: Any) -> Any:
        """Return what the control holds for ``value``."""


@dataclass(frozen=True)
class Kit:
    """The kit of the blueprints in use, speaking the language of the project."""

    types: Mapping[str, type[FieldType]]
    texts: ModuleType
    language: str

    @classmethod
    def of(cls, vocabulary: Vocabulary, language: str) -> Kit:
        """Return the kit in which the field types of ``vocabulary`` are defined."""
        kind = next(iter(vocabulary.field_types.values()))
        texts = kit_of(kind, "texts")
        texts.speak(language)
        return cls(vocabulary.field_types, texts, language)

    def say(self, key: str, **values: object) -> str:
        """Return a text that the kit shows."""
        return str(self.texts.say(key, **values))

    def words(self, subject: str) -> list[str]:
        """Return what the kit says of ``subject``, without what is filled in."""
        texts = import_module(f"{self.texts.__name__}.{subject}").TEXTS
        return [self.say(f"{subject}.{key}") for key, said in texts.items() if "{" not in said[0]]

    def shown(self, field: EntityField, text: str) -> str:
        """Return how a value reads that a spec writes as ``text``."""
        return self.field(field).show(read(self.types[field.type], text))

    def field(self, field: EntityField) -> KitField:
        """Return the field that the prototype will have."""
        made = judge(field, self.types[field.type])
        if field.pattern and field.pattern.message:
            made.pattern_message = field.pattern.message  # type: ignore[attr-defined]
        return cast("KitField", made)
