"""The hook: the only file that knows MkDocs. It hands the library the folder of seeds, and MkDocs the pages."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from markdown import Markdown
from mkdocs.exceptions import Abort
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.utils import clean_directory

from edition.edition import read_edition
from edition.errors import EditionError
from edition.publishing.hosting import finish_site
from edition.publishing.metadata import locale_folder
from edition.publishing.sitemap import write_sitemaps
from edition.publishing.stylesheet import write_stylesheet
from edition.search.search_index import write_search
from edition.site import Site, gather, render_texts, write_assets, write_metadata, write_pages
from edition.writing.markdown import plain_references
from edition.writing.slots import ids, put_texts
from edition.writing.strings import read_strings

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as MkDocsPage
    from mkdocs.utils.templates import TemplateContext

    from edition.model import Asset, Edition, Page
    from edition.writing.slots import TextOnce

REMEDY = "To publish, build with SITE_URL=https://archive.example.org/ before the command, and its last slash."

log = logging.getLogger("edition")
"""Not one of MkDocs' own loggers: --strict counts the warnings of those, and a warning to editors is no failure."""


@dataclass
class Build:
    """What one build keeps while static-i18n runs MkDocs once a locale."""

    command: str = "build"
    site_dir: str = ""
    edition: Edition | None = None
    """The last that had no faults."""
    pages: dict[str, Page] = field(default_factory=dict)
    """The generated pages of all locales, by their path below docs/."""
    texts: dict[str, TextOnce] = field(default_factory=dict)
    """The articles' texts, each rendered once for all locales, by slug."""
    assets: tuple[Asset, ...] = ()
    changes: dict[str, date | None] = field(default_factory=dict)
    """All pages of the default locale, by their path below the site, and when their texts last changed."""
    site: Site = field(default_factory=Site)


build = Build()


def on_startup(command: str, dirty: bool) -> None:
    build.command = command
    if not log.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(levelname)-8s-  %(message)s"))
        log.addHandler(handler)


@event_priority(-200)  # after mkdocs-static-i18n (-100), which says which locale is being built
def on_config(config: MkDocsConfig) -> None:
    i18n = config.plugins["i18n"]
    if i18n.building:  # a further locale of the same build
        return
    build.site_dir = config.site_dir
    if build.command == "build" and not os.environ.get("SITE_URL"):
        log.warning(f"SITE_URL is not set: links and citations name {config.site_url}. {REMEDY}")
    edition = build.edition = _read_edition(Path(config.config_file_path).resolve().parent / "seeds")
    site = Site(config.site_url or "", tuple(i18n.build_languages))
    build.site = site
    build.texts = render_texts(edition, _renderer(config))
    known = gather(edition, site)
    build.pages = {page.uri: page for locale in site.locales for page in write_pages(known, locale, site, build.texts)}
    build.assets = write_assets(known, site)


def _renderer(config: MkDocsConfig) -> Callable[[str], str]:
    """From Markdown to HTML with the extensions of mkdocs.yml."""
    renderer = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    return lambda text: plain_references(renderer.reset().convert(text))


def _read_edition(seeds: Path) -> Edition:
    try:
        edition = read_edition(seeds)
    except EditionError as error:
        if build.command == "serve" and build.edition:  # MkDocs would answer nobody until the fault is mended
            log.error(  # noqa: TRY400  # a traceback tells an editor nothing
                f"\n{error}\n\nThe preview goes on showing the texts as they were: mend the lines above."
            )
            return build.edition
        raise Abort(f"\n{error}\n\nNothing was built: mend the lines above.") from error
    for warning in edition.warnings:
        log.warning(warning)
    return edition


@event_priority(50)  # before static-i18n, which sorts the files by locale
def _add_pages(files: Files, config: MkDocsConfig) -> Files:
    for uri in build.pages:
        files.append(File(uri, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


@event_priority(-101)  # after static-i18n (-100), which makes every File anew
def _fill_pages(files: Files, config: MkDocsConfig) -> Files:
    for file in files:
        if page := build.pages.get(file.src_uri):
            file.content_string = page.text
            file.edit_uri = None
    if config.plugins["i18n"].is_default_language_build:
        build.changes = {_path(file): _changed(file) for file in files.documentation_pages()}
    return files


def _path(file: File) -> str:
    return file.url.removeprefix("./")  # MkDocs' address of the home page


def _changed(file: File) -> date | None:
    page = build.pages.get(file.src_uri)
    return page.changed if page else None


on_files = CombinedEvent(_add_pages, _fill_pages)


def on_page_content(html: str, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
    strings = read_strings(config.plugins["i18n"].current_language)
    written = put_texts(plain_references(html), build.texts, strings)
    page.present_anchor_ids = {*(page.present_anchor_ids or ()), *ids(written)}
    return written


def on_page_context(context: TemplateContext, page: MkDocsPage, config: MkDocsConfig, nav: Navigation) -> None:
    generated = build.pages.get(page.file.src_uri)
    locale = config.plugins["i18n"].current_language
    written = write_metadata(page.url, locale, config.site_description or "", build.site)
    context["metadata"] = generated.metadata if generated else written


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """MkDocs' sitemap names the day of the build. Of 404.html there is one, in all languages; that of a further locale
    would overwrite it. What is empty is not written."""
    further = not config.plugins["i18n"].is_default_language_build
    return "" if template_name == "sitemap.xml" or further else output_content


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> None:
    """The templates speak the locale that is being built, and link to its own search page."""
    locale = config.plugins["i18n"].current_language
    folder = locale_folder(locale)
    env.globals.update(words=read_strings(locale), words_of=read_strings, search_site=folder, search_locale=locale)


@event_priority(-200)  # after static-i18n (-100), which builds the other locales there
def on_post_build(config: MkDocsConfig) -> None:
    if config.plugins["i18n"].building or build.edition is None:
        return
    site_dir = Path(config.site_dir)
    write_search(build.edition, [read_strings(locale) for locale in build.site.locales], site_dir / "assets" / "search")
    sitemaps = write_sitemaps(build.changes, build.site.locales, build.site.url)
    stylesheet = write_stylesheet(Path(config.docs_dir, path) for path in config.extra_css)
    for asset in (*build.assets, *sitemaps, stylesheet):
        path = site_dir / asset.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(asset.data)
    if build.command == "build":  # the preview puts a script of its own into each page, which the policy would stop
        finish_site(site_dir)


def on_build_error(error: Exception) -> None:
    """Leave nothing half-built."""
    if build.command == "build" and build.site_dir:
        clean_directory(build.site_dir)
