"""Personal data without who may see it, or how long it is kept.

The law asks for both, and a prototype shows by its roles who sees what. Fields marked ``personal``
count, and those whose type or title says so. ``keep`` of the entity says for how long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.advice.rules import Blocks, Gap
from generator.spec.model import Entity, EntityField, Screen, Spec

BLOCKS = Blocks.DECISION

_TYPES = ("email", "phone", "address")
_TITLES = re.compile(
    "氏名|フリガナ|ふりがな|生年月日|電話番号|メールアドレス|個人番号|マイナンバー|口座番号"
    "|(?i:\\b(?:full name|date of birth|birthday|e-?mail|home address)\\b)"
)


def find(spec: Spec) -> Iterator[Gap]:
    """Find entities with personal data that everybody sees, or that are kept for ever."""
    for key, entity in spec.entities.items():
        personal = {name: field for name, field in entity.fields.items() if _is_personal(field)}
        if not personal:
            continue
        values = {"fields": "・".join(field.title for field in list(personal.values())[:5])}
        if any(_shows(screen, key, entity, set(personal)) for screen in spec.screens.values()):
            yield Gap(("entities", key), "seen", values)
        if not entity.keep:
            yield Gap(("entities", key), "keep", values)


def _is_personal(field: EntityField) -> bool:
    return field.personal or field.type in _TYPES or bool(_TITLES.search(field.title))


def _shows(screen: Screen, key: str, entity: Entity, personal: set[str]) -> bool:
    """Tell whether the screen shows any of ``personal`` to everybody."""
    if screen.roles or screen.entity != key:
        return False
    of_steps = [name for step in screen.steps.values() for name in step.fields]
    named = {use.field for use in (*screen.columns, *screen.fields)} | set(of_steps)
    return bool(personal & (named or set(entity.fields)))
