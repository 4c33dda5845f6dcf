"""The one worker process that the whole server shares.

Pictures and spreadsheets go through it: two at work would take twice the memory.
"""

from __future__ import annotations

from .worker import Worker

WORKER = Worker(["files.decoding"])
