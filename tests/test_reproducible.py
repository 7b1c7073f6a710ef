"""The same project is the same site, whenever, wherever and by whomever it is built."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest
from conftest import copy_project
from lxml import etree

LATER = """
import datetime, time
SHIFT = 400 * 86400
now, localtime, gmtime = time.time, time.localtime, time.gmtime
time.time = lambda: now() + SHIFT
time.localtime = lambda at=None: localtime(time.time() if at is None else at)
time.gmtime = lambda at=None: gmtime(time.time() if at is None else at)

class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(time.time(), datetime.timezone.utc).replace(tzinfo=None)

class LaterDay(datetime.date):
    @classmethod
    def today(cls):
        return cls.fromtimestamp(time.time())

datetime.datetime, datetime.date = Later, LaterDay
"""
"""Run by Python before all else, as sitecustomize: what it says of the time is 400 days ahead."""


def contents(site: Path) -> dict[str, tuple[str, str]]:
    """Every file and folder with its mode and digest."""
    paths = sorted(site.rglob("*"))
    digests = {path: sha256(path.read_bytes()).hexdigest() if path.is_file() else "" for path in paths}
    return {path.relative_to(site).as_posix(): (oct(path.stat().st_mode), digests[path]) for path in paths}


@pytest.fixture(scope="module")
def built_again(built_site: Path, site_url: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site built from a copy, 400 days later, elsewhere, in another locale, by someone who keeps files private."""
    folder = tmp_path_factory.mktemp("elsewhere")
    project = copy_project(folder / "另一个文件夹")
    (folder / "clock").mkdir()
    (folder / "clock" / "sitecustomize.py").write_text(LATER, "utf-8")
    surroundings = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "4711"}
    before = os.umask(0o077)
    try:
        built = project.build(SITE_URL=site_url, PYTHONPATH=str(folder / "clock"), **surroundings)
    finally:
        os.umask(before)
    assert built.returncode == 0, built.stdout
    return project.site


def test_two_builds_are_the_same_to_the_byte_and_the_mode(built_site: Path, built_again: Path):
    first, second = contents(built_site), contents(built_again)
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []
    assert len(first) > 200


def test_everybody_can_read_what_was_built_with_a_closed_umask(built_again: Path):
    modes = {(path.is_dir(), path.stat().st_mode & 0o777) for path in (built_again, *built_again.rglob("*"))}
    assert modes == {(True, 0o755), (False, 0o644)}


def test_a_page_is_dated_by_its_texts_and_not_by_the_build(built_again: Path, edition):
    sitemap = etree.parse(str(built_again / "sitemap.en.xml"))
    name = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    named = {
        page.findtext("s:loc", namespaces=name): page.findtext("s:lastmod", namespaces=name)
        for page in sitemap.getroot()
    }
    for entry in edition.entries:
        url = next(url for url in named if url.endswith(f"/en/articles/{entry.record.slug}/"))
        assert named[url] == max(filter(None, (entry.record.added, entry.record.revised))).isoformat()
    assert named[next(url for url in named if url.endswith("/en/about/"))] is None
