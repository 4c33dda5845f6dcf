"""A map with a background needs an address that says where each part of it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.spec.model import Spec
from generator.spec.problems import Finding
from generator.spec.vocabulary import Vocabulary

_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?/[A-Za-z0-9._~/{}?=&%-]*")
_PLACES = ("{z}", "{x}", "{y}")


def check(spec: Spec, vocabulary: Vocabulary) -> Iterator[Finding]:
    """Find addresses of tile servers that no browser could ask for a tile."""
    for key, screen in spec.screens.items():
        address = screen.tile_server
        if address is None:
            continue
        if not _ADDRESS.fullmatch(address) or not all(place in address for place in _PLACES):
            path = ("screens", key, "tile_server")
            yield Finding("tile_server_no_address", path, {"address": address})
