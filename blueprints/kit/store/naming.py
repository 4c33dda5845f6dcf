"""Names of tables and columns for the keys of a spec, which may be Japanese, long or hostile.

A plain key is its own name. Any other is cut and cleaned and gets a digest of the key, so that it
is always the same name. The catalogue keeps which name belongs to which key.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from hashlib import blake2b

_LONGEST = 48
"""Bytes; PostgreSQL allows 63, and a number may have to follow."""

_TAKEN_BY_DATABASES = ("sqlite", "pg_", "rowid", "oid")


def database_name(key: str, taken: Collection[str] = ()) -> str:
    """Return the name of the table or column for ``key``, another one than those ``taken``."""
    name = key if _is_plain(key) else f"{_cleaned(key)}_{_digest(key)}"
    candidate, count = name, 1
    while candidate in taken:
        count += 1
        candidate = f"{name}_{count}"
    return candidate


def _is_plain(key: str) -> bool:
    return bool(
        key.isidentifier()
        and key[0].isalpha()
        and key == key.casefold()
        and not key.startswith(_TAKEN_BY_DATABASES)
        and len(key.encode("utf-8", "replace")) <= _LONGEST
        # A plain key must not look like the name that another key was given.
        and not re.search(r"_([0-9a-f]{8}|\d+)$", key)
    )


def _cleaned(key: str) -> str:
    kept = (letter if letter.isalpha() or letter.isdecimal() else " " for letter in key.casefold())
    words = "_".join("".join(kept).split())
    short = words.encode("utf-8", "ignore")[: _LONGEST - 11].decode("utf-8", "ignore").rstrip("_")
    return (
        f"k_{short}" if not short[:1].isalpha() or short.startswith(_TAKEN_BY_DATABASES) else short
    )


def _digest(key: str) -> str:
    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
