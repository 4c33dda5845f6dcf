"""The one process in which everything is done that is done apart.

Pictures and sheets share it: two of them at work would take twice the memory.
"""

from __future__ import annotations

from .worker import Worker

WORKER = Worker(["files.decoding"])
