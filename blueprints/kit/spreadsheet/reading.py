"""Reads a spreadsheet that somebody sent, in the worker process."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from ..texts import say
from ..worker.errors import RefusalError, TooLongError, WorkerError
from ..worker.shared import WORKER
from ..worker.worker import Task
from .files import NoSheetError

_PARTS = Task("spreadsheet.files", "parts", seconds=30, memory=180_000_000)


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
    except WorkerError as error:
        raise NoSheetError(say("sheet.not_read")) from error
