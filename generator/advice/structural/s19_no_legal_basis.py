"""An application, a decision or a permit without the article it rests on or the form's number.

What has to be asked, and what has to stand on the paper, is written there, not in the room.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.advice.rules import Blocks, Gap
from generator.spec.model import Process, Spec

BLOCKS = Blocks.WORDING

_OFFICIAL = re.compile(
    "申請|届出|届け出|許可|認可|交付|決定通知|減免|給付|認定|督促"
    "|(?i:\\b(?:permits?|licen[cs]es?|grants?|subsid(?:y|ies)|official notice)\\b)"
)


def find(spec: Spec) -> Iterator[Gap]:
    """Find official processes without a basis, and printed papers without a number."""
    for key, process in spec.processes.items():
        if not process.basis and _is_official(process):
            yield Gap(("processes", key), "basis")
    for key, screen in spec.screens.items():
        if "form_number" in screen.traits.takes and not screen.form_number:
            yield Gap(("screens", key), "form")


def _is_official(process: Process) -> bool:
    titles = [process.title, *(step.title for step in process.steps.values())]
    return any(map(_OFFICIAL.search, titles))
