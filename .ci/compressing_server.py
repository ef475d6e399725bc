"""Serves a folder as a portal does: text compressed, types with their encoding, connections kept open.

``python3 .ci/compressing_server.py <folder> <port>``, on this machine alone. What is measured through it weighs what it would on
the wire; Python's own http.server sends five times as much.
"""

from __future__ import annotations

import gzip
import sys
from functools import cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml",
}
"""What is text and worth compressing; everything else is sent as it lies there."""


@cache
def _compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)


class Handler(SimpleHTTPRequestHandler):
    """Answers with the compressed file where the browser takes it, and with the site's own page where there is none."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send the file, or its folder's index; the base class knows which path inside the folder an address means."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.partition("?")[0].endswith("/"):
            path /= "index.html"
        status = HTTPStatus.OK
        if not path.exists():
            path, status = Path(self.directory) / "404.html", HTTPStatus.NOT_FOUND
        if path.suffix not in _TYPES or "gzip" not in self.headers.get("Accept-Encoding", ""):
            super().do_GET()
            return
        body = _compressed(path)
        self.send_response(status)
        self.send_header("Content-Type", _TYPES[path.suffix])
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing: whoever measures prints what was measured."""


if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[2])), partial(Handler, directory=sys.argv[1])).serve_forever()
