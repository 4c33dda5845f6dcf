"""Transitions as people take them: asked for what they require, refused when they may not."""

from __future__ import annotations

from functools import partial
from typing import Any

from nicegui import ui

from ..controls.field_part import FieldPart
from ..fields.multiline import Multiline
from ..model.entity import Entity, Transition
from ..model.field import Invalid
from ..model.phases import Standing
from ..page.conflicts import conflict_message
from ..page.frame import renew
from ..page.keys import keyed
from ..page.screen import View
from ..page.widgets import button, heading, notice
from ..page.writing import is_writing, written
from ..store import Conflict, NotValid, StoreError, patiently
from ..texts import say

_REASON = "_reason"
MOST_REASON = 1000
"""Characters of a reason."""


def offered(view: View, record: Entity) -> list[tuple[Transition, Standing]]:
    """Return the transitions that the acting role may take now, with how each stands."""
    found = type(record).flow.offered(record.state, view.role)
    standings = [(transition, view.standing(transition.feature)) for transition in found]
    return [(transition, standing) for transition, standing in standings if standing.shown]


async def take(view: View, record: Entity, transition: Transition) -> None:
    """Take ``transition``, after asking for the fields and the reason that it requires."""
    if transition.requires or transition.reason:
        await Asking(view, record, transition).run()
        return
    if is_writing(view):
        return
    try:
        await _take(view, record, transition, "", {})
    except Conflict as conflict:
        view.visitor.say_next(await patiently(conflict_message, view, record, conflict))
    except StoreError as error:
        ui.notify(str(error), type="negative", multi_line=True)
        return
    await renew(view)


async def _take(
    view: View, record: Entity, transition: Transition, reason: str, values: dict[str, Any]
) -> None:
    """Take the transition and note what to say of it. Raises what the store does."""
    step = partial(
        view.store.take,
        record,
        transition.key,
        role=view.role,
        who=view.visitor.name,
        reason=reason,
        values=values,
    )
    taken: Entity = await written(view, step)
    state = type(record).flow.states[taken.state or ""]
    done = say("detail.taken", action=transition.title, state=state.title or state.key)
    view.visitor.say_next(done)


class Asking:
    """The dialog that asks for what a transition requires."""

    def __init__(self, view: View, record: Entity, transition: Transition) -> None:
        self.view = view
        self.record = record
        self.transition = transition
        self._parts: dict[str, FieldPart] = {}

    async def run(self) -> None:
        """Open the dialog and wait until it is closed."""
        with keyed("asking", self.transition.key), ui.dialog() as dialog:
            dialog.props["aria-label"] = self.transition.title
            with ui.card().classes("kit-dialog"):
                heading(self.transition.title, 2)
                self._wrong = ui.element("div")
                self._ask()
                with ui.element("div").classes("kit-actions"):
                    button(self.transition.title, lambda: self._submit(dialog))
                    button(say("frame.cancel"), dialog.close, "outline")
        await dialog
        if not dialog.is_deleted:  # it goes with the page when somebody leaves that
            dialog.delete()

    def _ask(self) -> None:
        fields = [type(self.record).fields[key] for key in self.transition.requires]
        for field in fields:
            typed = field.typed(self.record.values.get(field.key))
            self._parts[field.key] = FieldPart(field, self.view.store, typed=typed, required=True)
        if self.transition.reason:
            reason = Multiline(
                say("detail.reason"),
                key=_REASON,
                help=say("detail.reason_help"),
                required=True,
                max_length=MOST_REASON,
            )
            self._parts[_REASON] = FieldPart(reason, self.view.store, required=True)

    async def _submit(self, dialog: ui.dialog) -> None:
        values, wrong = self._values()
        self._say_wrong(wrong)
        if wrong or is_writing(self.view):
            return
        reason = str(values.pop(_REASON, "") or "")
        try:
            await _take(self.view, self.record, self.transition, reason, values)
        except NotValid as error:
            self._say_wrong(error.problems)
        except Conflict as conflict:
            self._refuse(await patiently(conflict_message, self.view, self.record, conflict))
            self.record = conflict.record_now or self.record  # who goes on has read it
        except StoreError as error:
            self._refuse(str(error))
        else:
            dialog.close()
            await renew(self.view)

    def _refuse(self, message: str) -> None:
        """Say why it was not done; what is typed stays."""
        self._wrong.clear()
        with self._wrong:
            notice(message, "error")

    def _values(self) -> tuple[dict[str, Any], dict[str, str]]:
        values: dict[str, Any] = {}
        wrong: dict[str, str] = {}
        for key, part in self._parts.items():
            try:
                values[key] = part.field.parse(part.typed)
            except Invalid as invalid:
                wrong[key] = str(invalid)
                continue
            if part.control.unfinished:
                wrong[key] = part.control.unfinished
            elif values[key] is None:
                wrong[key] = part.field.missing()
            elif found := part.field.problems(values[key]):
                wrong[key] = found[0]
        return values, wrong

    def _say_wrong(self, wrong: dict[str, str]) -> None:
        for key, part in self._parts.items():
            part.say_wrong(wrong.get(key, ""))
        first = next((part for key, part in self._parts.items() if key in wrong), None)
        if first:
            first.control.focus()
