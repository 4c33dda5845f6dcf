"""Addresses as a browser must ask for them: a prototype may stand below a path of its own.

A proxy that serves several things at one address takes a part of the path away and names it in
``X-Forwarded-Prefix``; a server that is told to stand below a path puts it into ``root_path``.
NiceGUI puts the prefix before the targets of its own links and of ``ui.navigate.to``; what is
written into the page in any other way takes it from here.
"""

from __future__ import annotations

from urllib.parse import quote

from nicegui import Client, ui

_IN_A_PATH = "/:@!$&'()*+,;=%"
"""Characters that may stand in a path besides letters and digits: RFC 3986, section 3.3."""


def prefix_of(client: Client) -> str:
    """Return what stands before every path of this server for the browser with a page, or ""."""
    try:
        request = client.request
    except RuntimeError:  # a page that no browser asked for, to see whether it can be built
        return ""
    taken_away = quote(request.headers.get("x-forwarded-prefix", ""), safe=_IN_A_PATH)
    return taken_away + str(request.scope.get("root_path", ""))


def outside(path: str) -> str:
    """Return ``path`` (``/s/report_list``) as the browser of the page in use must ask for it."""
    return prefix_of(ui.context.client) + path
