"""``generate check``: what is wrong with a spec, with line and column."""

from __future__ import annotations

import json
from pathlib import Path

import click

from generator.cli.failure import FINE, INPUT
from generator.cli.options import blueprints_option, language_option, option, spec_argument
from generator.cli.wording import Command
from generator.messages import text


@click.command("check", cls=Command)
@spec_argument
@option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", metavar="text|json"
)
@blueprints_option
@language_option
def command(spec: Path, form: str, blueprints: Path | None) -> int:
    """Check, and tell all problems."""
    from generator.blueprints import Blueprints
    from generator.spec.load import load_spec

    loaded = load_spec(spec, Blueprints.find(blueprints).vocabulary)
    if form == "json":
        problems = [problem.as_json() for problem in loaded.problems]
        found = {"file": str(spec), "problems": problems}
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        for problem in loaded.problems:
            click.echo(problem.as_text())
        key = "cli.checked" if loaded.problems else "cli.checked_fine"
        others = len(loaded.problems) - len(loaded.errors)
        click.echo(text(key, file=spec, errors=len(loaded.errors), others=others))
    return INPUT if loaded.errors else FINE
