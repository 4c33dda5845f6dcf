"""Help and usage errors in the catalogue's words, where click would speak English."""

from __future__ import annotations

import click

from generator.messages import text


class Option(click.Option):
    """An option whose help is ``cli.option.<name>`` of the catalogue."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option as it is written, and its help."""
        self.help = text(f"cli.option.{self.name}")
        return super().get_help_record(ctx)


class Worded(click.Command):
    """A command or group whose help is ``cli.help.<name>`` of the catalogue."""

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002
        """Return the first line of the help, which fits beside the command's name."""
        return text(f"cli.help.{self.name}").splitlines()[0]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is called."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=f"{text('cli.usage')} ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            for line in text(f"cli.help.{self.name}").splitlines():
                formatter.write_text(line)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        records = [record for param in options if (record := param.get_help_record(ctx))]
        with formatter.section(text("cli.options")):
            formatter.write_dl(records)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return ``--help`` with help in the catalogue's words."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = text("cli.option.help")
        return option


class Command(Worded):
    """A command that says in the catalogue's words that it was given too much."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Take the words after the command. Raises click.UsageError for words too many."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest:
            raise click.UsageError(text("cli.too_many", said=" ".join(rest)), ctx)
        return rest


def usage_sentence(error: click.ClickException) -> str:
    """Say what is wrong with the words after ``generate``, and where help is."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "generate"
    return f"{_wrong(error)}\n{text('cli.see_help', command=command)}"


def _wrong(error: click.ClickException) -> str:
    match error:
        case click.MissingParameter(param=param) if param is not None:
            return text("cli.missing_parameter", name=param.make_metavar(click.Context(_NONE)))
        case click.NoSuchOption(option_name=name):
            return text("cli.no_such_option", name=name)
        case click.BadOptionUsage(option_name=name):
            return text("cli.option_usage", name=name)
        case click.BadParameter(param=param) if param is not None:
            return text("cli.bad_parameter", name="/".join(param.opts), said=_possible(param.type))
    return error.format_message()


def _possible(kind: object) -> str:
    match kind:
        case click.Choice(choices=choices):
            return " / ".join(str(choice) for choice in choices)
        case click.IntRange(min=least, max=most):
            return text("cli.number_between", least=least, most=most)
    return getattr(kind, "name", "")


_NONE = click.Command(None)
