"""The group of commands: each is a file in ``commands/`` and is imported only when it is called."""

from __future__ import annotations

import importlib
import pkgutil
from pathlib import Path

import click

from generator import __version__
from generator.messages import text

from . import commands
from .failure import USAGE
from .help_text import Option, Worded
from .language import OPTION
from .options import language_option

_DEFAULT = "serve"


class Generate(Worded, click.Group):
    """``generate``: a first word that is no command is a spec to be served."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of the files in ``commands/``."""
        return sorted(module.name for module in pkgutil.iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command ``cmd_name`` and return it."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"{commands.__name__}.{cmd_name}")
        command: click.Command = module.command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put ``serve`` in front of the spec where no command is named."""
        at = self._first_word(args)
        if at < len(args) and args[at] not in self.list_commands(ctx):
            self._refuse_misspelt(ctx, args[at])
            args = [*args[:at], _DEFAULT, *args[at:]]
        return super().parse_args(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options and the commands."""
        super().format_options(ctx, formatter)
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section(text("cli.commands")):
            formatter.write_dl([(name, c.get_short_help_str()) for name, c in found if c])

    def _first_word(self, args: list[str]) -> int:
        """Return where the options of ``generate`` itself end."""
        own = {name for param in self.params for name in param.opts} | {"--help"}
        at = 0
        while at < len(args) and args[at].partition("=")[0] in own:
            at += 2 if args[at] == OPTION else 1
        return at

    def _refuse_misspelt(self, ctx: click.Context, word: str) -> None:
        if Path(word).exists():
            return
        from generator.spec.problems import nearest

        meant = nearest(word, self.list_commands(ctx))
        if meant:
            raise click.UsageError(text("cli.no_such_command", name=word, nearest=meant), ctx)


def _show_version(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(f"sawaru {__version__}")
        ctx.exit()


@click.group(cls=Generate, name="generate", invoke_without_command=True, add_help_option=True)
@click.option(
    "--version", cls=Option, is_flag=True, is_eager=True, callback=_show_version, expose_value=False
)
@language_option
@click.pass_context
def generate(ctx: click.Context) -> int | None:
    """Show the help when nothing is asked for."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
        return USAGE
    return None
