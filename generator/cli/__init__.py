"""The command ``generate``: arguments in, an exit code out."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from generator import messages

from . import failure, terminal
from .group import generate
from .language import requested_language


def main(args: Sequence[str] | None = None) -> int:
    """Run ``generate`` with ``args`` (those of the process when None); return the exit code."""
    arguments = list(sys.argv[1:] if args is None else args)
    messages.speak(requested_language(arguments))
    terminal.never_fail_on_encoding()
    try:
        # not generate.main(): it would end the process itself when the output is closed
        with generate.make_context("generate", arguments) as context:
            code = generate.invoke(context)
        sys.stdout.flush()
    except BaseException as error:  # the one place where everything ends
        return failure.end(error, arguments)
    return code if isinstance(code, int) else failure.FINE
