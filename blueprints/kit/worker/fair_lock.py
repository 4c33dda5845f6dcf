"""A lock that threads get in the order in which they came for it."""

from __future__ import annotations

import threading
from collections import deque
from types import TracebackType


class FairLock:
    """A context that one thread is in at a time; who waits longest is next."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._line: deque[object] = deque()

    @property
    def is_free(self) -> bool:
        """Whether nobody is in it, or waits for it."""
        return not self._line

    def __enter__(self) -> None:
        """Wait until it is this thread's turn."""
        mine = object()
        with self._changed:
            self._line.append(mine)
            try:
                self._changed.wait_for(lambda: self._line[0] is mine)
            except BaseException:
                self._line.remove(mine)
                self._changed.notify_all()
                raise

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let the next one go on."""
        with self._changed:
            self._line.popleft()
            self._changed.notify_all()
