"""``generate trace``: from each goal to the screens that serve it, and back."""

from __future__ import annotations

import json
from pathlib import Path

import click

from generator.cli.failure import FINE, INPUT
from generator.cli.help_text import Command
from generator.cli.options import blueprints_option, language_option, option, spec_argument
from generator.messages import text


@click.command("trace", cls=Command)
@spec_argument
@option(
    "--format",
    "trace_form",
    type=click.Choice(["markdown", "json"]),
    default="markdown",
    metavar="markdown|json",
)
@blueprints_option
@language_option
def command(spec: Path, trace_form: str, blueprints: Path | None) -> int:
    """Print the trace of the spec."""
    from generator.blueprints import Blueprints
    from generator.spec.load import load_spec
    from generator.trace import as_markdown, trace

    loaded = load_spec(spec, Blueprints.find(blueprints).vocabulary)
    if loaded.spec is None:
        for problem in loaded.errors:
            click.echo(problem.as_text(), err=True)
        click.echo(text("cli.trace.not_read", count=len(loaded.errors)), err=True)
        return INPUT
    found = trace(loaded.spec)
    if trace_form == "json":
        click.echo(json.dumps(found.as_json(), ensure_ascii=False, indent=2))
    else:
        click.echo(as_markdown(found), nl=False)
    return FINE
