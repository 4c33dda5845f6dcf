"""A field on a form: label, help, control and error, tied together for eyes and screen readers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from nicegui import ui

from ..model.field import Field
from ..model.phases import Standing
from ..page.keys import keyed
from ..page.widgets import chip, words
from ..texts import say
from . import BaseControl, Setting, control_class
from .shown import Control as ShownControl

if TYPE_CHECKING:
    from ..store import Store


class FieldPart:
    """A field as it stands on a form. ``typed`` is what its control holds right now."""

    def __init__(
        self,
        field: Field[Any],
        store: Store,
        *,
        title: str = "",
        typed: Any = None,
        required: bool = False,
        standing: Standing | None = None,
        on_change: Callable[[FieldPart], object] = lambda _: None,
        on_leave: Callable[[FieldPart], object] = lambda _: None,
    ) -> None:
        self.field = field
        self.title = title or field.title
        self._standing = standing or Standing()
        self._required = required
        with keyed("field", field.first_key) as html_id:
            self.html_id = html_id
            setting = Setting(
                field=field,
                store=store,
                html_id=html_id,
                label=self.title,
                typed=typed,
                required=required,
                described_by=[f"{html_id}-help"] * bool(field.support()) + [f"{html_id}-error"],
                on_change=lambda: on_change(self),
                on_leave=lambda: on_leave(self),
            )
            self._build(setting)

    @property
    def typed(self) -> Any:
        """What the control holds."""
        return self.control.typed

    @property
    def shown(self) -> bool:
        """Whether the field is on the page."""
        return bool(self._whole.visible)

    def show(self, visible: bool) -> None:
        """Put the field on the page or take it away; what was typed stays."""
        self._whole.set_visibility(visible)

    def require(self, required: bool) -> None:
        """Show whether the field must be filled."""
        if required != self._required:
            self._required = required
            self._mark.set_text(self._mark_text())
            self._mark.classes(**_look_of_mark(required))
            self.control.require(required)

    def say_wrong(self, message: str) -> None:
        """Show what is wrong under the control, nothing for an empty message."""
        self._error.set_text(say("form.error", message=message) if message else "")
        self._error.set_visibility(bool(message))
        self._whole.classes(
            **({"add": "kit-has-error"} if message else {"remove": "kit-has-error"})
        )
        self.control.mark(bool(message))

    def show_text(self, text: str) -> None:
        """Show ``text`` as the value of a field that nobody types."""
        if isinstance(self.control, ShownControl):
            self.control.show(text)

    def _build(self, setting: Setting) -> None:
        with ui.element("div").classes("kit-field") as self._whole:
            self._whole.props["data-part"] = self.field.part
            if self._standing.ghost:
                self._whole.classes("kit-ghost")
            with self._labelled() as label_place:
                with label_place:
                    self._label()
                if support := self.field.support():
                    words(support, "p", "kit-help").props["id"] = f"{self.html_id}-help"
                with keyed("control"):  # whatever appears above it, it keeps what is typed
                    self.control: BaseControl = control_class(self.field)(setting)
                self._error = words("", "p", "kit-error")
                self._error.props["id"] = f"{self.html_id}-error"
                self._error.set_visibility(False)

    @contextmanager
    def _labelled(self) -> Iterator[ui.element]:
        """Open a fieldset with its legend for several inputs, else nothing and a label."""
        if control_class(self.field).group:
            with ui.element("fieldset"):
                yield ui.element("legend").classes("kit-label")
        else:
            label = ui.element("label").classes("kit-label")
            label.props["for"] = self.html_id
            yield label

    def _label(self) -> None:
        words(self.title, "span", "kit-label-text")
        self._mark = words(self._mark_text(), "span", "kit-mark")
        self._mark.classes(**_look_of_mark(self._required))
        self._mark.set_visibility(not self.field.computed)
        chip(self._standing)

    def _mark_text(self) -> str:
        return say("form.required_mark" if self._required else "form.optional_mark")


def _look_of_mark(required: bool) -> dict[str, str]:
    return {"add": "kit-required"} if required else {"remove": "kit-required"}
