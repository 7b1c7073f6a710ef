"""A text is rendered once a build, and each locale's page says around it what it says in its own words."""

import html
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from conftest import Project
from test_golden import GOLDEN, NO_RECORDS
from texts import article

from edition.curation.catalogue import describe
from edition.dates import read_date
from edition.model import Edition, Entry, Tombstone
from edition.pages.article_page import render_text, write_text
from edition.publishing.metadata import locale_folder
from edition.reader.article import read_article
from edition.reader.seeds import read_seed
from edition.writing.slots import Slots, ids, put_texts, render_once, write_html, write_place
from edition.writing.strings import CLDR_LOCALES, Strings, read_strings

LOCALES = sorted(CLDR_LOCALES)

COUNTING = """
import markdown

def _counting(convert):
    def counted(self, source):
        with open("rendered", "a", encoding="utf-8") as rendered:
            rendered.write("text\\n" if 'href="&#35;p1"' in source else "frame\\n")
        return convert(self, source)

    return counted

markdown.Markdown.convert = _counting(markdown.Markdown.convert)
"""
"""Behind the hook: what is made HTML, a text with its first paragraph or the frame of a page."""


@pytest.mark.parametrize("locale", LOCALES)
def test_a_text_rendered_once_is_in_each_locale_what_is_written_in_it(edition: Edition, locale: str, rendered):
    strings = read_strings(locale)
    for entry in edition.entries:
        once = render_text(entry, edition.claims, rendered)
        assert write_html(once, strings) == rendered(write_text(entry, strings, edition.claims))


@pytest.mark.parametrize("name", sorted(path.stem for path in GOLDEN.glob("*.txt")))
def test_so_is_a_text_of_any_shape(name: str, rendered: Callable[[str], str]):
    read = read_article(read_seed(GOLDEN / f"{name}.txt", f"golden/{name}.txt"))
    entry = Entry(read, describe(read, NO_RECORDS))
    once = render_text(entry, (), rendered)
    for locale in LOCALES:
        assert write_html(once, read_strings(locale)) == rendered(write_text(entry, read_strings(locale)))


def test_a_build_renders_each_text_once_and_each_locale_has_its_own_words(project: Project, edition: Edition):
    with (project.folder / "hooks" / "build.py").open("a") as hook:
        hook.write(COUNTING)
    built = project.build()
    assert built.returncode == 0, built.stdout
    rendered = (project.folder / "rendered").read_text("utf-8").splitlines()
    assert rendered.count("text") == len(edition.entries)
    assert rendered.count("frame") > len(LOCALES) * len(edition.entries)
    for locale, entry in product(LOCALES, edition.entries):
        folder = project.site / locale_folder(locale) / "articles" / entry.record.slug
        page = (folder / "index.html").read_text("utf-8")
        assert f'data-name="{read_strings(locale)("passage.p", number="1")}"' in page
        assert "text-place" not in page
        assert Slots.beside(entry.article.seed).mark not in page


def test_a_page_has_the_headings_of_its_text_before_the_text_is_put_there(rendered: Callable[[str], str]):
    read = article("题\n\n一、甲*乙\n\n正文[footnoteRef:1]。 [1:  注] \n\n二、丙\n\n正文。\n")
    once = render_text(Entry(read, describe(read, NO_RECORDS)), (), rendered)
    for locale in LOCALES:
        strings = read_strings(locale)
        frame = rendered("前\n\n" + write_place(once, strings) + "\n\n后")
        page = put_texts(frame, {once.slug: once}, strings)
        assert re.findall(r"<h\d.*", frame) == re.findall(r"<h\d.*", page)
        assert "正文" not in frame
        assert page == f"<p>前</p>\n{write_html(once, strings)}\n<p>后</p>"
        assert {"h1", "h2", "p1", "p2", "r1", "n1", "notes"} <= set(ids(page))


def test_words_within_words_are_filled_and_escaped_once():
    slots = Slots.beside(article("正文。").seed)
    name = slots("passage.p", number="<1>")
    asked = slots("passage.link", passage=name)
    once = render_once("a", asked, slots, lambda text: f"<p>{text}</p>")
    english = read_strings("en")
    said = english("passage.link", passage=english("passage.p", number="<1>"))
    assert write_html(once, english) == "<p>" + said.replace("<", "&#60;").replace(">", "&#62;") + "</p>"


def test_whatever_a_text_asks_of_a_locale_each_answers_for_itself():
    slots = Slots.beside(article("正文。").seed)
    day, of = date(2025, 10, 9), read_date("2025-10")
    asked: list[Callable[[Strings], str]] = [
        lambda strings: strings.locale,
        lambda strings: strings.count("count.texts", 5),
        lambda strings: strings.number(12345),
        lambda strings: strings.day(day),
        lambda strings: strings.date(of),
        lambda strings: strings.month(10),
        lambda strings: strings.year(2025),
        lambda strings: strings.language("kk"),
        lambda strings: strings.said({"zh-Hans": "词", "en": "word", "ru": "слово", "kk": "сөз"}),
        lambda strings: strings.list(["1", "2"]),
    ]
    once = render_once("a", "\n".join(question(slots) for question in asked), slots, str)
    for locale in LOCALES:
        said = [question(read_strings(locale)) for question in asked]
        assert html.unescape(write_html(once, read_strings(locale))) == "\n".join(said)


def test_a_removed_passage_is_told_in_each_locale(rendered: Callable[[str], str]):
    read = replace(article("正文。"), tombstones=(Tombstone("p2", None, date(2026, 12, 1)),))
    once = render_text(Entry(read, describe(read, NO_RECORDS)), (), rendered)
    for locale in LOCALES:
        strings = read_strings(locale)
        assert f'lang="{locale}">' in write_html(once, strings)
        assert strings.day(date(2026, 12, 1)) in html.unescape(write_html(once, strings))
