"""What is sent is compressed, lasting files once for all, and unpacks to what it was."""

from __future__ import annotations

import gzip
import re
from email.message import Message
from urllib.error import HTTPError
from urllib.request import Request, urlopen

GZIP = {"Accept-Encoding": "gzip"}


def fetched(address: str, **headers: str) -> tuple[int, Message, bytes]:
    try:
        with urlopen(Request(address, headers=headers), timeout=20) as answer:
            return answer.status, answer.headers, answer.read()
    except HTTPError as error:
        return error.code, error.headers, error.read()


def lasting_file(address: str) -> str:
    """Return the address of a script that every page loads."""
    _, _, page = fetched(address)
    found = re.search(rb'/_nicegui/[^"\']+\.js', page)
    assert found
    return address + found[0].decode()


def test_a_lasting_file_comes_compressed_and_unpacks_to_the_same_each_time(address: str) -> None:
    script = lasting_file(address)
    _, headers, plain = fetched(script)
    assert headers["Content-Encoding"] is None
    for _ in range(2):
        status, headers, body = fetched(script, **GZIP)
        assert (status, headers["Content-Encoding"]) == (200, "gzip")
        assert headers["Content-Length"] == str(len(body))
        assert "Accept-Encoding" in headers["Vary"]
        assert "immutable" in headers["Cache-Control"]
        assert gzip.decompress(body) == plain
        assert len(body) < len(plain) * 0.6


def test_whoever_has_a_lasting_file_already_is_told_so(address: str) -> None:
    script = lasting_file(address)
    _, headers, _ = fetched(script, **GZIP)
    status, _, body = fetched(script, **GZIP, **{"If-None-Match": headers["ETag"]})
    assert (status, body) == (304, b"")


def test_a_part_of_a_lasting_file_is_that_part(address: str) -> None:
    script = lasting_file(address)
    _, _, plain = fetched(script)
    status, _, body = fetched(script, Range="bytes=10-19")
    assert (status, body) == (206, plain[10:20])


def test_a_lasting_file_that_is_not_there_is_never_kept(address: str) -> None:
    missing = lasting_file(address).removesuffix(".js") + ".missing.js"
    assert [fetched(missing, **GZIP)[0] for _ in range(2)] == [404, 404]


def test_pages_come_compressed_and_each_anew(address: str) -> None:
    pages = [fetched(address, **GZIP) for _ in range(2)]
    assert all(headers["Content-Encoding"] == "gzip" for _, headers, _ in pages)
    one, other = (gzip.decompress(body) for *_, body in pages)
    assert b"screen-ready" in one
    assert one != other  # each page has an id of its own
