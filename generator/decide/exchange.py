"""Put one file into the place of another in a single step that keeps what was there.

Linux can exchange two names. Elsewhere, and on file systems that can't, the new file replaces the
old one, which is then gone.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

_HERE, _EXCHANGE = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
_UNABLE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}


def exchange(new: Path, place: Path) -> bool:
    """Put ``new`` into ``place``; True when ``new`` now holds what was there before.

    False means that the old file is gone. Raises OSError; EBUSY when ``place`` can't be replaced at
    all.
    """
    rename = _renameat2()
    if rename is not None:
        if rename(_HERE, os.fsencode(new), _HERE, os.fsencode(place), _EXCHANGE) == 0:
            return True
        error = ctypes.get_errno()
        if error not in _UNABLE:
            raise OSError(error, os.strerror(error), str(place))
    new.replace(place)
    return False


@cache
def _renameat2() -> Any:
    if sys.platform != "linux":
        return None
    try:
        function = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return None
    function.argtypes = [
        ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint,
    ]  # fmt: skip
    function.restype = ctypes.c_int
    return function
