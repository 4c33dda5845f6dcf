"""Questions and remarks on a part: shown, asked and answered, on a sheet or on the list of them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import contextmanager
from typing import TYPE_CHECKING

from nicegui import ui

from generator.decide.actions import Action, Answer, Ask
from generator.decide.attempt import Done, Waits
from generator.live import kit
from generator.messages import text
from generator.spec.model import Question

from .draft_form import WHO, DraftForm
from .participant import Participant

if TYPE_CHECKING:
    from collections.abc import Iterator

ShowError = Callable[[str], object]


def show_question(question: Question) -> None:
    """Show a question with who asked whom, and its answer."""
    words = kit.widgets.words
    with ui.element("div").classes("workshop-quote"):
        words(question.text, "div", "kit-text")
        asked = [question.by or "", question.asked or ""]
        if question.to:
            asked.append(text("workshop.asked_to", to=question.to))
        words(" ".join(filter(None, asked)), "div", "kit-help")
        if question.answer:
            words(text("workshop.answer"), "div", "workshop-answer")
            words(question.answer, "div", "kit-text")
            answered = [question.answered_by or "", question.answered or ""]
            words(" ".join(filter(None, answered)), "div", "kit-help")


class AskForm:
    """Asks for a question or a remark about ``about``; ``done`` is called when it is recorded.

    ``rule`` is the rule of the advice that it comes from, which has a draft of its own.
    """

    def __init__(
        self,
        who: Participant,
        about: str,
        show_error: ShowError,
        done: Callable[[], object],
        *,
        rule: str = "",
    ) -> None:
        self._about = about
        self._rule = rule
        place = f"ask/{about}/{rule}" if rule else f"ask/{about}"
        self._sending = _Sending(who, place, show_error, done)

    def build(self) -> None:
        """Put the form on the sheet, closed unless something was typed into it before."""
        with folded(text("workshop.ask"), opened=self._sending.form.came_back):
            self.offer()

    def offer(self, question: str = "", to: str = "") -> None:
        """Put the form on the sheet, open, with a question that is asked already."""
        form = self._sending.form
        form.lines("question", typed=question, required=True)
        form.line("to", typed=to)
        form.name("asker")
        self._sending.button(text("workshop.leave_question"), self._action)

    def _action(self) -> tuple[Action, str]:
        form = self._sending.form
        action = Ask(
            text=form.typed("question"),
            about=self._about or None,
            to=form.typed("to") or None,
            rule=self._rule or None,
            by=form.typed(WHO),
        )
        return action, text("workshop.asked")


class AnswerForm:
    """Asks for the answer to the question ``key``; ``done`` is called when it is recorded."""

    def __init__(
        self,
        who: Participant,
        key: str,
        question: Question,
        show_error: ShowError,
        done: Callable[[], object] = lambda: None,
    ) -> None:
        self._key = key
        self._seen = question.answer or ""
        self._sending = _Sending(who, f"answer/{key}", show_error, done)

    def build(self) -> None:
        """Put the form on the page, closed unless something was typed into it before."""
        form = self._sending.form
        with folded(text("workshop.give_answer"), opened=form.came_back):
            form.lines("answer", required=True)
            form.name("answerer")
            self._sending.button(text("workshop.answer_it"), self._action)

    def _action(self) -> tuple[Action, str]:
        form = self._sending.form
        action = Answer(
            question=self._key, answer=form.typed("answer"), by=form.typed(WHO), seen=self._seen
        )
        return action, text("workshop.answered", id=self._key)


class _Sending:
    """A form that is sent with one button, once, however often it is pressed."""

    def __init__(
        self, who: Participant, place: str, show_error: ShowError, done: Callable[[], object]
    ) -> None:
        self.form = DraftForm(who, place)
        self._who = who
        self._show_error = show_error
        self._done = done
        self._writing = False

    def button(self, label: str, action: Callable[[], tuple[Action, str]]) -> None:
        """Put the button on the page; ``action`` returns what to write and what to say then."""

        async def send() -> None:
            if self._writing or not self.form.validate():
                return
            self._writing = True
            try:
                wanted, done = action()
                outcome = await self._who.record([wanted], done, self._show_error)
            finally:
                self._writing = False
            if isinstance(outcome, Done | Waits):
                self.form.drop()
                self._done()

        kit.widgets.button(label, send)


@contextmanager
def folded(title: str, *, opened: bool = False) -> Iterator[None]:
    """Put what is built inside behind a title that opens it."""
    with ui.element("details").classes("workshop-folded") as whole:
        if opened:
            whole.props["open"] = True
        summary = ui.label(title)
        summary.tag = "summary"
        yield
