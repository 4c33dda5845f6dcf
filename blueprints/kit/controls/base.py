"""What every control has in common."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from nicegui import ui

from ..model.field import Field

if TYPE_CHECKING:
    from ..store import Store


@dataclass(frozen=True)
class Setting:
    """What a control is made for.

    ``html_id`` becomes the id of the control, ``described_by`` are the ids of help and error,
    ``typed`` is what it holds at first, in the form that :meth:`Field.typed` returns.
    """

    field: Field[Any]
    store: Store
    html_id: str
    label: str
    typed: Any = None
    required: bool = False
    described_by: Sequence[str] = ()
    on_change: Callable[[], object] = lambda: None
    on_leave: Callable[[], object] = lambda: None


class BaseControl(ABC):
    """A control on the page: what is typed in it, and how it looks when that is wrong."""

    group: ClassVar[bool] = False
    """True when it consists of several inputs, so that its label is the legend of a fieldset."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.typed: Any = setting.typed
        self.build()

    @abstractmethod
    def build(self) -> None:
        """Put the control on the page."""

    @abstractmethod
    def inputs(self) -> Sequence[ui.element]:
        """Return the elements that say to a screen reader whether they are wrong."""

    @property
    def unfinished(self) -> str:
        """What to wait for before a form may be saved; empty when there is nothing."""
        return ""

    def take(self, typed: Any) -> None:
        """Note what was typed."""
        self.typed = typed
        self.setting.on_change()

    def mark(self, wrong: bool) -> None:
        """Show whether what is typed is wrong."""
        for element in self.inputs():
            element.props["aria-invalid"] = "true" if wrong else "false"
            element.classes(add="kit-wrong") if wrong else element.classes(remove="kit-wrong")

    def require(self, required: bool) -> None:
        """Tell screen readers whether it must be filled."""
        for element in self.inputs():
            element.props["aria-required"] = "true" if required else "false"

    def focus(self) -> None:
        """Put the cursor into the control."""
        ui.run_javascript(f"document.getElementById({json.dumps(self.setting.html_id)})?.focus()")

    def describe(self, element: ui.element) -> None:
        """Tie help and error to ``element``."""
        element.props["aria-describedby"] = " ".join(self.setting.described_by)
        element.props["aria-required"] = "true" if self.setting.required else "false"
