"""Options that say where a prototype stands in a network."""

from __future__ import annotations

import ipaddress
import re

import click

from generator.messages import text

_PATH = re.compile(r"(/[A-Za-z0-9._~-]+)+/?")


def proxies(
    context: click.Context, _: click.Parameter, written: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the addresses of proxies, and of networks that they stand in, written in full."""
    return tuple(_proxy(context, each) for each in written)


def _proxy(context: click.Context, written: str) -> str:
    try:
        network = ipaddress.ip_network(written.strip(), strict=False)
    except ValueError:
        raise click.UsageError(text("cli.no_proxy", said=written), context) from None
    return str(network.network_address if network.num_addresses == 1 else network)


def base_path(context: click.Context, _: click.Parameter, written: str) -> str:
    """Return what stands before every path (``/t/roads``) without a slash at its end."""
    if written in ("", "/"):
        return ""
    if not _PATH.fullmatch(written) or {".", ".."} & set(written.split("/")):
        raise click.UsageError(text("cli.no_base_path", said=written), context)
    return written.rstrip("/")
