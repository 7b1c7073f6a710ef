"""Lighthouse: what it says of the home page, a topic and an article, as on a phone behind a compressing server.

python deploy/lighthouse.py site path/to/lighthouse
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import partial
from gzip import compress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import BinaryIO

PAGES = ("", "topics/trade-investment/", "articles/kazakhstan-and-the-ukraine-war/")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic --disable-background-networking"
TEXTS = (".html", ".css", ".js", ".json", ".svg", ".txt")


class Compressing(SimpleHTTPRequestHandler):
    """Sends texts as gzip, as any host does."""

    def send_head(self) -> BytesIO | BinaryIO | None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in TEXTS or not path.is_file():
            return super().send_head()
        data = compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", f"{self.guess_type(str(path))}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return BytesIO(data)

    def log_message(self, format: str, *args: object) -> None:
        pass


def scores(lighthouse: str, url: str) -> dict[str, float]:
    command = [lighthouse, url, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    chromium = {"CHROME_PATH": os.environ["CHROMIUM"]} if os.environ.get("CHROMIUM") else {}
    run = subprocess.run(command, env={**os.environ, **chromium}, stdout=subprocess.PIPE, check=True)  # noqa: S603
    report = json.loads(run.stdout)
    return {name: round(category["score"] * 100) for name, category in report["categories"].items()}


def main(site: str, lighthouse: str) -> None:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressing, directory=site)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        for page in PAGES:
            said = scores(lighthouse, f"http://127.0.0.1:{server.server_port}/{page}")
            sys.stdout.write(f"  /{page}  {said}\n")
        server.shutdown()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
