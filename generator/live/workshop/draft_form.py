"""A form made with the prototype's kit; what is typed is kept as a draft until it is recorded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from generator.live import kit
from generator.messages import text

from .participant import Participant

if TYPE_CHECKING:
    from blueprints.kit.controls.field_part import FieldPart
    from blueprints.kit.model.field import Field

_MOST = 1000
"""Characters of a reason, a question, an answer."""

WHO = "by"
"""The field with the name of whoever decides, asks or answers."""

_NO_TEXTS = {WHO, "phase"}
"""Fields that are filled in by default or chosen with one touch: alone they make no draft."""


class DraftForm:
    """The fields at ``place``, which is what drafts are kept for."""

    def __init__(self, who: Participant, place: str) -> None:
        self._who = who
        self._place = place
        self._draft = who.drafts.of(place)
        self._came_back = any(name not in _NO_TEXTS for name in self._draft)
        self._parts: dict[str, FieldPart] = {}

    @property
    def came_back(self) -> bool:
        """Whether something is in the fields that was typed before."""
        return self._came_back

    def line(self, name: str, *, typed: str = "", label: str = "", required: bool = False) -> None:
        """Ask for a line of text; ``typed`` is offered where there is no draft."""
        self._draft.setdefault(name, typed)
        self._text("text", name, label, required)

    def lines(self, name: str, *, typed: str = "", required: bool = False) -> None:
        """Ask for a text of several lines; ``typed`` is offered where there is no draft."""
        self._draft.setdefault(name, typed)
        self._text("multiline", name, name, required)

    def name(self, label: str) -> None:
        """Ask for the name of whoever decides, asks or answers; the most likely one is offered."""
        self._draft.setdefault(WHO, self._who.name)
        self.line(WHO, label=label, required=True)

    def choice(
        self,
        name: str,
        options: Mapping[str, str],
        preferred: str,
        now: str,
        on_change: Callable[[], object],
    ) -> None:
        """Ask for one of ``options``, key → text.

        At first the key ``preferred`` is chosen; if empty, what was chosen before, else ``now``.
        """
        self._keys = dict(zip(_distinct(options), options, strict=True))
        titles = {key: title for title, key in self._keys.items()}
        field = kit.new_field(
            "choice", text(f"workshop.{name}"), key=name, required=True, choices=[*titles.values()]
        )
        before = self._draft.get(name, "") if self.came_back else ""
        typed = titles.get(preferred) or (before if before in self._keys else titles.get(now, ""))
        self._put(name, field, typed, on_change)

    def key(self, name: str) -> str:
        """Return the key of what is chosen in the field ``name``."""
        return self._keys.get(str(self._parts[name].typed or ""), "")

    def typed(self, name: str) -> str:
        """Return the text in the field ``name`` without spaces around it."""
        return str(self._parts[name].typed or "").strip()

    def show_problem(self, name: str, problem: str) -> None:
        """Show a ``problem`` at the field ``name``; an empty text removes it."""
        self._parts[name].say_wrong(problem)

    def validate(self) -> bool:
        """Show at each field that is empty or too long what is wrong; return whether none is."""
        problems = {name: self._problem_of(part) for name, part in self._parts.items()}
        for name, problem in problems.items():
            self._parts[name].say_wrong(problem)
        first = next((name for name, problem in problems.items() if problem), None)
        if first:
            self._parts[first].control.focus()
        return first is None

    def drop(self) -> None:
        """Forget the draft: what was typed is recorded."""
        self._who.drafts.drop(self._place)

    def _problem_of(self, part: FieldPart) -> str:
        value = str(part.typed or "").strip()
        if not value:
            return str(part.field.missing()) if part.field.required else ""
        return str(next(iter(part.field.problems(value)), ""))

    def _text(self, kind: str, name: str, label: str, required: bool) -> None:
        field = kit.new_field(
            kind,
            text(f"workshop.{label or name}"),
            key=name,
            help=_help(label or name),
            required=required,
            max_length=_MOST,
        )
        self._put(name, field, self._draft.get(name, ""), lambda: None)

    def _put(
        self, name: str, field: Field[str], typed: str, on_change: Callable[[], object]
    ) -> None:
        def changed(part: FieldPart) -> None:
            self._who.drafts.keep(self._place, name, str(part.typed or ""))
            on_change()

        with kit.keys.keyed("form", self._place):
            self._parts[name] = kit.field_part.FieldPart(
                field, self._who.store, typed=typed, required=field.required, on_change=changed
            )


def _distinct(options: Mapping[str, str]) -> list[str]:
    """Return the titles of ``options``; two that read the same are distinguished by their keys."""
    texts = list(options.values())
    return [
        title if texts.count(title) == 1 else f"{title} ({key})" for key, title in options.items()
    ]


def _help(label: str) -> str:
    try:
        return text(f"workshop.{label}_help")
    except KeyError:
        return ""
