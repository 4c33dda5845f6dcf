"""What can come of a task other than its result."""

from __future__ import annotations


class RefusalError(ValueError):
    """What was sent can't be taken; the message says why."""


class WorkerError(Exception):
    """The process that did the task ended before it was done."""


class TooLongError(WorkerError):
    """It was ended because it took too long."""
