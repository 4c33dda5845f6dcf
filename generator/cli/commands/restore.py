"""``generate restore``: write again what a save dropped from the spec, or let it go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.failure import CHECK, FINE
from generator.cli.help_text import Command
from generator.cli.options import language_option, option, spec_argument
from generator.messages import text

if TYPE_CHECKING:
    from generator.decide.journal import Batch


@click.command("restore", cls=Command)
@spec_argument
@option("--let-go", "lets_go", is_flag=True)
@language_option
def command(spec: Path, lets_go: bool) -> int:
    """Restore or let go of everything that was recorded and is not in the spec."""
    from generator.decide.write import apply_waiting, journal_path, let_go, needing_attention

    if journal_path(spec).exists():
        apply_waiting(spec)
    batches = needing_attention(spec)
    if not batches:
        click.echo(text("decide.asked.nothing"))
        return FINE
    if not lets_go:
        return _written_again(spec, batches)
    actions = [action for batch in batches for action in batch.actions]
    let_go(spec, actions)
    count = len(actions)
    click.echo(text("decide.asked.let_go", count=count, file=journal_path(spec).name))
    return FINE


def _written_again(spec: Path, batches: list[Batch]) -> int:
    from generator.decide.attempt import Done, Waits
    from generator.decide.report import attention_lines, outcome_lines
    from generator.decide.spec_snapshot import SpecSnapshot
    from generator.decide.write import needing_attention, restore

    outcomes = restore(spec, batches).outcomes
    written = sum(len(o.actions) for o in outcomes if isinstance(o, Done))
    click.echo(text("decide.asked.written", count=written))
    snapshot = SpecSnapshot(None, None)
    for outcome in outcomes:
        for line in () if isinstance(outcome, Done) else outcome_lines(snapshot, spec, outcome):
            click.echo(line, err=True)
    for line in attention_lines(spec, needing_attention(spec)):
        click.echo(line, err=True)
    return FINE if all(isinstance(outcome, Done | Waits) for outcome in outcomes) else CHECK
