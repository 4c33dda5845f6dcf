"""Whether the spec is still there: editors remove it for a moment, people for good."""

from __future__ import annotations

import time
from pathlib import Path

from .watch import stamp_of

_GONE_SECONDS = 2.0
"""How long a file may be missing while an editor saves by renaming."""


class Presence:
    """Tells when the file ``path`` is gone, and when it is back."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._last = stamp_of(path)
        self._missing_since: float | None = None
        self.is_gone = False

    def changed(self) -> bool:
        """Look at the file; return whether it vanished or came back since the last look."""
        before, now = self.is_gone, stamp_of(self._path)
        if now is not None:
            self._last, self._missing_since = now, None
        elif self._missing_since is None:
            self._missing_since = time.monotonic()
        since = self._missing_since
        self.is_gone = since is not None and time.monotonic() - since > _GONE_SECONDS
        return self.is_gone != before

    def renamed_to(self) -> Path | None:
        """Return where the file is now, if it is still in its folder under another name."""
        if self._last is None:
            return None
        try:
            files = [path for path in self._path.parent.iterdir() if path.is_file()]
        except OSError:
            return None
        inode = self._last[2]
        return next((path for path in files if inode and _inode(path) == inode), None)


def _inode(path: Path) -> int:
    stamp = stamp_of(path)
    return stamp[2] if stamp else 0
