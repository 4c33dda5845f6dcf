"""``generate verify``: run the tests of the screens, show each result, write the board."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.failure import CHECK, FINE, INPUT
from generator.cli.help_text import Command
from generator.cli.options import (
    blueprints_option,
    language_option,
    option,
    out_option,
    spec_argument,
)
from generator.cli.progress import progress
from generator.messages import text

if TYPE_CHECKING:
    from generator.verify.verify import Request, Verification


@click.command("verify", cls=Command)
@spec_argument
@out_option
@option("--screen", "screens", multiple=True, metavar="ID")
@option("--changed", is_flag=True)
@option("--layer", type=click.Choice(["render", "behaviour", "crawl"]))
@blueprints_option
@language_option
def command(
    spec: Path,
    out: Path | None,
    screens: tuple[str, ...],
    changed: bool,
    layer: str | None,
    blueprints: Path | None,
) -> int:
    """Verify, and show the results."""
    from generator.blueprints import Blueprints
    from generator.pipeline import default_out
    from generator.verify.layers import Layer
    from generator.verify.verify import Request, Verification

    verification = Verification(spec, out or default_out(spec), Blueprints.find(blueprints))
    built = verification.build()
    for problem in built.loaded.problems if built.plan is None else ():
        click.echo(problem.as_text(), err=True)
    if built.plan is None:
        click.echo(text("cli.not_built", count=len(built.loaded.errors)), err=True)
        return INPUT
    request = Request(screens, changed, Layer(layer) if layer else None)
    try:
        _run(verification, request)
    except KeyboardInterrupt:
        click.echo(text("verify.stopped"), err=True)
        raise
    finally:
        if verification.results:
            click.echo(text("verify.written", board=verification.write_board()))
    return _summarize(verification, request)


def _run(verification: Verification, request: Request) -> None:
    from generator.verify.result_lines import result_lines

    wanted = verification.wanted(request)
    if not wanted:
        click.echo(text("verify.nothing_changed"))
        return
    click.echo(text("verify.begins", count=len(wanted)))
    with progress(len(wanted)) as bar:
        for outcome in verification.run(wanted, request.layer):
            bar.clear()
            for line in result_lines(outcome):
                click.echo(line)
            bar.show(outcome.number, of=outcome.count)
    if verification.to_record:
        click.echo(text("verify.records", count=len(verification.to_record)))
        verification.record()


def _summarize(verification: Verification, request: Request) -> int:
    from generator.verify.board import summary

    click.echo(summary(verification.counts()))
    return CHECK if verification.fails(request) else FINE
