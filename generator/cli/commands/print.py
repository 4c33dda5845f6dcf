"""``generate print``: one record on its printed form, as a PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.failure import FINE, INPUT, InputError
from generator.cli.help_text import Command
from generator.cli.options import blueprints_option, language_option, option, spec_argument
from generator.messages import text

if TYPE_CHECKING:
    from generator.plan import Plan, ScreenPlan


@click.command("print", cls=Command)
@spec_argument
@click.argument("screen", metavar="SCREEN")
@option("--record", type=click.IntRange(1, 10**15), default=1, metavar="NUMBER")
@option("-o", "--out", "print_out", type=click.Path(path_type=Path), metavar="FILE")
@blueprints_option
@language_option
def command(
    spec: Path, screen: str, record: int, print_out: Path | None, blueprints: Path | None
) -> int:
    """Build, and write the PDF of one record; its number is the one in the address."""
    from generator.blueprints import Blueprints
    from generator.pipeline import Pipeline, default_out
    from generator.printing import NotPrintedError, printed_pdf
    from generator.write.single import replace_file

    found = Blueprints.find(blueprints)
    folder = default_out(spec)
    built = Pipeline(found).build(spec, folder)
    if built.plan is None:
        for problem in built.loaded.errors:
            click.echo(problem.as_text(), err=True)
        click.echo(text("cli.not_built", count=len(built.loaded.errors)), err=True)
        return INPUT
    printed = _screen(built.plan, screen)
    try:
        content = printed_pdf(folder, printed, record, found)
    except NotPrintedError as error:
        raise InputError(f"cli.print.{error.reason}", **error.values) from None
    out = print_out or Path(f"{printed.key}.pdf")
    replace_file(out, content)
    click.echo(text("cli.print.written", file=out), err=True)
    return FINE


def _screen(plan: Plan, key: str) -> ScreenPlan:
    """Return the print screen ``key``. Raises InputError when there is none."""
    from generator.spec.problems import Words

    screens = {screen.key: screen for screen in plan.screens if screen.spec.traits.prints}
    if key not in screens:
        raise InputError("cli.print.no_screen", name=key, known=Words(screens, key))
    return screens[key]
