"""How much the slow tests do: what .ci/run has time for, or all with SAWARU_TEST_WHOLE=1."""

from __future__ import annotations

import os

WHOLE = os.environ.get("SAWARU_TEST_WHOLE") == "1"
"""Takes about two hours on two cores."""
