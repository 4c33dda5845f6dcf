"""``generate advise``: a sheet with every question that the spec leaves open, for the team."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from generator.cli.failure import FINE, INPUT, InputError
from generator.cli.help_text import Command
from generator.cli.options import blueprints_option, language_option, option, spec_argument
from generator.messages import preferred_language, text

_MEMORY = "advice.json"


@click.command("advise", cls=Command)
@spec_argument
@option("-o", "--out", "advice_out", type=click.Path(path_type=Path), metavar="DIR")
@blueprints_option
@language_option
def command(spec: Path, advice_out: Path | None, blueprints: Path | None) -> int:
    """Write the sheet as Markdown, HTML and Word."""
    from generator.advice.advise import advise
    from generator.advice.sheet.contents import Memory, make_sheet, remember
    from generator.advice.sheet.markdown import as_markdown
    from generator.advice.sheet.page import as_html
    from generator.advice.sheet.word import as_docx
    from generator.blueprints import Blueprints
    from generator.spec.load import load_spec

    loaded = load_spec(spec, Blueprints.find(blueprints).vocabulary)
    if loaded.spec is None:
        for problem in loaded.errors:
            click.echo(problem.as_text(), err=True)
        click.echo(text("cli.advise.not_read", count=len(loaded.errors)), err=True)
        return INPUT
    language = preferred_language()
    out = advice_out or spec.parent / f"{spec.stem}-advice"
    advice = advise(loaded.spec, language)
    memory = remember(advice, Memory.of(_kept(out)), language)
    sheet = make_sheet(loaded.spec, advice, memory, date.today().isoformat(), language)
    files = {
        "advice.md": as_markdown(sheet),
        "advice.html": as_html(sheet),
        "advice.docx": as_docx(sheet),
        _MEMORY: memory.kept(),
    }
    _put(out, files)
    new = sum(entry.is_new for entry in sheet.entries)
    values = {"count": len(advice), "new": new, "gone": len(sheet.gone), "folder": out}
    click.echo(text("cli.advise.written", **values))
    return FINE


def _kept(out: Path) -> bytes | None:
    try:
        return (out / _MEMORY).read_bytes()
    except OSError:
        return None


def _put(out: Path, files: dict[str, bytes]) -> None:
    """Write the files, what is remembered last: a sheet that was not written was not handed out."""
    from generator.write.single import replace_file

    try:
        out.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise InputError("cli.advise.no_folder", path=out) from None
    for name, content in files.items():
        replace_file(out / name, content)
