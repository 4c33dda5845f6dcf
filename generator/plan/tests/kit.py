"""The kit's own fields and texts: what the prototype will say, so that tests can expect it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from blueprints.kit.texts import say, speaking
from generator.kit import Kit
from generator.spec.judge import judge, read
from generator.spec.model import EntityField
from generator.spec.vocabulary import FieldType, Vocabulary

if TYPE_CHECKING:
    from blueprints.kit.fields.text import Text
    from blueprints.kit.model.field import Field


@dataclass(frozen=True)
class ProjectKit:
    """The kit of the blueprints in use, and the language of the project.

    Its own texts, and those of its fields, are in that language within :meth:`speaking`.
    """

    types: Mapping[str, FieldType]
    kit: Kit
    language: str

    @classmethod
    def of(cls, vocabulary: Vocabulary, language: str) -> ProjectKit:
        """Return the kit in which the field types of ``vocabulary`` are defined."""
        return cls(vocabulary.field_types, vocabulary.kit, language)

    def speaking(self) -> AbstractContextManager[None]:
        """Let the kit speak the language of the project within a block, and nowhere else."""
        return self.kit.own(speaking)(self.language)

    def say(self, key: str, **values: object) -> str:
        """Return a text that the kit shows."""
        return self.kit.own(say)(key, **values)

    def words(self, subject: str) -> list[str]:
        """Return the texts of the kit about ``subject`` that have no placeholders."""
        texts = self.kit.module(f"texts.{subject}").TEXTS
        return [
            self.say(f"{subject}.{key}")
            for key, translations in texts.items()
            if "{" not in translations[0]
        ]

    def shown(self, field: EntityField, text: str) -> str:
        """Return how the prototype shows a value that a spec writes as ``text``."""
        return self.field(field).show(read(self.types[field.type], text))

    def field(self, field: EntityField) -> Field[Any]:
        """Return the field that the prototype will have."""
        kit_field = judge(field, self.types[field.type])
        if field.pattern and field.pattern.message:
            cast("Text", kit_field).pattern_message = field.pattern.message
        return kit_field
