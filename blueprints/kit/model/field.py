"""What every field of an entity has in common: its title, its rules and how its value is read.

A field type is one module in :mod:`.fields`: a subclass of :class:`Field` with the function that
puts its control on a form. This module knows nothing of the browser and nothing of the database.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, TypeVar, overload

from ..texts import say

if TYPE_CHECKING:
    from typing import Self

    from sqlalchemy.types import TypeEngine

    from ..store.samples.draw import Draw

T = TypeVar("T")
Condition = Mapping[str, Sequence[str]]
"""Field key → the texts that fulfil it; several fields must all be fulfilled."""


class Record(Protocol):
    """What has fields: a record, as far as a field knows of it. ``values`` holds them by key."""

    values: dict[str, Any]


class Invalid(ValueError):
    """A text that a field does not accept; the message is for the person who typed it."""


@dataclass(eq=False)
class Field(Generic[T]):
    """One thing that is asked and kept about a record.

    On the class of an entity a field is the field itself (``Report.kind``), on a record it is the
    record's value (``report.kind``, None when empty).
    """

    name: ClassVar[str] = ""
    """The ``type:`` that a spec writes for this field."""
    takes: ClassVar[frozenset[str]] = frozenset()
    """The keys that a spec may write beside those every field has."""
    needs: ClassVar[frozenset[str]] = frozenset()
    """The keys that a spec must write."""
    example: ClassVar[str] = ""
    """A text that this type accepts, for error messages."""
    computed: ClassVar[bool] = False
    """True when nobody types the value: it is shown, never asked."""
    control: ClassVar[str] = "line"
    """The module of :mod:`.controls` that lets people type or choose the value."""
    input_type: ClassVar[str] = "text"
    """The keyboard that a tablet offers: text, tel, email, url."""
    numeric: ClassVar[bool] = False
    """True for numbers: aligned to the right, typed on a number keyboard."""
    wide: ClassVar[bool] = False
    """True for long values that no list shows unless it is told to."""
    chosen: ClassVar[bool] = False
    """True when the value is chosen rather than typed: messages ask for it with that word."""
    by_example: ClassVar[bool] = False
    """True when a form shows the example unless the spec has a help: it is typed in one way."""
    filterable: ClassVar[bool] = False
    """True when a list offers it as a filter unless it is told otherwise."""
    grouped: ClassVar[bool] = False
    """True when a chart can count records by it, a bar for each value."""

    title: str
    _: KW_ONLY
    key: str = ""
    help: str = ""
    required: bool = False
    unique: bool = False
    default: T | None = None
    feature: str = ""
    show_when: Condition = field(default_factory=dict)
    required_when: Condition = field(default_factory=dict)
    was: Sequence[str] = ()
    personal: bool = False

    def __set_name__(self, owner: type[Record], name: str) -> None:
        """Take the attribute's name as the key, unless the spec's key is no Python name."""
        self.key = self.key or name
        self._owner = owner

    @property
    def part(self) -> str:
        """What the spec calls this field as a whole: ``report.place``; its key without an entity."""
        about = getattr(getattr(self, "_owner", None), "about", None)
        return f"{about.key}.{self.key}" if about else self.key

    @property
    def first_key(self) -> str:
        """The key that the field had at first: its control keeps its id when it is renamed."""
        return (*self.was, self.key)[0]

    @overload
    def __get__(self, record: None, owner: type[Record]) -> Self: ...
    @overload
    def __get__(self, record: Record, owner: type[Record]) -> T | None: ...
    def __get__(self, record: Record | None, owner: type[Record]) -> Self | T | None:
        """Return the field on the class, its value on a record."""
        return self if record is None else record.values.get(self.key)

    def __set__(self, record: Record, value: T | None) -> None:
        """Set the value on a record; it is kept when the store saves the record."""
        record.values[self.key] = value

    @classmethod
    def read(cls, text: str) -> T:
        """Turn a text, as people or specs write it, into a value.

        Raises ValueError when the text is no such value.
        """
        raise NotImplementedError

    def parse(self, typed: object) -> T | None:
        """Turn what a control holds into a value; nothing typed is None.

        Raises Invalid with a message for the person who typed it.
        """
        if typed is None or typed == "" or typed == []:
            return None
        try:
            return self.read(str(typed).strip())
        except ValueError:
            raise Invalid(self._expected()) from None

    def _expected(self) -> str:
        """Say what this type expects; a type without words of its own shows its example."""
        try:
            return say(f"invalid.{self.name}", example=self.example)
        except KeyError:
            return say("invalid.other", example=self.example)

    def support(self) -> str:
        """Return what a form says between the label and the control; empty for nothing."""
        if self.help or not self.by_example:
            return self.help
        return say("form.example", example=self.example)

    def suffix(self) -> str:
        """Return what stands behind the value in a control, such as a unit; empty for nothing."""
        return ""

    def missing(self) -> str:
        """Ask for the value that is missing."""
        return say("invalid.unchosen" if self.chosen else "invalid.required", title=self.title)

    def problems(self, value: T | None) -> list[str]:
        """Return what this field's own rules say against ``value``; nothing when it is fine.

        Whether an empty value is allowed is decided by the entity: it may hang on other fields.
        """
        return []

    def value(self, values: Mapping[str, Any]) -> T | None:
        """Return the field's value among a record's ``values``; a computed type works it out."""
        return values.get(self.key)

    def show(self, value: T | None) -> str:
        """Return how a value reads in a list, a detail or a label."""
        return "" if value is None else str(value)

    def typed(self, value: T | None) -> Any:
        """Return what the control holds for ``value``: the opposite of :meth:`parse`."""
        return self.show(value)

    def sample(self, draw: Draw) -> T | None:
        """Return a value for a sample record, drawn by chance.

        It need not keep the rules: what breaks one is drawn again.
        """
        try:
            return self.parse(self.example)
        except Invalid:
            return None

    def column(self) -> TypeEngine[Any]:
        """Return the type of the database column that keeps the value."""
        from sqlalchemy import Text

        return Text()

    def to_column(self, value: T | None) -> Any:
        """Return ``value`` as the database keeps it."""
        return value

    def from_column(self, stored: Any) -> T | None:
        """Return the value of what the database kept."""
        return stored  # type: ignore[no-any-return]
