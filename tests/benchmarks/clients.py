"""Websocket clients that speak NiceGUI's protocol: a page each, and its socket, but no browser.

``python -m tests.benchmarks.clients ADDRESS PATH COUNT`` prints ``ready`` when all are connected.
For each line on standard input it prints ``waiting``, and then, when every client has got an update
since, the time at which the last one did.
"""

from __future__ import annotations

import asyncio
import re
import sys
import time
from urllib.parse import urlencode
from uuid import uuid4

import httpx
from websockets.asyncio.client import ClientConnection, connect

AT_ONCE = 4


class Client:
    """A page that was opened, with its socket; ``got`` is when the last update came."""

    def __init__(self) -> None:
        self.got = 0.0
        self.id = ""
        self._socket: ClientConnection

    async def open(self, http: httpx.AsyncClient, address: str, path: str) -> str:
        """Load the page and connect its socket; return the page."""
        http.cookies.clear()
        page = (await http.get(f"{address}{path}", follow_redirects=True)).text
        found = re.search(r"['\"]client_id['\"]: ?['\"]([^'\"]+)['\"]", page)
        assert found, page[:2000]
        self.id = found[1]
        query = urlencode(
            {
                "EIO": 4,
                "transport": "websocket",
                "client_id": found[1],
                "next_message_id": 0,
                "implicit_handshake": "true",
                "document_id": uuid4(),
                "tab_id": uuid4(),
                "old_tab_id": "",
            }
        )
        url = f"{address.replace('http', 'ws', 1)}/_nicegui_ws/socket.io/?{query}"
        self._socket = await connect(url, compression=None, ping_interval=None)
        await self._socket.recv()
        await self._socket.send("40")
        await self._socket.recv()
        return page

    async def listen(self) -> None:
        """Note when updates come, and answer pings."""
        async for message in self._socket:
            if message == "2":
                await self._socket.send("3")
            elif str(message).startswith('42["update"'):
                self.got = time.time()


async def main(address: str, path: str, count: int) -> None:
    """Open the clients, then answer standard input."""
    clients = [Client() for _ in range(count)]
    gate = asyncio.Semaphore(AT_ONCE)

    async def open_one(client: Client) -> None:
        async with gate, httpx.AsyncClient(timeout=60) as http:
            await client.open(http, address, path)

    await asyncio.gather(*(open_one(client) for client in clients))
    listening = [asyncio.create_task(client.listen()) for client in clients]
    print("ready", flush=True)
    loop = asyncio.get_running_loop()
    while await loop.run_in_executor(None, sys.stdin.readline):
        since = time.time()
        print("waiting", flush=True)
        while any(client.got < since for client in clients):
            await asyncio.sleep(0.005)
        first = {id(client): client.got for client in clients}
        print(max(first.values()), flush=True)
    for task in listening:
        task.cancel()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
