"""How the prototype looks: the tokens of the Digital Agency's design system, as one style sheet.

Nothing is fetched from outside. Source of colours and sizes: the design tokens that the Digital
Agency of Japan publishes under the MIT licence.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from nicegui import app, ui

from .addresses import outside

FAVICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
    '<rect width="32" height="32" rx="7" fill="#0017c1"/>'
    '<path d="M9 8h14v4H9zm0 6h14v4H9zm0 6h9v4H9z" fill="#fff"/></svg>'
)
_STATIC = Path(__file__).parents[1] / "static"
_ADDRESS = "/_kit"
_FONT = "noto-sans-jp-5.3"
"""The folder of the bundled font; another version has another name, so that this may be kept."""
_OWN_ONLY = (
    "connect-src 'self'; font-src 'self' data:; media-src 'self'; frame-src 'self'; "
    "object-src 'none'; base-uri 'self'; form-action 'self'"
)
_A_YEAR = 365 * 24 * 3600


def serve_files() -> None:
    """Serve the style sheet, and set the colours that Quasar's own parts use."""
    app.add_static_files(f"{_ADDRESS}/{_FONT}", _STATIC / _FONT, max_cache_age=_A_YEAR)
    app.add_static_files(_ADDRESS, _STATIC, max_cache_age=3600)
    app.colors(
        primary="#0017c1",
        secondary="#4d4d4d",
        accent="#00118f",
        positive="#197a4b",
        negative="#ec0000",
        warning="#927200",
    )


def dress() -> None:
    """Put the style sheet on the page that is being built, and the kit's scripts.

    Every page gets all of them: a live change may add any kind of field to it.
    """
    version, address = (_STATIC / "kit.css").stat().st_mtime_ns, outside(_ADDRESS)
    ui.add_head_html(f'<link rel="stylesheet" href="{address}/{_FONT}/faces.css">')
    ui.add_head_html(f'<link rel="stylesheet" href="{address}/kit.css?v={version}">')
    for script in ("keep.js", "send.js"):
        ui.add_head_html(f'<script src="{address}/{script}" defer></script>')


def seal(sources: Iterable[str]) -> None:
    """Let the page that is being built fetch from this server alone, pictures from ``sources`` too."""
    pictures = " ".join(["'self'", "data:", "blob:", *sorted(sources)])
    rules = f"img-src {pictures}; {_OWN_ONLY}"
    ui.add_head_html(f'<meta http-equiv="Content-Security-Policy" content="{rules}">')
