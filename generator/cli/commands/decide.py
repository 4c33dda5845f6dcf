"""``generate decide``: record in which phase a feature comes, or take a decision back."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.failure import CHECK, FINE, INPUT, InputError
from generator.cli.help_text import Command
from generator.cli.options import blueprints_option, language_option, option, spec_argument
from generator.messages import text

if TYPE_CHECKING:
    from generator.decide.actions import Decide
    from generator.decide.attempt import Outcome
    from generator.decide.spec_snapshot import SpecSnapshot


@click.command("decide", cls=Command)
@spec_argument
@click.argument("feature", metavar="FEATURE")
@option("--phase", metavar="PHASE")
@option("--reason", metavar="REASON")
@option("--by", metavar="WHO")
@option("--revisit", metavar="WHEN")
@option("--undo", is_flag=True)
@option("--also-needed", is_flag=True)
@option("--anyway", is_flag=True)
@option("--commit", "wants_commit", is_flag=True)
@blueprints_option
@language_option
def command(
    spec: Path,
    feature: str,
    phase: str | None,
    reason: str | None,
    by: str | None,
    revisit: str | None,
    undo: bool,
    also_needed: bool,
    anyway: bool,
    wants_commit: bool,
    blueprints: Path | None,
) -> int:
    """Record the decision, and show its outcome."""
    from generator.blueprints import Blueprints
    from generator.decide.actions import Clash
    from generator.decide.attempt import Done, Failed
    from generator.decide.commit import is_in_repository
    from generator.decide.report import commit_message, contradiction_lines
    from generator.decide.spec_snapshot import SpecSnapshot

    by = _who(phase, reason, by, undo)
    if wants_commit and not is_in_repository(spec):
        raise InputError("decide.no_repository", file=spec)
    snapshot = SpecSnapshot.open(spec, Blueprints.find(blueprints).vocabulary)
    if phase is None:
        decision = _reversal(snapshot, spec, feature, by, reason)
    else:
        decision = snapshot.decision(feature, phase, by=by, reason=reason or "", revisit=revisit)
    moves = () if anyway else snapshot.moves(decision)
    if moves and not also_needed:
        return _refused(contradiction_lines(snapshot, moves))
    decisions = snapshot.along(decision, moves)
    outcome = _carried_out(snapshot, spec, decisions)
    if wants_commit and isinstance(outcome, Done):
        return _committed(spec, commit_message(snapshot, decisions))
    return {Clash: CHECK, Failed: INPUT}.get(type(outcome), FINE)


def _who(phase: str | None, reason: str | None, by: str | None, undo: bool) -> str:
    """Return who decides, when all is there that makes a decision."""
    if undo and phase is not None:
        raise click.UsageError(text("decide.too_many"))
    if by is None or (not undo and (phase is None or reason is None)):
        raise click.UsageError(text("decide.missing"))
    if not by.strip() or (reason is not None and not reason.strip()):
        raise InputError("decide.empty")
    return by


def _reversal(
    snapshot: SpecSnapshot, spec: Path, feature: str, by: str, reason: str | None
) -> Decide:
    if snapshot.document is None:
        raise InputError("decide.undo.broken", file=spec)
    decision = snapshot.reversal(feature, by=by, reason=reason)
    if decision is None:
        raise InputError("decide.undo.nothing", feature=feature)
    return decision


def _refused(lines: Iterable[str]) -> int:
    for line in lines:
        click.echo(line, err=True)
    click.echo(text("decide.needs.hint"), err=True)
    return CHECK


def _carried_out(snapshot: SpecSnapshot, spec: Path, decisions: list[Decide]) -> Outcome:
    from generator.decide.attempt import Done
    from generator.decide.report import besides_lines, outcome_lines
    from generator.decide.write import carry_out

    written = carry_out(spec, decisions)
    (outcome,) = written.outcomes
    for line in outcome_lines(snapshot, spec, outcome):
        click.echo(line, err=not isinstance(outcome, Done))
    for line in besides_lines(snapshot, written):
        click.echo(line, err=True)
    return outcome


def _committed(spec: Path, message: str) -> int:
    from generator.decide.commit import CommitError, commit

    try:
        commit(spec, message)
    except CommitError as error:
        click.echo(text("decide.not_committed", output=error.output), err=True)
        return CHECK
    click.echo(text("decide.committed"))
    return FINE
