"""Sitemap: from the paths of the pages to the files that tell search engines of them: a list a locale, and their index.

A list a locale, since a sitemap may name 50,000 pages and no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from xml.etree import ElementTree as ET

from edition.model import Asset
from edition.publishing.metadata import addresses

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"

INDEX = "sitemap.xml"


def write_sitemaps(changes: Mapping[str, date | None], locales: Iterable[str], site_url: str) -> Iterator[Asset]:
    """The files. `changes` are the pages' paths below the site in the default locale, and when their texts changed."""
    locales = tuple(locales)
    index = ET.Element("sitemapindex", {"xmlns": SITEMAP})
    for locale in locales:
        _add(_add(index, "sitemap"), "loc", f"{site_url}{sitemap_name(locale)}")
        yield Asset(sitemap_name(locale), _xml(_sitemap(changes, locale, locales, site_url)))
    yield Asset(INDEX, _xml(index))


def sitemap_name(locale: str) -> str:
    return f"sitemap.{locale}.xml"


def _sitemap(changes: Mapping[str, date | None], locale: str, locales: tuple[str, ...], site_url: str) -> ET.Element:
    sitemap = ET.Element("urlset", {"xmlns": SITEMAP, "xmlns:xhtml": XHTML})
    for path, changed in sorted(changes.items()):
        urls = addresses(path, locale, locales, site_url)
        page = _add(sitemap, "url")
        _add(page, "loc", urls.page)
        if changed:
            _add(page, "lastmod", changed.isoformat())
        for language, url in urls.languages.items():
            ET.SubElement(page, "xhtml:link", {"rel": "alternate", "hreflang": language, "href": url})
    return sitemap


def _add(parent: ET.Element, name: str, text: str | None = None) -> ET.Element:
    element = ET.SubElement(parent, name)
    element.text = text
    return element


def _xml(root: ET.Element) -> bytes:
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
