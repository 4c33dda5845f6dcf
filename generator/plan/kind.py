"""How the screens of a kind are planned, and what their tests are to expect.

A kind defines what is special to it in a class derived from :class:`KindPlanner` in its
``kind.py``. What can be declared as data stands in its ``kind.yaml``, see
:mod:`generator.kinds.screen_kind`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from generator.blueprints import Blueprints
from generator.kinds.screen_kind import ScreenKind
from generator.pycode import Expression, UnboundCall
from generator.spec.model import Screen

from .entities import EntityPlan
from .screen import ScreenPlan
from .tests.context import ProjectContext
from .tests.parts import Part, filter_parts, line_parts

MOST_COLUMNS = 6
MOST_FILTERS = 3


@dataclass(frozen=True)
class KindPlanner:
    """Plans the screens of a kind that has ``traits``; as it stands, for a kind without a class.

    ``texts`` are the subjects of the kit's texts (``kit/texts/<subject>.py``) that are read on such
    a screen beside those of its frame. With ``shows_lines``, the values of a record are shown as
    lines of title and value.
    """

    traits: ScreenKind
    texts: ClassVar[tuple[str, ...]] = ()
    shows_lines: ClassVar[bool] = False

    def columns(self, entity: EntityPlan) -> Sequence[str]:
        """Return the keys of the columns when the spec names none: short fields, and the state."""
        short = [field.key for field in entity.fields if not field.wide]
        if not entity.flow:
            return short[:MOST_COLUMNS]
        return [*short[: MOST_COLUMNS - 1], "state"]

    def filters(self, entity: EntityPlan) -> Sequence[str]:
        """Return the keys of the filters when the spec names none: the state, and choices."""
        keys = ["state"] if entity.flow else []
        keys += [field.key for field in entity.fields if field.filterable]
        return keys[:MOST_FILTERS]

    def fields(self, entity: EntityPlan) -> Sequence[str]:
        """Return the keys of the fields when the spec names none: all that somebody types."""
        return [field.key for field in entity.fields if not field.computed]

    def settings(self, screen: Screen, entity: EntityPlan | None) -> Mapping[str, Expression]:
        """Return the arguments for the kind's own function beside those that every kind's has."""
        return {}

    def tests(self, screen: ScreenPlan, context: ProjectContext) -> object:
        """Return what its ``test.py.jinja`` finds as ``tests.kind``.

        It may have ``left_out``, which says what could not be tested and why, and ``structure``,
        that of the screen as lines of an aria snapshot.
        """
        return None

    def parts(
        self, screen: ScreenPlan, context: ProjectContext, answers: Mapping[str, str]
    ) -> Iterator[Part]:
        """Yield the parts whose titles can be read on ``screen``, whose form has ``answers``.

        Those are the lines of its records, if it shows such, and its filters.
        """
        if self.shows_lines:
            yield from line_parts(screen, context)
        yield from filter_parts(screen, context)

    def other_words(self, screen: ScreenPlan, context: ProjectContext) -> Iterator[str]:
        """Yield what else may be read on a screen of this kind, whatever its parts are called."""
        yield from (other.title for other in context.screens)

    def walked(self, screen: ScreenPlan, context: ProjectContext) -> Sequence[UnboundCall] | None:
        """Return how the walk of a process enters a record here, None where it only looks.

        Raises NotWalkedError when no test can fill the screen in.
        """
        return None


class NotWalkedError(Exception):
    """A step of a process can't be walked; the message says why."""


def planners(blueprints: Blueprints) -> dict[str, KindPlanner]:
    """Return what plans the screens of each kind. Raises BlueprintError."""
    kinds = blueprints.vocabulary.screen_kinds
    return {
        name: blueprints.kind_class(name, KindPlanner)(traits) for name, traits in kinds.items()
    }
