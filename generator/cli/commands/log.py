"""``generate log``: who decided what, when and why, for the minutes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.failure import FINE, INPUT
from generator.cli.help_text import Command
from generator.cli.options import blueprints_option, language_option, option, spec_argument
from generator.messages import text

if TYPE_CHECKING:
    from generator.decide.log import Row


@click.command("log", cls=Command)
@spec_argument
@option("--format", "log_form", type=click.Choice(["markdown", "xlsx"]), metavar="markdown|xlsx")
@option("-o", "--out", "log_out", type=click.Path(path_type=Path), metavar="FILE")
@blueprints_option
@language_option
def command(spec: Path, log_form: str | None, log_out: Path | None, blueprints: Path | None) -> int:
    """Print the log, or write it to a file; the form follows from the file's name."""
    from generator.blueprints import Blueprints
    from generator.decide import log
    from generator.spec.load import load_spec

    is_xlsx = log_form == "xlsx" or (log_form is None and _suffix(log_out) == ".xlsx")
    if is_xlsx and log_out is None:
        raise click.UsageError(text("decide.log.needs_file"))
    loaded = load_spec(spec, Blueprints.find(blueprints).vocabulary)
    if loaded.spec is None:
        for problem in loaded.errors:
            click.echo(problem.as_text(), err=True)
        click.echo(text("decide.log.not_read", count=len(loaded.errors)), err=True)
        return INPUT
    rows = log.rows(loaded.spec)
    _put(_content(loaded.spec.project.title, rows, is_xlsx), log_out, len(rows))
    _report_missing(spec)
    return FINE


def _suffix(path: Path | None) -> str:
    return path.suffix.lower() if path else ""


def _content(title: str, rows: list[Row], is_xlsx: bool) -> bytes:
    if is_xlsx:
        from generator.decide.spreadsheet import as_xlsx

        return as_xlsx(rows)
    from generator.decide.markdown import as_markdown

    return as_markdown(title, rows).encode()


def _put(content: bytes, out: Path | None, count: int) -> None:
    from generator.write.single import replace_file

    if out is None:
        click.echo(content.decode(), nl=False)
    else:
        replace_file(out, content)
        click.echo(text("decide.log.written", count=count, file=out), err=True)


def _report_missing(spec: Path) -> None:
    """Report what was recorded but is not in the spec."""
    from generator.decide.write import dropped, unresolved, waiting

    open_ones = [*waiting(spec), *unresolved(spec)]
    if open_ones:
        click.echo(text("decide.log.waiting", count=len(open_ones)), err=True)
    gone = dropped(spec)
    if gone:
        click.echo(text("decide.log.dropped", count=len(gone)), err=True)
    if gone or unresolved(spec):
        click.echo(text("decide.asked.how", file=spec), err=True)
