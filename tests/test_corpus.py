"""The five real texts: every character of a seed stands on its page, in its place, in every locale.

What a seed should show is worked out here from its characters alone, without the reader that is being tested.
"""

import re
from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import chain
from pathlib import Path

import lxml.html
import pytest
from conftest import ROOT
from texts import unspaced

from edition.model import Edition
from edition.writing.strings import FOLDER

LOCALES = sorted(path.stem for path in FOLDER.glob("*.yml"))
SUMMIT, ALLIANCE, VISIT, ADDRESS, PAPER = SLUGS = [
    "central-asia-russia-summit",
    "kazakhstan-uzbekistan-alliance",
    "tokayev-china-visit",
    "tokayev-dushanbe-address",
    "kazakhstan-and-the-ukraine-war",
]
SEEDS = dict(zip(SLUGS, sorted((ROOT / "seeds").glob("*.txt")), strict=True))

HEADER = re.compile(r"^ date \d{4}-\d\d-\d\d ")
MARKS = re.compile(r"\[footnoteRef:\d+\]|\[bookmark: \w+\]")
NOTES = re.compile(r"(?:\[\d+:  .*\]\s*)$")  # the notes at the end of a line of 004
BETWEEN_NOTES = re.compile(r"\]\s*(?=\[\d+:  )|\]\s*$")

IN_THE_TEXT = ("passage-link", "note-reference", "absence", "table-files", "table-chart", "notes")
IN_A_NOTE = ("note-label", "backlink", "archived")
"""The classes of what a page adds to a text and its notes, in words or as numbers."""

Page = Callable[[str, str], lxml.html.HtmlElement]


def lines(slug: str) -> list[str]:
    return SEEDS[slug].read_text("utf-8").split("\n")


def body(slug: str) -> Iterator[str]:
    """The lines of a seed without date, notes and marks: all that a reader is to see of its text."""
    for line in lines(slug):
        yield MARKS.sub("", NOTES.sub("", HEADER.sub("", line)))


def notes(slug: str) -> dict[str, str]:
    """The notes of a seed by their labels."""
    ends = [match[0] for line in lines(slug) if (match := NOTES.search(line))]
    each = [note for end in ends for note in BETWEEN_NOTES.split(end) if note]
    return dict(re.fullmatch(r"\[(\d+):  (.*)", note).groups() for note in each)


@pytest.fixture(scope="session")
def page(built_site: Path) -> Page:
    """The main part of an article's page in a locale."""

    def read(slug: str, locale: str) -> lxml.html.HtmlElement:
        folder = built_site if locale == "zh-Hans" else built_site / locale
        return lxml.html.parse(folder / "articles" / slug / "index.html").getroot().find(".//article")

    return read


def words(element: lxml.html.HtmlElement) -> str:
    return printed(element).text_content()


def printed(element: lxml.html.HtmlElement) -> lxml.html.HtmlElement:
    """A copy of an element without what the page has added to it."""
    copy = lxml.html.fromstring(lxml.html.tostring(element, encoding="unicode"))
    for added in chain.from_iterable(map(copy.find_class, IN_THE_TEXT + IN_A_NOTE)):
        added.drop_tree()
    return copy


def text_of(article: lxml.html.HtmlElement) -> lxml.html.HtmlElement:
    return article.find(".//div[@class='text']")


each_page = pytest.mark.parametrize(("slug", "locale"), [(slug, locale) for slug in SLUGS for locale in LOCALES])
each_locale = pytest.mark.parametrize("locale", LOCALES)


@pytest.mark.parametrize(
    ("slug", "digest"),
    [
        (SUMMIT, "6616801b3cce769b4bb2668105a252349ba5bec7446ce0d9be4ee664291f9a9c"),
        (ALLIANCE, "a377ce99b2ea75e8c45587bbdedcf8e5aa3494d87a6dd35a76bb9f05f12e1b59"),
        (VISIT, "5b617602eadb5f2ddbe5cf3a8390ad9a89903d9c683f2492793629f5db554a24"),
        (ADDRESS, "6b1f6e8ccc5e0e5acb0e67e919ddc20c1d9c1c170e4b51b742785e5454807a32"),
        (PAPER, "980ca6d0629b99aade48022f8d548a30039d1b493353f6d06920d7f42fb8d5f8"),
    ],
)
def test_the_seeds_are_as_they_were_received(slug: str, digest: str):
    assert sha256(SEEDS[slug].read_bytes()).hexdigest() == digest


@each_page
def test_every_character_of_the_text_stands_on_its_page_in_order(slug: str, locale: str, page: Page):
    text = unspaced(body(slug))
    if slug in (ALLIANCE, VISIT, PAPER):  # their first line is the title
        title = unspaced(next(body(slug)))
        text = text.removeprefix(title)
        heading = ".//h1" if locale == "zh-Hans" else ".//p[@class='original-title']"
        assert unspaced(words(page(slug, locale).find(heading))) == title
    assert unspaced(words(text_of(page(slug, locale)))) == text


@each_locale
def test_the_paper_has_its_57_notes_word_for_word(locale: str, page: Page):
    items = page(PAPER, locale).findall(".//section[@class='notes']//li")
    assert [item.get("id") for item in items] == [f"n{label}" for label in range(57)]
    shown = {item.get("id")[1:]: unspaced(words(item)) for item in items}
    assert shown == {label: unspaced(note) for label, note in notes(PAPER).items()}


@each_locale
def test_every_note_is_called_where_the_seed_calls_it_and_leads_back(locale: str, page: Page):
    article = page(PAPER, locale)
    called = re.findall(r"\[footnoteRef:(\d+)\]", SEEDS[PAPER].read_text("utf-8"))
    calls = article.findall(".//sup[@class='note-reference']/a")
    assert [(call.get("id"), call.get("href")) for call in calls] == [(f"r{label}", f"#n{label}") for label in called]
    assert [call.text for call in calls] == ["*", *called[1:]]
    assert [a.get("href") for a in article.find_class("backlink")] == [f"#r{label}" for label in range(57)]


@each_locale
def test_a_call_stands_after_the_very_words_that_it_stands_after_in_the_seed(locale: str, page: Page):
    text = "".join(NOTES.sub("", line) for line in lines(PAPER))
    for call in page(PAPER, locale).find_class("note-reference"):
        before = (call.getprevious().tail if call.getprevious() is not None else call.getparent().text) or ""
        label = call.find("a").get("id")[1:]
        assert unspaced(f"{before}[footnoteRef:{label}]") in unspaced(text)


@each_locale
def test_the_table_is_one_of_six_rows_and_four_columns_cell_by_cell(locale: str, page: Page):
    cells: list[str] = []
    for line in lines(PAPER)[59:100]:
        if line.startswith("\t"):
            cells.append(line)
        elif cells:
            cells[-1] += line
    title, *cells, source = map(unspaced, cells)
    (table,) = page(PAPER, locale).findall(".//table[@class='data']")
    rows = [[unspaced(words(cell)) for cell in row] for row in table.iter("tr")]
    assert [len(row) for row in rows] == [4] * 7
    assert [cell for row in rows for cell in row] == cells
    assert unspaced(words(table.find("caption"))) == title
    assert [th.get("scope") for th in table.iter("th")] == ["col"] * 4
    assert [unspaced(words(p)) for p in page(PAPER, locale).find_class("table-source")] == [source]
    assert "9.2:1" in cells


@each_locale
@pytest.mark.parametrize("slug", [SUMMIT, ADDRESS])
def test_the_captions_stand_between_the_words_they_stand_between_in_the_seed(slug: str, locale: str, page: Page):
    figures = page(slug, locale).findall(".//figure")
    printed = [line for line in body(slug) if re.match(r"\s*(Фото|Инфографика):", line)]
    assert [unspaced(words(figure)) for figure in figures] == [unspaced(line) for line in printed]
    text = unspaced(body(slug))
    for figure in figures:
        before, after = figure.getprevious(), figure.getnext()
        assert unspaced(words(before) + words(figure) + words(after)) in text
        assert figure.find_class("absence")[0].get("lang") == locale


def test_the_captions_of_the_two_are_eight(edition: Edition):
    captions = {e.record.slug: sum(p.id[0] == "f" for p in e.article.passages) for e in edition.entries}
    assert captions[SUMMIT] + captions[ADDRESS] == 8


HEADINGS = {
    SUMMIT: [("h2", 3), ("h2", 23), ("h2", 33), ("h2", 81)],
    ALLIANCE: [("h2", n) for n in (13, 35, 51, 61)],
    VISIT: [("h2", n) for n in (17, 31, 43, 53, 65)],
    ADDRESS: [],
    PAPER: sorted(
        [("h2", n) for n in (7, 17, 53, 117)] + [("h3", n) for n in (19, 30, 40, 55, 58, 105, 113)], key=lambda h: h[1]
    ),
}
"""The headings of the texts and their lines."""


@each_page
def test_the_headings_stand_in_order_and_on_their_levels(slug: str, locale: str, page: Page):
    headings = [e for e in text_of(page(slug, locale)) if e.tag in ("h2", "h3", "h4")]
    shown = [(heading.tag, unspaced(words(heading))) for heading in headings if heading.get("id") != "notes"]
    assert shown == [(level, unspaced(lines(slug)[number - 1])) for level, number in HEADINGS[slug]]


@pytest.mark.parametrize("locale", [locale for locale in LOCALES if locale != "zh-Hans"])
@pytest.mark.parametrize("slug", SLUGS)
def test_the_ids_of_a_text_are_the_same_in_every_locale(slug: str, locale: str, page: Page):
    chinese, other = (
        [e.get("id") for e in text_of(page(slug, lang)).findall(".//*[@id]")] for lang in ("zh-Hans", locale)
    )
    assert other == chinese


@each_page
def test_ids_of_running_text_are_numbered_without_a_gap(slug: str, locale: str, page: Page):
    ids = [e.get("id") for e in text_of(page(slug, locale)).findall(".//*[@id]")]
    for letter in "phtf":
        numbers = [int(id[1:]) for id in ids if re.fullmatch(rf"{letter}\d+", id)]
        assert numbers == list(range(1, len(numbers) + 1))


@each_page
def test_the_text_is_marked_as_chinese_and_foreign_words_as_what_they_are(slug: str, locale: str, page: Page):
    article = page(slug, locale)
    assert text_of(article).get("lang") == "zh-Hans"
    for part in map(printed, [text_of(article), *article.findall(".//section[@class='notes']//li")]):
        for run in part.findall(".//span[@lang]"):
            assert language_of(run.text) == run.get("lang")
        for run in [*part.findall(".//span[@lang]"), *part.findall(".//a")]:
            run.text = ""
        assert not re.search("[\u0400-\u04ff]", part.text_content())


def language_of(run: str) -> str:
    if re.search("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]", run):
        return "kk"
    return "ru" if re.search("[\u0400-\u04ff]", run) else "en"


def test_the_account_of_a_seed_sums_to_its_characters(edition: Edition):
    for entry in edition.entries:
        assert entry.article.account.total == len(entry.article.seed.text)


@pytest.mark.parametrize(
    ("slug", "kind", "title", "date"),
    [
        (SUMMIT, "news", "supplied", "[2025-06-17..2025-10-09] inferred"),
        (ALLIANCE, "news", "inferred", "2025-11-15 stated"),
        (VISIT, "news", "inferred", "2025-09-03 stated"),
        (ADDRESS, "speech", "supplied", "2025-10-09 stated"),
        (PAPER, "paper", "stated", "2022 inferred"),
    ],
)
def test_what_is_known_of_a_text_has_its_basis(slug: str, kind: str, title: str, date: str, edition: Edition):
    record = next(e.record for e in edition.entries if e.record.slug == slug)
    assert (record.kind.value, record.title.basis) == (kind, title)
    assert f"{record.date.value.edtf} {record.date.basis}" == date


def test_the_speech_is_of_thirteen_paragraphs_by_its_speaker(page: Page):
    speeches = page(ADDRESS, "zh-Hans").find_class("speech")
    assert len(speeches) == 13
    assert {unspaced(words(s.find_class("attribution")[0])) for s in speeches} == {
        "-他说。",
        "-托卡耶夫说。",
        "-总统说。",
    }
