"""A prototype that is up in a second: its server is the standard library's, and shows the model."""

from __future__ import annotations

from pathlib import Path

import pytest

SERVER = '''\
"""Serves the text of model.py, so that a test sees what was built."""

import os
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class Page(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(MODEL)
        if "/die" in self.path:
            print("last words", flush=True)
            os._exit(7)

    def log_message(self, *_):
        pass


def run(package):
    global MODEL
    assert "PYTEST_CURRENT_TEST" not in os.environ
    MODEL = Path(package, "model.py").read_bytes()
    if "起動しない".encode() in MODEL:
        raise RuntimeError("the prototype can not start")
    address = os.environ["PROTOTYPE_HOST"], int(os.environ["PROTOTYPE_PORT"])
    ThreadingHTTPServer(address, Page).serve_forever()
'''


@pytest.fixture
def small_blueprints(tmp_path: Path) -> Path:
    """Blueprints whose kit has the small server."""
    folder = tmp_path / "own"
    (folder / "kit").mkdir(parents=True)
    (folder / "kit/server.py").write_text(SERVER, encoding="utf-8")
    return folder
