"""Reads what somebody sent as a sheet, in the process apart."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from ..apart.errors import ApartError, RefusalError, TooLongError
from ..apart.worker import Task
from ..apart.workers import WORKER
from ..texts import say
from .files import NoSheetError

_PARTS = Task("sheet.files", "parts", seconds=30, memory=180_000_000)


@contextmanager
def rows_of(sent: IO[bytes], folder: Path | None = None) -> Iterator[Iterator[list[str]]]:
    """Let the rows of a sheet be read as texts; ``folder`` is for large things on the way.

    It waits for others that are being read. Raises NoSheetError.
    """
    try:
        with WORKER.asked(_PARTS, sent, {}, folder) as parts:
            yield (row for part in parts for row in json.loads(part))
    except NoSheetError:
        raise
    except RefusalError as refusal:
        raise NoSheetError(str(refusal)) from None
    except TooLongError as error:
        raise NoSheetError(say("sheet.takes_long")) from error
    except ApartError as error:
        raise NoSheetError(say("sheet.not_read")) from error
