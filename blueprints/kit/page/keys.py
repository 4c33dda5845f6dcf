"""Element ids that come from the keys of the spec, never from the position on the page.

A browser patches an element in place while its id stays the same. Ids that count positions would
move typed text into the wrong box when a field is inserted above it; ids that come from
``screen/field/part`` stay with their field.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from .nicegui_inside import ids_from

_BITS = 12
"""Each key has room for 4,096 elements; 52 bits together are exact as a number in JavaScript."""

_path: ContextVar[tuple[str, ...]] = ContextVar("path", default=())


@contextmanager
def keyed(*keys: str) -> Iterator[str]:
    """Give the elements that are made inside ids of their own; yield an id for HTML attributes.

    Keys nest: ``keyed("report_form")`` around ``keyed("place")`` stands for ``report_form/place``.
    The same path may stand only once on a page.
    """
    path = (*_path.get(), *keys)
    digest = hashlib.blake2b("\0".join(path).encode(), digest_size=5).digest()
    first = int.from_bytes(digest, "big") << _BITS
    token = _path.set(path)
    try:
        with ids_from(first):
            yield f"k{first:x}"
    finally:
        _path.reset(token)
