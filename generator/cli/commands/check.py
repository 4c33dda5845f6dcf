"""``generate check``: what is wrong with a spec and what is vague, with line and column."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.failure import FINE, INPUT
from generator.cli.help_text import Command
from generator.cli.options import blueprints_option, language_option, option, spec_argument
from generator.messages import text

if TYPE_CHECKING:
    from generator.advice.model import Advice
    from generator.spec.load import Loaded
    from generator.spec.problems import Problem

_FIRST = 3
"""How many pieces of advice are shown without ``--advice``."""


@click.command("check", cls=Command)
@spec_argument
@option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", metavar="text|json"
)
@option("--advice", "all_advice", is_flag=True)
@blueprints_option
@language_option
def command(spec: Path, form: str, all_advice: bool, blueprints: Path | None) -> int:
    """Check, and show all problems and what is still vague."""
    from generator.blueprints import Blueprints
    from generator.spec.load import load_spec

    loaded = load_spec(spec, Blueprints.find(blueprints).vocabulary)
    advice, needless = _advice(loaded)
    problems = [*loaded.problems, *needless]
    if form == "json":
        advice_json = [one.as_json(loaded.source) for one in advice]
        problems_json = [problem.as_json() for problem in problems]
        answer = {"file": str(spec), "problems": problems_json, "advice": advice_json}
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        for problem in problems:
            click.echo(problem.as_text())
        key = "cli.checked" if problems else "cli.checked_fine"
        others = len(problems) - len(loaded.errors)
        click.echo(text(key, file=spec, errors=len(loaded.errors), others=others))
        _echo_advice(advice, loaded, all_advice)
    return INPUT if loaded.errors else FINE


def _advice(loaded: Loaded) -> tuple[list[Advice], list[Problem]]:
    """Return what is still vague, and what the spec silences without need."""
    from generator.advice.advise import found_in, to_ask
    from generator.advice.silence import needless

    if loaded.spec is None:
        return [], []
    found = found_in(loaded.spec)
    places = [one.at(loaded.source) for one in needless(loaded.spec, found)]
    return to_ask(loaded.spec, found), places


def _echo_advice(advice: list[Advice], loaded: Loaded, everything: bool) -> None:
    """Show what is still vague: all of it with reasons, or the most urgent in a line each."""
    if not advice:
        return
    click.echo(text("advice.all" if everything else "advice.count", count=len(advice)))
    for one in advice if everything else advice[:_FIRST]:
        line = one.as_text(loaded.source) if everything else one.as_line(loaded.source)
        click.echo(line)
