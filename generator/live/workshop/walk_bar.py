"""The bar of a walk on every page of the prototype: which step it is, whose, and the way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nicegui import ui
from nicegui.events import GenericEventArguments

from generator.live import kit
from generator.messages import text
from generator.spec.model import Step

from .dialog import dialog_head, show_dialog
from .participant import Participant, error_display
from .questions_form import AskForm
from .walk import KEPT, Part, Standing, Walks, address_of, handed_on

if TYPE_CHECKING:
    from blueprints.kit.page.screen import Screens, View
    from blueprints.kit.page.visitor import Visitor


class WalkBar:
    """Shows to ``who`` at ``view``, the kit's view of a page, the walk that they take part in."""

    def __init__(self, who: Participant, view: View, walks: Walks, part: Part) -> None:
        self._who = who
        self._view = view
        self._walks = walks
        self.part = part

    def build(self) -> None:
        """Put the bar on the page, and take note of the record that it shows."""
        view, walk = self._view, self.part.walk
        if view.record_id is not None and view.screen.entity is not None:
            walk.records[view.screen.entity.about.key] = view.record_id
        with kit.keys.keyed("walk"):
            self._place = ui.element("section").classes("walk-bar")
            self._place.props["aria-label"] = text("workshop.walk")
        self._fill()
        self._walks.bars.add(self)

    def follow(self, *, ended: bool) -> None:
        """Show where the walk stands now; an ended one is shown no more."""
        if self._place.is_deleted:
            return
        self._place.clear()
        if ended:
            self._place.set_visibility(False)
        else:
            self._fill()

    def _fill(self) -> None:
        """Fill the bar, with the same element ids each time."""
        standing = Standing.of(self._who.specs.now, self.part.walk)
        self._place.set_visibility(standing is not None)
        if standing is None:
            return
        keyed = kit.keys.keyed
        with self._place, keyed("walk", standing.key):
            self._where(standing)
            self._known(standing.step)
            with ui.element("div").classes("kit-actions"):
                self._ways(standing)

    def _where(self, standing: Standing) -> None:
        words, step = kit.widgets.words, standing.step
        number = {"number": standing.number, "count": standing.count}
        with ui.element("p").classes("walk-where"):
            words(text("workshop.walk_step", **number), "span", "walk-number")
            words(step.title, "strong")
            for detail in (self._role(step), step.wants):
                if detail:
                    words(text("workshop.walk_more", said=detail), "span")
        if self.part.role:
            mine = self.part.plays(step)
            turn = text("workshop.walk_your_turn" if mine else "workshop.walk_their_turn")
            words(turn, "p", "walk-turn" if mine else "kit-help").props("role=status")
        if step.action and self._view.screen.entity is not None:
            # The script of decide mode marks what is to be pressed.
            self._place.props["data-mark"] = f"{self._view.screen.entity.about.key}.{step.action}"
        else:
            self._place.props["data-mark"] = ""

    def _role(self, step: Step) -> str:
        role = self._view.project.role(step.actor)
        return str(role.title) if role else ""

    def _known(self, step: Step) -> None:
        """Show what else the spec says of the step, and the exceptions to be tried."""
        known = {
            name: value
            for name in ("trigger", "output", "volume", "deadline", "overdue")
            if (value := getattr(step, name))
        }
        if not known and not step.exceptions:
            return
        words = kit.widgets.words
        with ui.element("details").classes("workshop-folded"):
            words(text("workshop.walk_about"), "summary")
            with ui.element("dl"):
                for name, value in known.items():
                    words(text(f"workshop.step_{name}"), "dt")
                    words(value, "dd", "kit-text")
            if step.exceptions:
                with ui.element("fieldset"):
                    words(text("workshop.walk_exceptions"), "legend")
                    for number, exception in enumerate(step.exceptions):
                        self._exception(number, exception)

    def _exception(self, number: int, exception: str) -> None:
        walk = self.part.walk
        html_id = f"walk-exception-{number}"

        def tick(event: GenericEventArguments) -> None:
            (walk.tried.add if event.args is True else walk.tried.discard)(exception)
            self._walks.notify(walk, skip=self)

        with ui.element("div").classes("kit-option"):
            box = ui.element("input").props("type=checkbox")
            box.props["id"] = html_id
            if exception in walk.tried:
                box.props["checked"] = True
            box.on("change", tick, js_handler="(event) => emit(event.target.checked)")
            kit.widgets.words(exception, "label").props["for"] = html_id

    def _ways(self, standing: Standing) -> None:
        button, walk = kit.widgets.button, self.part.walk
        if standing.before:
            button(text("workshop.walk_back"), lambda: self._go(standing.before), "outline")
        if self.part.plays(standing.step):
            button(text("workshop.walk_open"), self._open, "outline")
            self._record(standing.step)
        if standing.after:
            button(text("workshop.walk_on"), lambda: self._go(standing.after))
        else:
            button(text("workshop.walk_done"), self._end)
        about = f"{walk.process}.{standing.key}"
        button(text("workshop.walk_ask"), lambda: self._ask(about, standing.step), "text")
        button(text("workshop.walk_leave"), self._leave, "text")

    def _record(self, step: Step) -> None:
        """Lead to the record that was handed on, where the step begins with looking for it."""
        view = self._view
        query = kit.store.Query
        found = handed_on(self.part.walk, step, view.prototype, self._who.store, query)
        if found is not None:
            address, label = found
            title = text("workshop.walk_record", label=label)
            kit.widgets.link(title, address, "kit-edit")

    def _go(self, step: str) -> None:
        client = ui.context.client  # the button that was pressed goes with the step
        self._walks.go(self.part.walk, step)
        with client:
            self._open()

    def _open(self) -> None:
        """Take the role of the step and open its screen, unless this person plays another role."""
        standing = Standing.of(self._who.specs.now, self.part.walk)
        if standing is None or not self.part.plays(standing.step):
            return
        ui.navigate.to(open_step(self._who, self._view.prototype, self._view.visitor, self.part))

    def _end(self) -> None:
        client = ui.context.client
        self._walks.end(self.part.walk)
        with client:
            self._leave()

    def _leave(self) -> None:
        self._view.visitor.kept.pop(KEPT, None)
        ui.navigate.to("/walk")

    async def _ask(self, about: str, step: Step) -> None:
        def build(dialog: ui.dialog) -> None:
            dialog_head(dialog)
            note = ui.element("div").classes("workshop-note")
            AskForm(self._who, about, error_display(note), dialog.close).offer()

        await show_dialog(step.title, build)


def open_step(who: Participant, prototype: Screens, visitor: Visitor, part: Part) -> str:
    """Let ``visitor`` take the role of a walk's step, and return the address of its screen."""
    standing = Standing.of(who.specs.now, part.walk)
    if standing is None:
        return "/"
    if standing.step.actor:
        visitor.act_as(standing.step.actor)
    query = kit.store.Query
    return address_of(part.walk, standing.step, prototype, who.store, query)
