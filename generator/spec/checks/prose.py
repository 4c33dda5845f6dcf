"""A link in the text of a screen leads to a screen, or out of the prototype by a whole address."""

from __future__ import annotations

from collections.abc import Iterator

from generator.spec.model import Spec
from generator.spec.problems import Finding, unknown
from generator.spec.prose import read_prose
from generator.spec.vocabulary import Vocabulary


def check(spec: Spec, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Look up the screens to which the texts of screens lead."""
    for key, screen in spec.screens.items():
        for link in read_prose(screen.text).links if screen.text else ():
            if not link.outside and link.target not in spec.screens:
                path = ("screens", key, "text")
                wanted = ("screens", link.target)
                yield unknown(
                    "screen", path, link.target, spec.screens, wanted, at_text=link.target
                )
