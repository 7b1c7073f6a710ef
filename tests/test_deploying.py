"""The site can be put on any static host: below any path, with the policy in its headers, as one file to pass on."""

from __future__ import annotations

import gzip
import importlib.util
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from types import ModuleType
from zipfile import ZipFile

import brotli
import pytest
import yaml
from conftest import ROOT, Project, _Quiet
from playwright.sync_api import Browser, expect

from edition.publishing.policy import OTHER_HEADERS, script_hashes, write_header

PAPER = "articles/kazakhstan-and-the-ukraine-war/"
HOSTS = ("nginx.conf", "Caddyfile")
POLICY = re.compile(r'Content-Security-Policy "(?P<policy>[^"]+)"')


def program(name: str) -> ModuleType:
    """One of the programs in deploy/, as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "deploy" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# ── Headers ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("host", HOSTS)
def test_the_files_for_servers_carry_the_policy_of_the_built_site(built_site: Path, host: str, request):
    """Written anew by pytest --update-golden."""
    hashes = set().union(*(script_hashes(path.read_text("utf-8")) for path in built_site.rglob("*.html")))
    path = ROOT / "deploy" / host
    written = path.read_text("utf-8")
    if request.config.getoption("--update-golden"):
        written = POLICY.sub(f'Content-Security-Policy "{write_header(hashes)}"', written)
        path.write_text(written, "utf-8")
    assert POLICY.search(written)["policy"] == write_header(hashes)
    assert all(name in written and value in written for name, value in OTHER_HEADERS.items())


@pytest.mark.parametrize(
    ("host", "check"),
    [("nginx.conf", ["nginx", "-t", "-c"]), ("Caddyfile", ["caddy", "validate", "--adapter", "caddyfile", "--config"])],
)
def test_a_server_accepts_its_file(host: str, check: list[str], tmp_path: Path):
    if not shutil.which(check[0]):
        pytest.skip(f"no {check[0]} here")
    path = ROOT / "deploy" / host
    if host == "nginx.conf":
        wrapped = f"pid {tmp_path}/pid;\nevents {{}}\nhttp {{\n{path.read_text('utf-8')}\n}}\n"
        path = tmp_path / host
        path.write_text(wrapped.replace("listen 80", "listen 8080").replace("[::]:80", "[::]:8080"), "utf-8")
    run = subprocess.run([*check, str(path)], capture_output=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr


# ── Below a path ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site, built and served below /archive/."""
    folder = tmp_path_factory.mktemp("host")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder))) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/archive/"
        built = Project(ROOT).build("--site-dir", str(folder / "archive"), SITE_URL=address)
        assert built.returncode == 0, built.stdout
        (folder / "404.html").write_bytes((folder / "archive" / "404.html").read_bytes())
        yield address
        server.shutdown()


def test_below_a_path_reading_searching_and_the_other_languages_work(browser: Browser, below: str):
    context = browser.new_context()
    page = context.new_page()
    missing: list[str] = []
    page.on("response", lambda response: missing.append(response.url) if response.status >= 400 else None)
    page.goto(below + PAPER)
    page.wait_for_selector(".cite-copy")
    page.locator(".md-select button").hover()
    page.locator(".md-select__link[hreflang=ru]").click()
    page.wait_for_url(f"{below}ru/{PAPER}")
    page.keyboard.press("/")
    page.keyboard.type("托卡耶夫")
    expect(page.locator(".md-search-result__list [role=option]").first).to_be_visible()
    page.goto(f"{below}search/?q=里海")
    page.locator(".search-results li a").first.click()
    page.wait_for_url(re.compile(re.escape(below) + r"articles/.+"))
    context.close()
    assert missing == []


def test_below_a_path_what_is_not_there_leads_back_and_offers_search(browser: Browser, below: str):
    page = browser.new_page()
    page.goto(below.removesuffix("archive/") + "404.html")
    page.locator("section[lang=en] input[type=search]").fill("Tokayev")
    page.locator("section[lang=en] button").click()
    page.wait_for_url(f"{below}en/search/?q=Tokayev")
    expect(page.locator(".search-results li").first).to_be_visible()
    page.close()


# ── Files to pass on ──────────────────────────────────────────────────────────────────────────────────────────


def test_a_bundle_is_the_same_to_the_byte_and_holds_the_digest_of_every_file(built_site: Path, tmp_path: Path):
    bundle = program("bundle").bundle
    bundle(built_site, tmp_path / "one.zip")
    bundle(built_site, tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with ZipFile(tmp_path / "one.zip") as archive:
        archive.extractall(tmp_path)
    folder = tmp_path / "central-asia-archive"
    files = [path for path in (folder / "site").rglob("*") if path.is_file()]
    assert len(files) == len([path for path in built_site.rglob("*") if path.is_file()])
    sums = (folder / "SHA256SUMS").read_text("utf-8").splitlines()
    assert len(sums) == len(files)
    if shutil.which("sha256sum"):
        subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=folder, check=True)


def test_texts_are_compressed_beside_themselves_always_in_the_same_way(built_site: Path, tmp_path: Path):
    site = tmp_path / "site"
    shutil.copytree(built_site / PAPER, site)
    precompress = program("precompress").precompress
    assert precompress(site) > 3
    page = (site / "index.html").read_bytes()
    first = (site / "index.html.gz").read_bytes(), (site / "index.html.br").read_bytes()
    assert gzip.decompress(first[0]) == brotli.decompress(first[1]) == page
    assert len(first[1]) < len(page) / 3
    precompress(site)
    assert first == ((site / "index.html.gz").read_bytes(), (site / "index.html.br").read_bytes())
    assert not list(site.glob("*.gz.*"))


def test_the_workflow_pins_its_actions_and_asks_for_no_more_than_it_needs():
    text = (ROOT / ".github" / "workflows" / "pages.yml").read_text("utf-8")
    workflow = yaml.safe_load(text)
    actions = re.findall(r"uses: (\S+)(.*)", text)
    assert actions
    assert all(re.search(r"@[0-9a-f]{40}$", action) and "# v" in comment for action, comment in actions)
    assert workflow["permissions"] == {}
    assert workflow["jobs"]["test"]["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["publish"]["permissions"] == {"pages": "write", "id-token": "write"}


def test_whoever_builds_without_an_address_is_told(project: Project, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("SITE_URL", raising=False)
    assert "SITE_URL" in project.build().stdout
    assert "SITE_URL" not in project.build(SITE_URL="https://example.org/").stdout
