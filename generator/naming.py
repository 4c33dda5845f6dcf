"""Python names for the keys of a spec, which may be Japanese, odd or hostile.

A key is kept as it is wherever it is data; these names are only for the generated source.
"""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Collection, Iterable
from zlib import crc32

# Windows can't have files of these names, whatever their ending.
_DEVICES = {"con", "prn", "aux", "nul"} | {f"{d}{n}" for d in ("com", "lpt") for n in range(10)}


MOST_BYTES = 75
"""The longest name: its line fits, and so does its file's name, which may have 255 bytes."""


def identifier(key: str, most: int = MOST_BYTES) -> str:
    """Return ``key`` as one Python name of ``most`` bytes, as near to the key as Python allows.

    Python compares names in NFKC form, so the name is in it already; what a name can't contain
    becomes ``_``, and a keyword gets ``_`` behind it. A longer name ends with a checksum instead.
    """
    name = re.sub(r"\W+", "_", unicodedata.normalize("NFKC", key)).strip("_")
    if not name or not name.isidentifier():
        name = f"n_{name}".rstrip("_")
    if not name.isidentifier():
        name = "n_" + "_".join(f"{ord(character):x}" for character in key)
    return f"{name}_" if keyword.iskeyword(name) else _cut(name, most)


def _cut(name: str, most: int) -> str:
    written = name.encode()
    if len(written) <= most:
        return name
    ending = f"_{crc32(written):08x}"
    return written[: most - len(ending)].decode(errors="ignore").rstrip("_") + ending


def class_identifier(key: str) -> str:
    """Return ``key`` as the name of a class: ``road_report`` is ``RoadReport``."""
    parts = [part for part in identifier(key).split("_") if part]
    name = "".join(part[:1].upper() + part[1:] for part in parts) or "N"
    return f"{name}_" if keyword.iskeyword(name) else name


def module_identifier(key: str) -> str:
    """Return ``key`` as the name of a module whose file every system can have."""
    name = identifier(key)
    return f"{name}_" if name.casefold() in _DEVICES else name


def distinct(names: Iterable[str], reserved: Collection[str] = ()) -> list[str]:
    """Return ``names`` with ``_``, ``_3``, … behind those that are reserved or already taken.

    Names that differ by case only count as the same: files and tables are compared that way.
    """
    taken = {name.casefold() for name in reserved}
    result = []
    for name in names:
        candidate, count = name, 1
        while candidate.casefold() in taken:
            count += 1
            candidate = f"{name.rstrip('_')}_" if count == 2 else f"{name.rstrip('_')}_{count}"
        taken.add(candidate.casefold())
        result.append(candidate)
    return result


def slug(key: str) -> str:
    """Return ``key`` as the name of a folder and of a Python distribution: ASCII where possible.

    A name with nothing left of it becomes ``prototype``.
    """
    ascii_key = unicodedata.normalize("NFKC", key).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "-", ascii_key.lower()).strip("-")
    return f"{name}-prototype" if name in _DEVICES else name or "prototype"
