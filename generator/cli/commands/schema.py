"""``generate schema``: the JSON Schema of the language, for editors."""

from __future__ import annotations

import json
from pathlib import Path

import click

from generator.cli.help_text import Command
from generator.cli.options import blueprints_option, language_option, option
from generator.messages import text


@click.command("schema", cls=Command)
@option("-o", "--out", "schema_out", type=click.Path(path_type=Path), metavar="FILE")
@blueprints_option
@language_option
def command(schema_out: Path | None, blueprints: Path | None) -> None:
    """Print the schema, or write it to a file."""
    from generator.blueprints import Blueprints
    from generator.spec.schema import json_schema
    from generator.write.single import replace_file

    schema = json_schema(Blueprints.find(blueprints).vocabulary)
    shown = json.dumps(schema, ensure_ascii=False, indent=2)
    if schema_out is None:
        click.echo(shown)
    else:
        replace_file(schema_out, f"{shown}\n".encode())
        click.echo(text("cli.schema_written", file=schema_out), err=True)
