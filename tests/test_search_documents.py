from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from edition.model import AuthorityKind, AuthorityRecord, Edition
from edition.search.index_words import SENTINEL, Zone, name_words, passage_words, phrase_words, single_words
from edition.search.search_documents import facets_of, search_passages, search_text, write_search_document, zone_of
from edition.search.search_index import write_search
from edition.search.search_names import FILES, deal_out, file_of, names_that_are_words, search_names, surname
from edition.text.fold import find_phrase, fold, read_tokens
from edition.writing.listings import by_date
from edition.writing.strings import read_strings

LOCALES = [read_strings("zh-Hans"), read_strings("en")]


def test_a_phrase_asks_for_words_that_stand_in_a_row_in_the_index() -> None:
    words = list(passage_words(read_tokens("会见托卡耶夫总统"), Zone.TEXT))
    assert find_phrase(list(phrase_words(fold("托卡耶夫"), Zone.TEXT)), words)
    assert not find_phrase(list(phrase_words(fold("托耶"), Zone.TEXT)), words)


def test_each_zone_has_words_of_its_own() -> None:
    rows = [set(passage_words(read_tokens("中亚峰会"), zone)) - {SENTINEL} for zone in Zone]
    assert len(set.union(*rows)) == sum(map(len, rows))


def test_a_run_of_letters_is_indexed_with_each_of_its_beginnings_and_a_han_character_whole() -> None:
    assert len(list(single_words(read_tokens("Токаев"), Zone.TEXT))) == 1 + 6
    assert len(list(single_words(read_tokens("托"), Zone.TEXT))) == 1


def test_pagefind_can_take_no_word_apart(edition: Edition) -> None:
    """It takes apart what has capitals or marks, or what is no letter or digit."""
    words = set(" ".join(re.findall(r"<p[^>]*>(.*)</p>", write_search_document(edition.entries[4], 0, {}))).split())
    assert all(word.isalnum() and word == word.lower() for word in words)
    assert not any("й" in word for word in words)


def test_every_passage_of_the_page_can_be_found_as_the_page_has_it(edition: Edition, built_site: Path) -> None:
    for entry in edition.entries:
        page = html.parse(built_site / "articles" / entry.record.slug / "index.html")
        for note_mark in page.xpath("//sup[@class='note-reference']|//a[contains(@class,'backlink')]"):
            note_mark.drop_tree()
        for passage in search_passages(entry):
            if passage.id[0] in "ph":
                assert fold(page.xpath(f"//*[@id='{passage.id}']")[0].text_content()) == fold(passage.text)
        shown = set(page.xpath("//@id[re:test(., '^[phtfn][0-9]+$')]", namespaces={"re": REGULAR_EXPRESSIONS}))
        assert shown == {passage.id for passage in search_passages(entry)} - {"title"}


REGULAR_EXPRESSIONS = "http://exslt.org/regular-expressions"


def test_the_title_is_found_in_every_language_and_its_line_not_twice(edition: Edition) -> None:
    titles = [passage for passage in search_passages(edition.entries[4]) if passage.zone is Zone.TITLE]
    assert [passage.lang for passage in titles] == [None, *edition.entries[4].record.translations]


def test_notes_tables_and_captions_are_searched(edition: Edition) -> None:
    zones = {passage.id[0]: passage.zone for entry in edition.entries for passage in search_passages(entry)}
    expected = {"t": Zone.TEXT, "h": Zone.HEADING, "p": Zone.TEXT, "f": Zone.CAPTION, "n": Zone.NOTE}
    assert {kind: zones[kind] for kind in expected} == expected | {"t": zones["t"]}
    table = next(p.block for e in edition.entries for p in e.article.passages if p.id == "t1")
    assert zone_of(table) is Zone.TEXT


def test_a_text_without_a_date_is_among_the_undated_and_still_in_the_index(edition: Edition) -> None:
    undated = replace(edition.entries[0], record=replace(edition.entries[0].record, date=None))
    assert ("year", "undated") in facets_of(undated)
    place = by_date([undated, *edition.entries[1:]]).index(undated)
    assert place == 4
    assert 'data-pagefind-sort="place:4"' in write_search_document(undated, place, {})


def test_a_result_shows_title_and_date_as_each_locale_does(edition: Edition) -> None:
    entry = edition.entries[3]
    text = search_text(entry, LOCALES)
    assert text["dates"] == {"zh-Hans": "2025年10月9日", "en": "9 October 2025"}
    assert text["titles"]["en"] == (f"[{entry.record.translations['en']}]", "en")


# ── Names ─────────────────────────────────────────────────────────────────────────────────────────────────────

TOKAYEV = AuthorityRecord(
    id="tokayev",
    kind=AuthorityKind.PERSON,
    names={"en": "Kassym-Jomart Tokayev", "ru": "Касым-Жомарт Токаев"},
    forms=("哈斯穆·托卡耶夫", "托卡耶夫"),
    forms_in={"004_x": ("托",)},
    also=("托卡葉夫總統",),
    basis="",
)


@pytest.fixture
def names(edition: Edition) -> dict[str, list[tuple[str, str | None]]]:
    return search_names(replace(edition, authorities=(TOKAYEV,)))


@pytest.mark.parametrize("name", ["kassym jomart tokayev", "tokayev", "токаев", "托 卡 叶 夫 总 统", "托"])
def test_every_name_of_a_record_leads_to_its_forms(name: str, names) -> None:
    assert ("托卡耶夫", None) in names[name]


def test_a_form_that_a_shorter_one_finds_is_not_searched_and_one_that_counts_in_one_text_keeps_that(names) -> None:
    assert names["tokayev"] == [("托卡耶夫", None), ("托", "004_x")]


@pytest.mark.parametrize(
    ("name", "last"),
    [("Kassym-Jomart Tokayev", "Tokayev"), ("Anna Ivanovna, Empress of Russia", "Ivanovna"), ("托卡耶夫", None)],
)
def test_a_person_is_also_known_by_the_surname(name: str, last: str | None) -> None:
    assert surname(name) == last


def test_names_are_dealt_out_by_their_first_token(names) -> None:
    files = deal_out(names)
    assert len(files) == FILES
    assert all(name in files[file_of(name)] for name in names)


def test_a_name_of_several_tokens_is_one_word_wherever_it_stands_in_a_passage(names) -> None:
    known = names_that_are_words(names)
    assert known == {"托": {fold("托卡耶夫")}}
    assert len(list(name_words([fold("会见托卡耶夫、托卡耶夫")], known, Zone.TEXT))) == 1
    assert not list(name_words([fold("会见托卡"), fold("耶夫总统")], known, Zone.TEXT))
    everything = [*passage_words(read_tokens("托卡耶夫"), Zone.TEXT), *single_words(read_tokens("托卡耶夫"), Zone.TEXT)]
    assert not {*everything} & {*name_words([fold("托卡耶夫")], known, Zone.TEXT)}


# ── The files of the search ───────────────────────────────────────────────────────────────────────────────────


def test_the_site_has_of_pagefind_what_it_needs_and_nothing_else(built_site: Path) -> None:
    folder = built_site / "assets" / "search" / "pagefind"
    assert {path.name for path in folder.iterdir() if not path.name.endswith(".pf_meta")} == {
        "pagefind.js",
        "pagefind-entry.json",
        "wasm.unknown.pagefind",
        "index",
    }


def test_the_files_of_the_index_are_small(built_site: Path) -> None:
    """Pagefind's own are twice as large. Which option makes them smaller is not promised by the next version."""
    files = (built_site / "assets" / "search" / "pagefind" / "index").iterdir()
    assert max(path.stat().st_size for path in files) < 30_000


def test_the_index_is_made_once_for_all_locales(built_site: Path, edition: Edition) -> None:
    entry = json.loads((built_site / "assets" / "search" / "pagefind" / "pagefind-entry.json").read_text("utf-8"))
    assert [language["page_count"] for language in entry["languages"].values()] == [len(edition.entries)]
    assert len(list(built_site.rglob("pagefind.js"))) == 1


def test_the_same_edition_makes_the_same_files(edition: Edition, tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_search(edition, LOCALES, tmp_path / name)
    one, other = (
        {path.relative_to(tmp_path / name): path.read_bytes() for path in (tmp_path / name).rglob("*.*")}
        for name in ("one", "other")
    )
    assert one == other
