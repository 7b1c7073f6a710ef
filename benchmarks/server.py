"""Server: a folder over HTTP/1.1 with gzip and many connections, which counts what it sends."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from threading import Thread

HEADERS = 300
"""About what the headers of an answer add."""


class Server(ThreadingHTTPServer):
    request_queue_size = 128
    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.folder = folder
        self.compressed = cache(compressed)
        self.sent: list[tuple[str, int]] = []
        """Path and bytes of every answer."""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"


class Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or a body waits up to 40 ms for the client to acknowledge the headers
    server: Server

    def do_GET(self) -> None:
        path = self.server.folder / self.path.split("?")[0].lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body, encoding = self.server.compressed(path)
        self.send_response(200)
        self.send_header("Content-Type", guess_type(path.name)[0] or "application/octet-stream")
        self.send_header("Content-Length", str(len(body)))
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.end_headers()
        self.wfile.write(body)
        self.server.sent.append((self.path, len(body) + HEADERS))

    def log_message(self, format: str, *args: object) -> None:
        pass


def compressed(path: Path) -> tuple[bytes, str | None]:
    """As a web server sends it: text in gzip, the rest (which Pagefind has compressed) as it is."""
    body = path.read_bytes()
    if path.suffix in (".html", ".js", ".json", ".css", ".txt", ".svg"):
        return gzip.compress(body, 6), "gzip"
    return body, None


@contextmanager
def serve(folder: Path) -> Iterator[Server]:
    with Server(folder) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()
