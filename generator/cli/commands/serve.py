"""``generate serve``, and ``generate SPEC``: build, serve, follow the spec."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli import network
from generator.cli.failure import FINE, INPUT, explain
from generator.cli.help_text import Command
from generator.cli.options import (
    blueprints_option,
    language_option,
    option,
    out_option,
    spec_argument,
)
from generator.cli.progress import progress


@click.command("serve", cls=Command)
@spec_argument
@out_option
@blueprints_option
@option("--host", default="127.0.0.1", metavar="ADDRESS")
@option("--port", type=click.IntRange(0, 65535), metavar="NUMBER")
@option("--proxy", callback=network.proxies, multiple=True, metavar="ADDRESS")
@option("--base-path", callback=network.base_path, default="", metavar="/PATH")
@option("--new-pin", is_flag=True)
@option("--no-open", is_flag=True)
@option("--once", is_flag=True)
@option("--no-verify", is_flag=True)
@language_option
def command(
    spec: Path,
    out: Path | None,
    blueprints: Path | None,
    host: str,
    port: int | None,
    proxy: tuple[str, ...],
    base_path: str,
    new_pin: bool,
    no_open: bool,
    once: bool,
    no_verify: bool,
) -> int:
    """Serve until Ctrl-C."""
    from generator.live.serve import STEPS, Settings, serve

    settings = Settings(
        spec,
        out,
        blueprints,
        host,
        port,
        base_path,
        proxy,
        new_pin,
        open_browser=not no_open,
        once=once,
        verify=not no_verify,
    )
    with progress(STEPS) as bar:

        def notify(line: str) -> None:
            bar.clear()
            click.echo(line, err=True)

        served = serve(
            settings,
            notify=notify,
            explain=lambda error: explain(error, sys.argv[1:])[0],
            progress=bar.show,
        )
    return FINE if served else INPUT
