"""Records that only go forwards: no 差戻し, no 取下げ, no 取消.

Mistakes happen at every step, and without a way back they are mended by telephone. A way to an
earlier state is one, and so is any that asks for a reason or is called after taking something back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.advice.rules import Blocks, Gap
from generator.spec.model import Entity, Spec, Transition

BLOCKS = Blocks.DECISION

_BACK = re.compile(
    "戻|取り?消|取り?下|却下|不許可|不承認|やり直|訂正|キャンセル|中止|撤回|辞退"
    "|(?i:back|cancel|withdraw|reject|undo|return|reopen|revoke|decline)"
)


def find(spec: Spec) -> Iterator[Gap]:
    """Find entities whose records go through three states or more and never back."""
    for key, entity in spec.entities.items():
        ways = entity.transitions.values()
        if len(entity.states) > 2 and ways and not any(_is_back(entity, way) for way in ways):
            yield Gap(("entities", key))


def _is_back(entity: Entity, way: Transition) -> bool:
    order = list(entity.states)
    earlier = way.to in order and any(
        state in order and order.index(way.to) < order.index(state) for state in way.from_
    )
    return earlier or way.reason or bool(_BACK.search(f"{way.title} {way.to}"))
