"""Tells how the tests start a browser. Run as a script, it only says whether there is one.

The search itself is the kit's, as generated projects have it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from blueprints.kit.server import browser

__all__ = ["KIT", "browser"]

KIT = Path(__file__).parents[1] / "blueprints/kit"


def main() -> int:
    """Start a browser and close it; say what to type when there is none."""
    try:
        with browser.driver() as playwright:
            browser.launch_arguments(playwright.chromium)
    except browser.NoBrowserError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
