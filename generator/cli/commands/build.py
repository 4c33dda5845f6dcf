"""``generate build``: write the prototype project only."""

from __future__ import annotations

from pathlib import Path

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
from generator.messages import text


@click.command("build", cls=Command)
@spec_argument
@out_option
@blueprints_option
@option("--with-kit-tests", "kit_tests", is_flag=True)
@language_option
def command(spec: Path, out: Path | None, blueprints: Path | None, kit_tests: bool) -> int:
    """Build, and show the result for each file."""
    from blueprints.kit import VERSION
    from generator.blueprints import Blueprints
    from generator.pipeline import Pipeline, default_out
    from generator.write import FileState
    from generator.write.summary import file_lines, kit_line, summary

    out = out or default_out(spec)
    built = Pipeline(Blueprints.find(blueprints)).build(spec, out, kit_tests=kit_tests)
    for problem in built.loaded.problems:
        click.echo(problem.as_text(), err=True)
    if built.plan is None:
        click.echo(text("cli.not_built", count=len(built.loaded.errors)), err=True)
        return INPUT
    for line in file_lines(built.files):
        click.echo(line)
    if line := kit_line(built.kit_before, VERSION):
        click.echo(line)
    click.echo(text("cli.built", folder=out, summary=summary(built.files)))
    conflicting = any(file.state is FileState.CONFLICT for file in built.files)
    return CHECK if conflicting else FINE
