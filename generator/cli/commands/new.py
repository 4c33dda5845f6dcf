"""``generate new``: start a spec from a sample, or by a few questions."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from generator.cli.failure import InputError
from generator.cli.help_text import Command
from generator.cli.options import language_option, option
from generator.first_spec import Answers, names_in, one_line, spec_text
from generator.messages import preferred_language, text
from generator.samples import UnknownSampleError, sample, sample_names
from generator.spec.problems import nearest
from generator.write.single import create_file

Answer = TypeVar("Answer")


@click.command("new", cls=Command)
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@option("--sample", "sample_name", metavar="NAME")
@language_option
def command(file: Path, sample_name: str | None) -> None:
    """Write a new spec; an existing file is never overwritten."""
    if file.exists():
        raise InputError("cli.new.exists", file=file)
    content = _sample(sample_name) if sample_name is not None else _answered()
    try:
        create_file(file, content)
    except FileExistsError:
        raise InputError("cli.new.exists", file=file) from None
    click.echo(text("cli.new.done", file=file))


def _sample(name: str) -> bytes:
    try:
        return sample(name)
    except UnknownSampleError as error:
        meant = nearest(name, error.known)
        hint = text("spec.did_you_mean", nearest=meant) if meant else ""
        known = ", ".join(error.known)
        raise InputError("cli.new.no_sample", name=name, known=known, hint=hint) from None


def _answered() -> bytes:
    if not sys.stdin.isatty():
        raise click.UsageError(text("cli.new.no_terminal", known=", ".join(sample_names())))
    answers = Answers(
        title=_ask("title", one_line, needed=True),
        organizations=_ask("organizations", names_in),
        entity=_ask("entity", one_line, needed=True),
        fields=_ask("fields", names_in, needed=True),
        states=_ask("states", names_in),
        roles=_ask("roles", names_in),
    )
    return spec_text(answers, preferred_language()).encode()


def _ask(subject: str, reading: Callable[[str], Answer], *, needed: bool = False) -> Answer:
    """Ask until there is an answer; one that is not needed may be empty."""
    while True:
        question = text(f"cli.new.ask.{subject}")
        answer = reading(click.prompt(question, default="", show_default=False))
        if answer or not needed:
            return answer
        click.echo(text("cli.new.needed"))
