import pytest

from edition.model import ForeignRun, Link, Markup, NoteReference, Text
from edition.text.inlines import language_of, printed, read_inlines, source


def foreign(text: str) -> list[tuple[str, str]]:
    return [(i.text, i.lang) for i in read_inlines(text, 0) if isinstance(i, ForeignRun)]


def links(text: str) -> list[str]:
    return [i.url for i in read_inlines(text, 0) if isinstance(i, Link)]


def test_the_inlines_of_a_line_are_the_line_and_know_where_they_stand():
    text = "据Kazinform报道[footnoteRef:7]，见https://e.kz/a。[bookmark: _GoBack]"
    inlines = read_inlines(text, 100)
    assert source(inlines) == text
    assert [inline.at for inline in inlines] == [100, 101, 110, 112, 127, 129, 143, 144]
    assert printed(inlines) == "据Kazinform报道，见https://e.kz/a。"


def test_a_call_has_the_label_of_its_note():
    assert read_inlines("[footnoteRef:12]", 0) == (NoteReference("[footnoteRef:12]", "12"),)


@pytest.mark.parametrize("text", ["[bookmark: _GoBack]", "[bookmark: OLE_LINK1]", "[bookmark:]"])
def test_a_bookmark_is_a_mark_of_the_word_processor(text: str):
    assert read_inlines(text, 0) == (Markup(text, "bookmark"),)


@pytest.mark.parametrize("text", ["[footnoteRef:]", "[footnoteRef:a]", "[12]", "[bookmark"])
def test_what_only_looks_like_markup_is_text(text: str):
    assert all(isinstance(inline, Text | ForeignRun) for inline in read_inlines(text, 0))


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Ақорда", "kk"),
        ("Санат Көшкімбаевтың жеке мұрағатынан", "kk"),
        ("Правительство РФ", "ru"),
        ("Kazinform", "en"),
        ("新华社 2025", None),
    ],
)
def test_kazakh_is_told_from_russian_by_its_letters(text: str, lang: str | None):
    assert language_of(text) == lang


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("据China Huadian Corporation称", [("China Huadian Corporation", "en")]),
        ("“Независимая газета”报道", [("Независимая газета", "ru")]),
        ("Kazinform/ А.Павский", [("Kazinform", "en"), ("А.Павский", "ru")]),
        ("使用AI，IT等", [("AI", "en"), ("IT", "en")]),
        ("从2022年到2023年", []),
        ("Vol. 5, No. 3（2020）", [("Vol. 5, No", "en")]),
    ],
)
def test_foreign_words_are_runs_of_their_own(text: str, runs: list[tuple[str, str]]):
    assert foreign(text) == runs


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("见https://data.worldbank.org", "https://data.worldbank.org"),
        ("2022年10月20日https://e.kz/a?b=1&c=%D0%B0#x。", "https://e.kz/a?b=1&c=%D0%B0#x"),
        ("（http://e.kz/a）", "http://e.kz/a"),
        ("(http://e.kz/a)", "http://e.kz/a"),
        ("http://e.kz/a_(b).", "http://e.kz/a_(b)"),
        ("http://e.kz/a, 甲", "http://e.kz/a"),
        ("http://e.kz/@a/b。", "http://e.kz/@a/b"),
    ],
)
def test_an_address_ends_where_the_sentence_goes_on(text: str, url: str):
    assert links(text) == [url]


@pytest.mark.parametrize("text", ["javascript:alert(1)", "ftp://e.kz", "e.kz/a", "mailto:a@e.kz"])
def test_nothing_but_http_is_a_link(text: str):
    assert links(text) == []
