"""The sheet as a page of HTML that stands alone and prints on A4."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from generator.messages import text

from .contents import Sheet


def as_html(sheet: Sheet) -> bytes:
    """Return ``sheet`` as an HTML file that asks for nothing else."""

    def say(key: str, **values: object) -> str:
        return text(f"advice.sheet.{key}", sheet.language, **values)

    return _template().render(sheet=sheet, say=say).encode()


@cache
def _template() -> Template:
    loader = FileSystemLoader(Path(__file__).parent)
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    return environment.get_template("page.html.jinja")
