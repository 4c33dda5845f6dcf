"""One file outside of any prototype."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def replace_file(path: Path, content: bytes) -> None:
    """Put ``content`` into ``path``, all at once, over what is there. Raises OSError."""
    temporary = _written_beside(path, content)
    try:
        temporary.replace(path)
    except OSError:
        temporary.unlink()
        raise


def create_file(path: Path, content: bytes) -> None:
    """Put ``content`` into ``path``. Raises FileExistsError when something is there already."""
    with path.open("xb") as file:
        file.write(content)


def _written_beside(path: Path, content: bytes) -> Path:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".sawaru-")
    with open(handle, "wb") as file:  # noqa: PTH123 (it is a handle)
        file.write(content)
    temporary = Path(name)
    umask = os.umask(0)
    os.umask(umask)
    temporary.chmod(0o666 & ~umask)
    return temporary
