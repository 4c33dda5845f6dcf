"""The questions that the room left, to be answered."""

from __future__ import annotations

from fastapi import Request
from nicegui import ui

from generator.decide.titles import part_title
from generator.live import kit
from generator.messages import text
from generator.spec.model import Question, Spec

from ..page import Page
from ..participant import Participant, error_display
from ..questions_form import AnswerForm, show_question


class QuestionsPage:
    """The list of questions, those without an answer first."""

    def build(self, request: Request, who: Participant) -> None:  # noqa: ARG002
        """Show every question with its answer, or ask for it."""
        spec = who.specs.now
        if spec is None:
            kit.widgets.notice(text("workshop.no_spec"), "warning")
            return
        if not spec.questions:
            kit.widgets.words(text("workshop.no_questions"), "p")
        answered = {key: item for key, item in spec.questions.items() if item.answer}
        asked = {key: item for key, item in spec.questions.items() if not item.answer}
        for name, questions in (("unanswered", asked), ("all_answered", answered)):
            if questions:
                title = text(f"workshop.{name}", count=len(questions))
                with kit.keys.keyed(name):
                    kit.widgets.heading(title, 2)
                for key, question in questions.items():
                    with kit.keys.keyed("question", key):
                        _question(who, spec, key, question)


def _question(who: Participant, spec: Spec, key: str, question: Question) -> None:
    with ui.element("section").classes("workshop-question"):
        about = part_title(spec, question.about) if question.about else ""
        title = text("workshop.card_title", id=key, title=about) if about else key
        kit.widgets.heading(title, 3)
        show_question(question)
        if not question.answer:
            note = ui.element("div")
            AnswerForm(who, key, question, error_display(note)).build()


PAGE = Page(order=60, content=lambda _: QuestionsPage())
