"""Traces the parts of a spec: goal → step → feature → screen, field, action.

Both ways, by places as people write them: ``features.F1``.
"""

from .follow import trace
from .model import Part, Trace
from .tables import as_markdown

__all__ = ["Part", "Trace", "as_markdown", "trace"]
