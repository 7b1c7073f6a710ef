"""What the tests share: the five texts as read, Markdown rendered as the site renders it, the built site, a browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import markdown
import pytest
from hypothesis import settings
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data
from playwright.sync_api import Browser, Error, sync_playwright

from edition.edition import read_edition
from edition.model import Edition
from edition.writing.markdown import plain_references

ROOT = Path(__file__).resolve().parent.parent
IN_CI = os.environ.get("CI", "").lower() in ("1", "true")

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)  # a red run must be the commit's doing
settings.load_profile("ci" if IN_CI else "here")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write tests/golden/*.md and *.html anew")


@pytest.fixture(scope="session")
def edition() -> Edition:
    """The five real texts with their records."""
    return read_edition(ROOT / "seeds")


@pytest.fixture(scope="session")
def rendered() -> Callable[[str], str]:
    """A page's Markdown, front matter and all, as the site's HTML: with the extensions of mkdocs.yml and no others."""
    return render


def render(text: str) -> str:
    body, _ = get_data(text)
    body = "\n".join(body.splitlines())  # as mkdocs-static-i18n does, at U+2028 and form feeds too
    return plain_references(_site_markdown().reset().convert(body))


@cache
def _site_markdown() -> markdown.Markdown:
    config = load_config(str(ROOT / "mkdocs.yml"))
    return markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


# ── Projects to build ─────────────────────────────────────────────────────────────────────────────────────────


class Project:
    """The project, or a copy of it that a test may spoil."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.seeds = folder / "seeds"
        self.site = folder / "site"

    def build(self, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run `mkdocs build --strict`; its output is in `stdout`."""
        return subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict", *options],
            cwd=self.folder,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A copy of the project without its index of names, whose thousand pages take most of a build's time."""
    project = copy_project(tmp_path / "project")
    (project.seeds / "authorities.yml").unlink(missing_ok=True)
    return project


def copy_project(folder: Path) -> Project:
    for name in ("docs", "hooks", "seeds"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return Project(folder)


# ── The built site, in a browser ──────────────────────────────────────────────────────────────────────────────


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """The address at which a folder is served, with a slash at the end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def _server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The folder that is served, and its address: known before the build, so that the site's own links name it."""
    folder = tmp_path_factory.mktemp("site")
    with serve(folder) as address:
        yield folder, address


@pytest.fixture(scope="session")
def built_site(_server: tuple[Path, str]) -> Path:
    """The folder of the site, built once with `--strict`."""
    folder, address = _server
    built = Project(ROOT).build("--site-dir", str(folder), SITE_URL=address)
    assert built.returncode == 0, built.stdout
    return folder


@pytest.fixture(scope="session")
def site_url(built_site: Path, _server: tuple[Path, str]) -> str:
    """Where the built site is served, with a slash at the end."""
    return _server[1]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium: the one that CHROMIUM or .venv/browser names (empty: Playwright's own), or else the system's."""
    quiet = ["background-networking", "component-update", "sync", "quic", "gpu"]
    with sync_playwright() as playwright:
        try:
            chromium = playwright.chromium.launch(
                executable_path=_chromium(),
                args=["--no-sandbox", "--no-first-run", *(f"--disable-{what}" for what in quiet)],
            )
        except Error as error:
            if IN_CI:
                raise
            pytest.skip(f"no browser: {error}")
        yield chromium
        chromium.close()


def _chromium() -> str | None:
    chosen = ROOT / ".venv" / "browser"
    if "CHROMIUM" in os.environ:
        return os.environ["CHROMIUM"] or None
    if chosen.is_file():
        return chosen.read_text().strip() or None
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
