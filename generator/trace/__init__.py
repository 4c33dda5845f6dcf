"""How everything in a spec hangs together: goal → step → feature → screen, field, action.

Both ways, by places as people write them: ``features.F1``.
"""

from .follow import trace
from .found import Part, Trace
from .tables import as_markdown

__all__ = ["Part", "Trace", "as_markdown", "trace"]
