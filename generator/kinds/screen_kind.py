"""The traits of a screen kind: all that other modules know about it, as in ``kind.yaml``.

A trait that a file leaves out is the default of its field here.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from generator.messages import Language

FROM_RECORDS = "records"
"""A screen of one record that is opened from every screen that shows several."""

Doing = Literal["menu", "choose", "add", "as_list", "count", "save", "edit", "print", "link"]
"""The action that leads from one screen to another; ``drawing.doing`` holds the words."""


class _Traits(BaseModel):
    """The base of what a file declares: unknown keys are errors, values are frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Way(_Traits):
    """Where a screen of a kind leads: to the first screen of ``kinds``, or to ``each`` of them.

    They are screens of the same entity, or of those that its tiles are about. With ``entering`` the
    kinds are those on which a record is entered. With ``when`` there is a way only where this key
    of the screen is not turned off. With ``menu`` it leads to whatever a menu leads to; with
    ``links_in`` to what the text under this key of the screen links to.
    """

    kinds: tuple[str, ...] = ()
    entering: bool = False
    each: bool = False
    when: str = ""
    menu: bool = False
    links_in: str = ""


class Derived(_Traits):
    """Screens of a kind that a prototype has without a spec that names them.

    ``when`` is ``once`` for a prototype that has none, ``always`` for an entity that has none, and
    ``alone`` for an entity without any screen. In ``title``, ``{title}`` is that of the entity.
    """

    when: Literal["once", "alone", "always"]
    title: dict[Language, str]


def _short(way: object) -> object:
    return {"kinds": way} if isinstance(way, list | tuple) else way


class ScreenKind(_Traits):
    """A screen kind.

    - ``description``: for people who choose a kind in an editor, a line a language;
    - ``order``: its place among the kinds where they are listed, the smallest first;
    - ``takes``, ``needs``: the keys it understands beside those of every screen, and must have;
    - ``entity``: it shows records of an entity;
    - ``start``: it is what opens first;
    - ``opened_from``: it shows one record, and no menu leads there but other screens do, either
      those that show several (:data:`FROM_RECORDS`) or those of the kind that is named;
    - ``enters``: somebody enters a record on it;
    - ``acts``: a record goes on to another state on it;
    - ``prints``: ``generate print`` makes a PDF of it;
    - ``placed_by``: the key that names the field by which it places records, the state by default;
    - ``fields_named_in``: the keys in whose texts ``{field}`` stands for a value of the record;
    - ``derived``: when a prototype has one that the spec does not name;
    - ``ways``: where it leads, by what somebody does for that.
    """

    name: str = ""
    description: str = ""
    order: int = 1_000
    takes: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    entity: bool = False
    start: bool = False
    opened_from: str = ""
    enters: bool = False
    acts: bool = False
    prints: bool = False
    placed_by: str = ""
    fields_named_in: tuple[str, ...] = ()
    derived: Derived | None = None
    ways: dict[Doing, Annotated[Way, BeforeValidator(_short)]] = Field(default_factory=dict)

    @property
    def one_record(self) -> bool:
        """Whether it shows one record, which its address names."""
        return bool(self.opened_from)

    @property
    def many_records(self) -> bool:
        """Whether it shows several records, from which one can be chosen."""
        return self.entity and not self.one_record and not self.enters

    @property
    def limits_its_record(self) -> bool:
        """Whether ``where`` says which records may be shown alone; elsewhere, which are listed."""
        return self.one_record and "where" in self.takes


NOT_BUILT = ScreenKind()
"""The traits of a screen whose kind no blueprint brings: none."""
