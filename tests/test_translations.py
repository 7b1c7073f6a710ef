"""What a record lacks in another language is told to the editors and marked for the readers."""

from collections.abc import Callable
from typing import Any

import pytest
from texts import article

from edition.curation.catalogue import Catalogue, describe
from edition.curation.curated import Curated
from edition.curation.translations import check_author_abstracts, check_translations
from edition.model import Edition, Entry, Timeline
from edition.pages.article_page import Surroundings, write_article
from edition.pages.indexes import write_home
from edition.site import cited_record
from edition.writing.strings import CLDR_LOCALES, read_strings

LANGUAGES = ["zh-Hans", "en", "ru", "kk"]
ALL = {"zh-Hans": "有", "en": "yes", "ru": "да", "kk": "иә"}
TITLE = {"value": "石油论", "basis": "stated", "reason": ALL, "translations": {"en": "On oil", "ru": "О", "kk": "М"}}
FULL = {"slug": "oil", "kind": "news", "topics": [], "added": "2026-11-21", "title": TITLE, "abstract": ALL}


def records(**changed: Any) -> Curated:
    record = {key: value for key, value in (FULL | changed).items() if value is not None}
    return Curated("seeds/catalogue.yml", {"text": record}, {("text",): 7})


def warnings(**changed: Any) -> list[str]:
    return [str(fault) for fault in check_translations(records(**changed))]


def entry(text: str = "石油论\n\n石油涨价。", **changed: Any) -> Entry:
    read = article(text, "seeds/text.txt")
    return Entry(read, describe(read, Catalogue(records(**changed), ())))


@pytest.fixture
def page(rendered: Callable[[str], str]) -> Callable[..., str]:
    """The page of a text in a locale, its record changed."""

    def write(locale: str, **changed: Any) -> str:
        shown = entry(**changed)
        return rendered(write_article(shown, cited_record(shown, ""), Surroundings(), read_strings(locale)))

    return write


# ── For the editors ───────────────────────────────────────────────────────────────────────────────────────────


def test_a_record_that_lacks_nothing_gets_no_warning():
    assert warnings() == []


@pytest.mark.parametrize(
    ("changed", "lacking"),
    [
        ({"title": TITLE | {"translations": {"en": "On oil"}}}, "title in ru, kk"),
        ({"title": None}, "title in en, ru, kk"),
        ({"abstract": {"en": "Of oil."}}, "abstract in zh-Hans, ru, kk"),
        ({"title": TITLE | {"reason": {"zh-Hans": "有", "en": "yes"}}}, "reason of the title in ru, kk"),
    ],
)
def test_a_warning_names_the_record_and_what_it_lacks(changed: dict[str, Any], lacking: str):
    (warning,) = warnings(**changed)
    assert warning.startswith(f"seeds/catalogue.yml:7: text: not yet translated: {lacking};")


def test_no_chinese_abstract_is_wanted_where_the_text_has_its_author_s():
    assert warnings(abstract={"in_text": "zh-Hans", "en": "Of oil.", "ru": "О", "kk": "М"}) == []


def test_an_abstract_that_the_text_does_not_have_is_told():
    claimed = records(abstract={"in_text": "zh-Hans", "en": "Of oil."})
    (fault,) = check_author_abstracts(claimed, [article("石油论\n\n石油涨价。", "seeds/text.txt")])
    assert "text › abstract › in_text: the text has no abstract of its own" in str(fault)


def test_the_languages_are_those_of_the_interface():
    assert list(CLDR_LOCALES) == LANGUAGES


# ── For the readers ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("locale", ["en", "ru", "kk"])
def test_a_text_without_translations_keeps_its_title_and_the_page_says_so(page, locale: str):
    written = page(locale, title=TITLE | {"translations": {}}, abstract=None)
    assert '<h1 id="title" lang="zh-Hans">石油论</h1>' in written
    assert read_strings(locale)("article.untitled-translation") in written
    assert "draft" not in written


def test_title_and_abstract_are_shown_as_drafts_before_the_text(page):
    written = page("en")
    order = [
        ">On oil</h1>",
        'original-title" lang="zh-Hans">石油论',
        "archive-abstract",
        "<p>yes</p>",
        "not reviewed",
        "in Chinese",
    ]
    places = [written.index(words) for words in [*order, '<div class="text"']]
    assert places == sorted(places)


def test_a_reviewed_record_names_its_reviewer_instead(page):
    written = page("en", reviewed_by="A. Reader")
    assert "reviewed by A. Reader" in written
    assert "not reviewed" not in written


def test_in_chinese_the_archive_s_abstract_is_set_apart_from_the_text_and_marked(page):
    written = page("zh-Hans")
    abstract = written[written.index("archive-abstract") : written.index('<div class="text"')]
    assert read_strings("zh-Hans")("abstract.draft") in abstract
    assert "正文为中文原文" not in written


def test_the_author_s_own_abstract_is_not_repeated_as_the_archive_s(page):
    written = page("zh-Hans", abstract={"in_text": "zh-Hans", "en": "Of oil."})
    assert "archive-abstract" not in written


@pytest.mark.parametrize(("reviewer", "said"), [(None, True), ("A. Reader", False)])
def test_a_list_of_unreviewed_titles_says_so(reviewer: str | None, said: bool):
    home = write_home(Edition((entry(reviewed_by=reviewer),), (), ()), Timeline((), ()), read_strings("en"))
    assert ("not reviewed" in home) is said


def test_markup_in_an_abstract_is_shown_as_it_stands(page):
    assert "<b>" not in page("en", abstract={"en": "<b>*bold*</b>"})


# ── The five texts ────────────────────────────────────────────────────────────────────────────────────────────


def test_the_five_texts_lack_no_translation(edition: Edition):
    assert [warning for warning in edition.warnings if "not yet translated" in str(warning)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_abstracts_have_the_length_of_abstracts(edition: Edition, language: str):
    for known in edition.entries:
        abstract = known.record.abstracts.get(language)
        if known.record.author_abstract == language:
            assert abstract is None
        elif language == "zh-Hans":
            assert 150 <= len(abstract) <= 250
        else:
            assert 80 <= len([word for word in abstract.split() if word not in "–—"]) <= 150
