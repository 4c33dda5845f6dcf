"""What server and worker send each other through a pipe: frames of a kind, a length, and bytes.

Only plain bytes and JSON go through: what comes back from a process that was led astray by a
hostile file is data and nothing else.
"""

from __future__ import annotations

import struct
from typing import IO

JOB, PART, END, REFUSED, FAILED = b"j", b"p", b"e", b"r", b"f"
"""A task, a part of its result, its end, its refusal, and a mistake of ours."""
LONGEST = 1 << 26
"""Bytes; no frame is longer."""
LEAVING = b"leaving"
"""What stands in the end of a task when the process ends with it."""
_HEAD = struct.Struct(">cI")


def send(pipe: IO[bytes], kind: bytes, content: bytes = b"") -> None:
    """Write a frame. Raises OSError when nobody is there to read it."""
    pipe.write(_HEAD.pack(kind, len(content)))
    pipe.write(content)
    pipe.flush()


def receive(pipe: IO[bytes]) -> tuple[bytes, bytes]:
    """Return kind and content of the next frame. Raises EOFError when there is none any more."""
    kind, length = _HEAD.unpack(_exactly(pipe, _HEAD.size))
    if length > LONGEST:
        raise EOFError
    return kind, _exactly(pipe, length)


def _exactly(pipe: IO[bytes], length: int) -> bytes:
    content = pipe.read(length)
    if len(content) < length:
        raise EOFError
    return content
