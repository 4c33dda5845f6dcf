"""Tells how the tests start a browser. Run as a script, it only says whether there is one.

The search itself is the kit's (``prototype/kit/browser.py``), as generated projects have it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from generator.verify.ready import kit_browser

__all__ = ["KIT", "kit_browser"]

KIT = Path(__file__).parents[1] / "blueprints/app/{{cookiecutter.slug}}/prototype/kit"


def main() -> int:
    """Start a browser and close it; say what to type when there is none."""
    search = kit_browser()
    try:
        with search.driver() as playwright:
            search.launch_arguments(playwright.chromium)
    except search.NoBrowserError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
