"""What proxies say is believed of those that were named, and dropped from everybody else."""

from __future__ import annotations

import asyncio
from collections.abc import MutableMapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.types import ASGIApp, Receive, Scope, Send

from generator.live.room.proxies import BelowPath, ThroughProxies

FORWARDED = {
    "X-Forwarded-For": "198.51.100.7",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Prefix": "/t/roads",
    "X-Forwarded-Host": "evil.example",
    "Forwarded": "for=198.51.100.7",
    "X-Real-IP": "198.51.100.7",
}


def seen_by_app(
    wrap: Any, client: str, headers: dict[str, str], path: str = "/s/x", kind: str = "http"
) -> MutableMapping[str, Any]:
    """Return the scope that the application gets of a request."""
    seen: list[MutableMapping[str, Any]] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG001
        seen.append(scope)

    wrapped: ASGIApp = wrap(app)
    scope = {
        "type": kind,
        "scheme": "http" if kind == "http" else "ws",
        "path": path,
        "root_path": "",
        "client": (client, 5000),
        "headers": [(name.lower().encode(), value.encode()) for name, value in headers.items()],
    }
    with ThreadPoolExecutor(1) as thread:  # in this one, a browser may have its own loop
        thread.submit(asyncio.run, wrapped(scope, None, None)).result()  # type: ignore[arg-type]
    return seen[0]


def through(*trusted: str) -> Any:
    return lambda app: ThroughProxies(app, trusted)


def names(scope: MutableMapping[str, Any]) -> set[str]:
    return {name.decode() for name, _ in scope["headers"]}


@pytest.mark.parametrize("client", ["127.0.0.1", "192.0.2.9", "::1"])
def test_without_a_named_proxy_nothing_is_believed_not_even_on_this_machine(client: str) -> None:
    scope = seen_by_app(through(), client, FORWARDED | {"Accept": "text/html"})
    assert scope["client"][0] == client
    assert (scope["scheme"], scope["path"], scope["root_path"]) == ("http", "/s/x", "")
    assert names(scope) == {"accept"}


def test_a_named_proxy_says_who_asked_how_and_below_which_path() -> None:
    scope = seen_by_app(through("192.0.2.9"), "192.0.2.9", FORWARDED)
    assert scope["client"][0] == "198.51.100.7"
    assert scope["scheme"] == "https"
    assert (scope["root_path"], scope["path"]) == ("/t/roads", "/t/roads/s/x")
    assert "x-forwarded-host" not in names(scope)
    socket = seen_by_app(through("192.0.2.9"), "192.0.2.9", FORWARDED, kind="websocket")
    assert socket["scheme"] == "wss"


def test_another_one_is_not_believed_and_neither_is_what_a_guest_added() -> None:
    assert seen_by_app(through("192.0.2.9"), "192.0.2.10", FORWARDED)["client"][0] == "192.0.2.10"
    chain = {"X-Forwarded-For": "1.2.3.4, 203.0.113.5"}
    assert seen_by_app(through("192.0.2.9"), "192.0.2.9", chain)["client"][0] == "203.0.113.5"
    both = seen_by_app(
        through("192.0.2.0/24"), "192.0.2.9", {"X-Forwarded-For": "203.0.113.5, 192.0.2.8"}
    )
    assert both["client"][0] == "203.0.113.5"


@pytest.mark.parametrize("client", ["127.0.0.1", "::ffff:127.0.0.1"])
def test_an_address_is_the_same_in_both_ways_to_write_it(client: str) -> None:
    scope = seen_by_app(through("127.0.0.1"), client, {"X-Forwarded-For": "203.0.113.5"})
    assert scope["client"][0] == "203.0.113.5"


@pytest.mark.parametrize(
    "prefix", ["t", "//evil.example", "/a b", '/"><script>', "/あ", "/..//x", "/", ""]
)
def test_a_prefix_that_is_no_path_is_dropped(prefix: str) -> None:
    scope = seen_by_app(through("127.0.0.1"), "127.0.0.1", {"X-Forwarded-Prefix": prefix})
    assert (scope["root_path"], scope["path"]) == ("", "/s/x")


@pytest.mark.parametrize(
    ("path", "inner", "is_outside"),
    [
        ("/t/roads/s/x", "/t/roads/s/x", False),
        ("/t/roads", "/t/roads/", False),
        ("/t/roads/", "/t/roads/", False),
        ("/t/roadsx", "/t/roadsx", True),
        ("/", "/", True),
        ("/s/x", "/s/x", True),
    ],
)
def test_below_a_path_only_what_stands_there_is_inside(
    path: str, inner: str, is_outside: bool
) -> None:
    scope = seen_by_app(lambda app: BelowPath(app, "/t/roads"), "127.0.0.1", {}, path)
    assert scope["path"] == inner
    assert ("outside_of" in scope) == is_outside
    assert scope["root_path"] == ("" if is_outside else "/t/roads")
