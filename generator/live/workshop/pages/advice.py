"""What is still vague in the spec as it is now: questions for the room, to be left in the spec."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from fastapi import Request
from nicegui import ui

from generator.advice.parts import about, answerer
from generator.live import kit
from generator.messages import text
from generator.spec.model import Spec

from ..dialog import dialog_head, show_dialog
from ..page import Page
from ..participant import Participant, error_display
from ..questions_form import AskForm

if TYPE_CHECKING:
    from generator.advice.model import Advice

_AT_ONCE = 40
"""Questions on a page: more would make a slow tablet wait, and nobody reads them at once."""
_TEAM = "-"


class AdvicePage:
    """The list of questions, the most urgent first, narrowed by who must answer."""

    def __init__(self) -> None:
        self._of: Spec | None = None
        self._found: list[Advice] = []

    def build(self, request: Request, who: Participant) -> None:
        """Show the questions that the address asks for."""
        spec = who.specs.now
        if spec is None:
            kit.widgets.notice(text("workshop.no_spec"), "warning")
            return
        _Questions(who, spec, self._advice(spec), request).build()

    def _advice(self, spec: Spec) -> list[Advice]:
        """Return the advice on ``spec``; all who look at the same spec share it."""
        from generator.advice.advise import advise  # the rules are many: loaded when asked for

        if spec is not self._of:
            self._found, self._of = advise(spec), spec
        return self._found


class _Questions:
    """The questions on one page while it is built."""

    def __init__(
        self, who: Participant, spec: Spec, found: Sequence[Advice], request: Request
    ) -> None:
        self._who = who
        self._spec = spec
        self._keyed = kit.keys.keyed
        self._by = {id(one): answerer(spec, one.path) or _TEAM for one in found}
        asked = request.query_params.get("who", "")
        self._role = asked if asked in self._by.values() else ""
        self._found = [one for one in found if self._role in ("", self._by[id(one)])]
        first = request.query_params.get("from", "")
        first_shown = int(first) if first.isascii() and first.isdigit() and len(first) < 6 else 0
        self._first = first_shown if first_shown < len(self._found) else 0

    def build(self) -> None:
        """Put filter and questions on the page."""
        if not self._by:
            kit.widgets.words(text("workshop.no_advice"), "p")
            return
        kit.widgets.words(text("workshop.advice_intro"), "p")
        self._filter()
        shown = self._found[self._first : self._first + _AT_ONCE]
        for blocks in dict.fromkeys(one.blocks for one in self._found):
            of_kind = [one for one in shown if one.blocks is blocks]
            if of_kind:
                count = sum(one.blocks is blocks for one in self._found)
                with self._keyed("blocks", blocks.name):
                    name = f"workshop.advice.{blocks.name.lower()}"
                    kit.widgets.heading(text(name, count=count), 2)
                for one in of_kind:
                    with self._keyed("advice", one.key):
                        self._question(one)
        self._turn_pages(len(shown))

    def _filter(self) -> None:
        roles = self._spec.roles
        titles = {key: role.title for key, role in roles.items() if key in self._by.values()}
        titles[_TEAM] = text("workshop.advice_team")
        with (
            ui.element("div").classes("kit-tools"),
            self._keyed("filter"),
            ui.element("div").classes("kit-tool"),
        ):
            label = kit.widgets.words(text("workshop.advice_who"), "label", "kit-label")
            label.props["for"] = "advice-who"
            every = {"": text("workshop.all")} | titles

            def choose(key: str) -> None:
                ui.navigate.to(_address(key, 0))

            kit.widgets.choices(every, self._role, choose, html_id="advice-who")

    def _question(self, one: Advice) -> None:
        with ui.element("section").classes("workshop-advice"):
            kit.widgets.words(one.title, "div", "kit-help")
            kit.widgets.heading(one.question(), 3)
            if one.quote:
                self._quote(one)
            kit.widgets.words(one.why(), "p")
            kit.widgets.words(text("workshop.advice_better", better=one.better()), "p")
            with ui.element("div").classes("workshop-advice-foot"):
                if one.asked:
                    label = text("workshop.advice_asked", id=one.asked)
                    kit.widgets.link(label, "/questions", "workshop-advice-asked")
                else:
                    self._leave(one)
                known = {"rule": one.rule, "heading": one.heading(), "place": one.place}
                place = text("workshop.advice_place", **known)
                kit.widgets.words(place, "span", "kit-help")

    def _quote(self, one: Advice) -> None:
        before, words, behind = one.marked
        with ui.element("p").classes("workshop-quote"):
            kit.widgets.words(before)
            kit.widgets.words(words, "mark")
            kit.widgets.words(behind)

    def _leave(self, one: Advice) -> None:
        async def leave() -> None:
            await show_dialog(text("workshop.advice_leave"), self._form(one))

        button = kit.widgets.button(text("workshop.advice_leave"), leave, "outline")
        name = text("workshop.advice_leave_one", title=one.title, question=one.question())
        button.props["aria-label"] = name

    def _form(self, one: Advice) -> Callable[[ui.dialog], None]:
        """Return what builds the form that leaves ``one`` in the spec."""
        role = self._spec.roles.get(self._by[id(one)])
        question = one.question()
        if one.quote:
            question = text("workshop.advice_words", question=question, quote=one.quoted)

        def build(dialog: ui.dialog) -> None:
            dialog_head(dialog)
            kit.widgets.words(one.title, "p")
            note = ui.element("div").classes("workshop-note")
            show_error = error_display(note)
            form = AskForm(
                self._who, about(one.path) or "", show_error, dialog.close, rule=one.rule
            )
            form.offer(question, role.title if role else "")

        return build

    def _turn_pages(self, shown: int) -> None:
        """Lead to the questions before and behind those on this page."""
        count = len(self._found)
        if shown == count:
            return
        first, last = self._first + 1, self._first + shown
        with ui.element("nav").classes("workshop-nav") as nav:
            label = text("workshop.advice_range", count=count, first=first, last=last)
            nav.props["aria-label"] = label
            kit.widgets.words(label, "span")
            if self._first:
                target = max(0, self._first - _AT_ONCE)
                earlier = text("workshop.advice_earlier", count=self._first - target)
                kit.widgets.link(earlier, _address(self._role, target))
            if last < count:
                later = text("workshop.advice_later", count=min(_AT_ONCE, count - last))
                kit.widgets.link(later, _address(self._role, last))


def _address(role: str, first: int) -> str:
    asked = {name: value for name, value in (("who", role), ("from", first)) if value}
    return f"/advice?{urlencode(asked)}" if asked else "/advice"


PAGE = Page(order=70, content=lambda _: AdvicePage())
