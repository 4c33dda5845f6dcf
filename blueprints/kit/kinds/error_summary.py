"""The error summary: all that is wrong with a form, at its top, with the way to each field."""

from __future__ import annotations

from collections.abc import Callable

from nicegui import ui

from ..page.keys import keyed
from ..page.memory import Key
from ..page.screen import View
from ..page.widgets import focus_on, link, notice, words
from ..texts import say
from .form_fields import FormFields, Wrong

_SUMMARIZED = Key[bool]("form.summarized")
"""Whether there was a summary on the page."""


class ErrorSummary:
    """The place at the top of a form where it says why nothing is saved.

    ``of_here`` returns what of all that is wrong is said where somebody is in the form.
    """

    def __init__(
        self,
        view: View,
        fields: FormFields,
        of_here: Callable[[Wrong], Wrong],
    ) -> None:
        self._memory = view.memory
        self._fields = fields
        self._of_here = of_here

    def build(self) -> None:
        """Put the place on the page, with nothing in it."""
        with keyed("summary") as self._html_id:
            self._place = ui.element("div")
            self._place.props["id"] = self._html_id
            self._place.props["tabindex"] = "-1"

    def show(self, wrong: Wrong) -> None:
        """Show all errors, each with the way to its field; nothing when there are none."""
        messages = self._of_here(wrong)
        self._memory[_SUMMARIZED] = bool(messages)
        self._place.clear()
        if not messages:
            return
        with self._place, notice(say("form.wrong", count=len(messages)), "error"):
            with ui.element("ul"):
                for key, message in messages.items():
                    with ui.element("li"):
                        self._link_to_wrong(key, message)

    def show_again(self, wrong: Wrong) -> None:
        """Show on a page that is built anew what is still wrong, if there was a summary before."""
        if self._memory.get(_SUMMARIZED):
            self.show(wrong)

    def say(self, message: str) -> None:
        """Say why nothing was saved, where it is seen: the button is far below in a long form."""
        self._place.clear()
        with self._place:
            notice(say("form.not_saved", message=message), "error")
        focus_on(self._html_id)

    def _link_to_wrong(self, key: str, message: str) -> None:
        """Link to the field; one that this form does not ask for can only be named."""
        part = self._fields.parts.get(key)
        title = part.title if part else self._fields.entity.fields[key].title
        named = title in message
        text = message if named else say("form.wrong_field", title=title, message=message)
        if part:
            link(text, f"#{part.html_id}")
        else:
            words(text)
