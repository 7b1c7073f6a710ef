from collections.abc import Callable

import pytest
from texts import article

from edition.curation.catalogue import Catalogue, describe
from edition.curation.curated import Curated
from edition.model import Entry, Topic
from edition.pages.article_page import Surroundings, write_article
from edition.site import cited_record
from edition.writing.strings import read_strings

TOPIC = Topic("energy", {"zh-Hans": "能源", "en": "Energy"}, {"zh-Hans": "石油。", "en": "Oil."}, ("石油",))
REASON = {"zh-Hans": "拟定。", "en": "The editors' own."}


@pytest.fixture
def page(rendered: Callable[[str], str]) -> Callable[..., str]:
    """The page of a text in a locale, with what a catalogue record says."""

    def write(text: str, locale: str = "zh-Hans", **record: object) -> str:
        read = article(text, "seeds/text.txt")
        kept = {"kind": "news", "topics": ["energy"], "added": "2026-11-21"} | record
        catalogue = Catalogue(Curated("seeds/catalogue.yml", {"text": kept} if record else {}, {}), (TOPIC,))
        entry = Entry(read, describe(read, catalogue))
        csl = cited_record(entry, "https://archive.example/")
        return rendered(write_article(entry, csl, Surroundings({TOPIC.id: TOPIC}), read_strings(locale)))

    return write


def test_the_title_of_the_text_is_the_heading_of_the_page_and_not_repeated_in_the_text(page):
    html = page("石油论\n\n正文。")
    assert '<h1 id="title" lang="zh-Hans">石油论</h1>' in html
    assert "石油论" not in html[html.index('<div class="text"') : html.index("</div>", html.index("正文"))]


@pytest.mark.parametrize("locale", ["zh-Hans", "en"])
def test_a_note_called_in_the_title_leads_there_and_back(page, locale: str):
    html = page(
        "石油论[footnoteRef:0] [0:  某大学] \n\n正文。",
        locale,
        title={"value": "石油论", "basis": "stated", "reason": REASON, "translations": {"en": "On oil"}},
    )
    heading = html[html.index("<h1") : html.index("</h1>")]
    assert 'id="r0" href="#n0"' in heading
    assert 'href="#r0"' in html


def test_a_title_line_is_not_lost_where_editors_give_the_page_another(page):
    html = page(
        "石油论 Oil[footnoteRef:0] [0:  某大学] \n\n正文。",
        title={"value": "论石油", "basis": "supplied", "reason": REASON},
    )
    assert '<h1 id="title" lang="zh-Hans">[论石油]</h1>' in html
    assert '<p class="title-line">石油论 <span lang="en">Oil</span><sup' in html


def test_the_title_line_is_not_repeated_where_only_its_spacing_differs(page):
    html = page("石油 论\n\n正文。", title={"value": "石油论", "basis": "stated", "reason": REASON})
    assert "title-line" not in html


def test_a_page_says_of_a_text_without_record_that_all_is_inferred(page):
    html = page("石油涨价。\n\n石油又涨价，石油。")
    assert "石油涨价。（推断" in html
    assert "<dd>能源（推断" in html


def test_a_supplied_title_stands_in_brackets(page):
    html = page("正文。", title={"value": "石油论", "basis": "supplied", "reason": REASON})
    assert '<h1 id="title" lang="zh-Hans">[石油论]</h1>' in html
    assert "[石油论]（编者拟定：拟定）" in html


def test_a_title_that_nobody_has_translated_shows_in_chinese_as_chinese(page):
    html = page("石油论\n\n正文。", "en")
    assert '<h1 id="title" lang="zh-Hans">石油论</h1>' in html
    assert "This text has no title in English yet." in html


def test_a_translated_page_names_the_original_title_and_keeps_the_text_chinese(page):
    title = {"value": "石油论", "basis": "supplied", "reason": REASON, "translations": {"en": "On oil"}}
    html = page("正文。", "en", title=title)
    assert '<h1 id="title" lang="en">[On oil]</h1>' in html
    assert '<p class="original-title" lang="zh-Hans">[石油论]</p>' in html
    assert '<div class="text" lang="zh-Hans">' in html


def test_an_inferred_date_is_marked_wherever_it_shows_and_gives_its_reason(page):
    html = page("正文。", date={"value": "[2025-06-17..2025-10-09]", "basis": "inferred", "reason": REASON})
    assert '2025年6月17日至2025年10月9日之间的某一天<span class="basis">（推断）</span>' in html
    assert "2025年6月17日至2025年10月9日之间的某一天（推断：拟定）" in html
    assert "<code>[2025-06-17..2025-10-09]</code>" in html
