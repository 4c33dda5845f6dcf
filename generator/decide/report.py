"""The outcomes of decisions, in sentences for the people who took them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.messages import text
from generator.spec.problems import printable

from .actions import Action, Answer, Clash, Decide
from .attempt import Done, Failed, Outcome, Waits
from .describe import Titles, in_words
from .document import Document
from .journal import Batch
from .needs import Move
from .refusal import BrokenError
from .spec_snapshot import SpecSnapshot
from .write import Written

_MOST_LINES = 20


def outcome_lines(snapshot: SpecSnapshot, spec: Path, outcome: Outcome) -> Iterator[str]:
    """Yield what became of a batch of decisions; ``snapshot`` is how the spec was seen before."""
    match outcome:
        case Done(actions=actions):
            for action in actions:
                if isinstance(action, Decide):
                    yield text("decide.done", **_change(snapshot, action))
        case Waits():
            yield text("decide.waits", file=spec)
        case Failed(error=error):
            yield error.message()
        case Clash():
            yield from _clash_lines(snapshot, outcome)


def besides_lines(snapshot: SpecSnapshot, written: Written) -> Iterator[str]:
    """Yield what else happened when the spec was written."""
    if written.caught_up:
        yield text("decide.caught_up", count=len(written.caught_up))
    for outcome in written.unresolved:
        actions = (outcome.action,) if isinstance(outcome, Clash) else outcome.actions
        for action in actions:
            after = snapshot.phase_title(action.phase) if isinstance(action, Decide) else ""
            name = _name(action)
            yield text("decide.unresolved", name=name, by=printable(action.by), after=after)
    for path in written.set_aside:
        yield text("decide.set_aside", file=path)


def put_back_line(actions: Sequence[Action]) -> str:
    """Return the message for the engineer whose save dropped ``actions``."""
    return text("decide.put_back", count=len(actions))


def attention_lines(spec: Path, batches: Sequence[Batch]) -> Iterator[str]:
    """Yield which ``batches`` need attention, and what to do about it; nothing without any."""
    if not batches:
        return
    actions = [action for batch in batches for action in batch.actions]
    try:
        titles = Titles.of_document(Document.of(spec.read_bytes()))
    except (BrokenError, OSError):
        titles = Titles()
    yield text("decide.asked", count=len(actions))
    for action in actions[:_MOST_LINES]:
        yield f"  - {printable(in_words(action, titles))}"
    if len(actions) > _MOST_LINES:
        yield text("decide.asked.more", count=len(actions) - _MOST_LINES)
    yield text("decide.asked.how", file=spec)


def contradiction_lines(snapshot: SpecSnapshot, moves: Sequence[Move]) -> Iterator[str]:
    """Yield what would have to move as well."""
    yield text("decide.needs")
    for move in moves:
        yield text(
            "decide.needs.earlier" if move.earlier else "decide.needs.later",
            feature=move.feature,
            title=printable(snapshot.title_of(move.feature)),
            now=snapshot.phase_title(move.now),
            because=move.because,
        )


def commit_message(snapshot: SpecSnapshot, decisions: Sequence[Decide]) -> str:
    """Return the message of the commit of ``decisions``, the first of which names it."""
    subject, *others = (text("decide.commit.subject", **_change(snapshot, d)) for d in decisions)
    first = decisions[0]
    body = text("decide.commit.body", by=printable(first.by), reason=printable(first.reason))
    return "\n".join([subject, "", *others, body, ""])


def _change(snapshot: SpecSnapshot, decision: Decide) -> dict[str, str]:
    return {
        "feature": printable(decision.feature),
        "title": printable(snapshot.title_of(decision.feature)),
        "before": snapshot.phase_title(decision.seen or ""),
        "after": snapshot.phase_title(decision.phase),
    }


def _clash_lines(snapshot: SpecSnapshot, clash: Clash) -> Iterator[str]:
    is_phase = isinstance(clash.action, Decide)
    seen = snapshot.phase_title(clash.seen) if is_phase else clash.seen
    current = snapshot.phase_title(clash.current) if is_phase else clash.current
    yield text("decide.clash", name=_name(clash.action), seen=seen, current=current)
    if "reason" in clash.other:
        values = {key: printable(clash.other.get(key, "?")) for key in ("by", "at", "reason")}
        yield text("decide.clash.by", **values)


def _name(action: object) -> str:
    match action:
        case Decide(feature=name) | Answer(question=name):
            return printable(name)
    return ""
