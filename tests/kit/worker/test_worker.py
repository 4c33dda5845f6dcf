"""The worker process is bounded, can be ended at any time, and ends when nobody needs it."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from blueprints.kit.worker.errors import RefusalError, TooLongError, WorkerError
from blueprints.kit.worker.worker import Task, Worker
from tests.kit.conftest import ROOT
from tests.kit.hostile_pictures import jpeg_in_rounds, png, written
from tests.memory import wait_for_end

UPRIGHT = Task("files.decoding", "upright", seconds=20, memory=200_000_000)
SETTINGS = {"most": 10_000_000}


@pytest.fixture
def worker() -> Iterator[Worker]:
    """A process of the test's own."""
    worker = Worker(["files.decoding"])
    yield worker
    worker.end()


def done(worker: Worker, content: bytes, task: Task = UPRIGHT) -> list[bytes]:
    with worker.asked(task, io.BytesIO(content), SETTINGS) as parts:
        return list(parts)


def started(worker: Worker) -> int:
    worker.warm_up()
    assert worker.process_id
    return worker.process_id


def takes_long() -> bytes:
    """Return a picture that takes seconds, in as many rounds as are allowed."""
    return jpeg_in_rounds(3000, 900)


def test_one_process_does_a_task_after_the_other(worker: Worker) -> None:
    process = started(worker)
    for _ in range(2):
        ending, whole, small = done(worker, written("JPEG", 40, 30))
        assert (ending, whole[:2], small[:2]) == (b"jpg", b"\xff\xd8", b"\xff\xd8")
    assert worker.process_id == process


def test_a_refusal_ends_nothing(worker: Worker) -> None:
    process = started(worker)
    with pytest.raises(RefusalError, match="no_picture"):
        done(worker, b"no picture")
    assert done(worker, written("JPEG", 40, 30))
    assert worker.process_id == process


def test_a_task_gets_no_more_memory_than_it_may_take(worker: Worker) -> None:
    with pytest.raises(RefusalError, match="too_many_pixels"):
        done(worker, png(4000, 4000), replace(UPRIGHT, memory=30_000_000))
    assert done(worker, png(4000, 4000))


def test_a_task_gets_no_more_processor_time_than_it_may_take(worker: Worker) -> None:
    process = started(worker)
    with pytest.raises(TooLongError, match="processor"):
        done(worker, takes_long(), replace(UPRIGHT, seconds=1, patience=1000))
    assert done(worker, written("JPEG", 40, 30))
    assert worker.process_id != process


def test_a_process_that_does_nothing_at_all_is_given_up(worker: Worker) -> None:
    os.kill(started(worker), signal.SIGSTOP)
    with pytest.raises(TooLongError, match="wall"):
        done(worker, written("JPEG", 40, 30), replace(UPRIGHT, patience=0))
    assert done(worker, written("JPEG", 40, 30))


def test_a_process_that_is_killed_over_a_task_is_told_and_the_next_task_gets_another(
    worker: Worker,
) -> None:
    process = started(worker)
    with worker.asked(UPRIGHT, io.BytesIO(takes_long()), SETTINGS) as parts:
        os.kill(process, signal.SIGKILL)
        with pytest.raises(WorkerError):
            list(parts)
    assert done(worker, written("JPEG", 40, 30))


def test_a_process_that_was_killed_while_it_waited_is_replaced(worker: Worker) -> None:
    process = started(worker)
    os.kill(process, signal.SIGKILL)
    os.waitid(os.P_PID, process, os.WEXITED | os.WNOWAIT)
    assert done(worker, written("JPEG", 40, 30))


def test_a_result_that_nobody_reads_to_its_end_is_not_taken_for_the_next(worker: Worker) -> None:
    with worker.asked(UPRIGHT, io.BytesIO(written("JPEG", 40, 30)), SETTINGS) as parts:
        assert next(parts) == b"jpg"
    assert done(worker, png(30, 40), UPRIGHT)[0] == b"jpg"


def test_a_mistake_of_ours_comes_with_where_it_was_made(worker: Worker) -> None:
    with pytest.raises(RuntimeError, match=r"decoding.*no_such_function"):
        done(worker, b"", replace(UPRIGHT, function="no_such_function"))


def test_who_comes_at_once_is_served_one_after_the_other(worker: Worker) -> None:
    results = list[bytes]()

    def take_part(side: int) -> None:
        results.append(done(worker, written("JPEG", side, side))[1])

    threads = [threading.Thread(target=take_part, args=(side,)) for side in range(20, 28)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == len(set(results)) == 8


def test_a_process_ends_when_nobody_needs_it() -> None:
    worker = Worker(["files.decoding"], idle_seconds=0.01)
    with worker.asked(UPRIGHT, io.BytesIO(written("JPEG", 40, 30)), SETTINGS) as parts:
        process = worker.process_id
        assert list(parts)
    assert process
    wait_for_end(process)
    assert done(worker, written("JPEG", 40, 30))
    worker.end()


@pytest.mark.parametrize("busy", [False, True])
def test_a_process_ends_with_the_server_however_that_ends(tmp_path: Path, busy: bool) -> None:
    (tmp_path / "picture").write_bytes(takes_long())
    server = subprocess.Popen(
        [sys.executable, "-c", SERVER, str(ROOT), str(tmp_path / "picture"), str(int(busy))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert server.stdout
    process = int(server.stdout.readline())
    server.kill()
    server.wait()
    wait_for_end(process)
    server.stdout.close()


SERVER = """
import sys
sys.path.insert(0, sys.argv[1])
from blueprints.kit.worker.worker import Task, Worker
worker = Worker(["files.decoding"])
worker.warm_up()
print(worker.process_id, flush=True)
if sys.argv[3] == "1":
    task = Task("files.decoding", "upright", seconds=60, memory=200_000_000)
    with worker.asked(task, open(sys.argv[2], "rb"), {"most": 10_000_000}) as parts:
        list(parts)
sys.stdin.read()
"""
