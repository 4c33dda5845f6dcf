"""The questions that the room left, to be answered."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import Request
from nicegui import ui

from generator.decide.actions import Answer
from generator.decide.write import Done, Waits
from generator.messages import text
from generator.spec.model import Question

from .pages import Kit
from .scribe import Scribe
from .sheet import Sheet
from .specs import Specs, part_title


class QuestionsPage:
    """The list of questions; ``sheet`` makes a sheet and ``person`` tells who looks at a page."""

    def __init__(
        self,
        kit: Kit,
        specs: Specs,
        scribe: Scribe,
        sheet: Callable[[Request], Sheet],
        person: Callable[[Request], str],
    ) -> None:
        self._kit = kit
        self._specs = specs
        self._scribe = scribe
        self._sheet = sheet
        self._person = person

    def build(self, request: Request) -> None:
        """Show every question, those without an answer first."""
        spec, widgets = self._specs.now, self._kit("widgets")
        if spec is None:
            widgets.notice(text("workshop.no_spec"), "warning")
            return
        if not spec.questions:
            widgets.words(text("workshop.no_questions"), "p")
        sheet, person = self._sheet(request), self._person(request)
        for key, question in sorted(spec.questions.items(), key=lambda item: bool(item[1].answer)):
            with ui.element("section").classes("kit-section"):
                about = part_title(spec, question.about) if question.about else ""
                widgets.heading(" ".join(filter(None, [key, about])), 2)
                sheet.show_question(question)
                if not question.answer:
                    self._answer(key, question, person)

    def _answer(self, key: str, question: Question, person: str) -> None:
        """Ask for the answer; what is typed stays until it is written."""
        widgets = self._kit("widgets")
        with ui.element("div").classes("kit-field") as field:
            field.style("max-width: 720px")
            label = widgets.words(text("workshop.answer"), "label", "kit-label")
            label.props["for"] = f"answer-{key}"
            line = ui.textarea().props("outlined autogrow tag=div").classes("kit-input kit-lines")
            line.props["for"] = f"answer-{key}"
            label = widgets.words(text("workshop.by"), "label", "kit-label")
            label.props["for"] = f"by-{key}"
            by = ui.input(value=person).props("outlined tag=div").classes("kit-input")
            by.props["for"] = f"by-{key}"

        async def answer() -> None:
            said, who = str(line.value or "").strip(), str(by.value or "").strip()
            if not said or not who:
                ui.notify(text("workshop.answer_and_by"), type="warning")
                return
            action = Answer(question=key, answer=said, by=who, seen=question.answer or "")
            outcome = await self._scribe.write([action])
            done = isinstance(outcome, Done | Waits)
            ui.notify(
                text("workshop.answered" if done else "workshop.not_answered"),
                type="positive" if done else "negative",
            )

        widgets.button(text("workshop.answer_it"), answer)
