import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import Project, copy_project
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, BrowserContext, Route
from texts import CHINESE, article, markdown

from edition.edition import read_edition
from edition.errors import EditionError
from edition.model import Article, Edition, Footnote, RegisteredText, Series, Standing, Text
from edition.published.alignment import keep_ids
from edition.published.fingerprints import SAME_IN_SUBSTANCE, digest_of, likeness, passage_text, sketch_of
from edition.published.register import read_register, read_registered, write_registered
from edition.published.registration import check_texts, register_text, standing_ids
from edition.publishing.redirects import write_redirects
from edition.writing.markdown import write_footnotes, write_passages
from register import register

DAY = date(2026, 11, 21)
LATER = date(2026, 12, 1)

WATER = "议会批准了新的水资源协定，协定自明年起生效。"
TRADE = "两国贸易额去年增长百分之十，达到四十亿美元。"
ROAD = "连接边境口岸的公路将于秋季通车，全长三百公里。"
SCHOOL = "三所大学开设了联合课程，首批学生已经入学。"
POWER = "水电站的第二台机组并网发电，夏季供电更加稳定。"


def lines(*paragraphs: str) -> Article:
    return article("\n\n".join(paragraphs))


def publish(text: Article, before: RegisteredText | None = None, day: date = DAY) -> RegisteredText:
    return register_text(text, "x", before, day)


def edited(before: Sequence[str], after: Sequence[str]) -> Article:
    """The text `after`, when `before` is what was published."""
    return keep_ids(lines(*after), publish(lines(*before)).ids)


def ids(text: Article) -> list[str]:
    """The ids of a page from top to bottom; tombstones are marked."""
    return [id if said is not None else f"†{id}" for id, said, _ in standing_ids(text)]


# ── An id stays with its text ─────────────────────────────────────────────────────────────────────────────────


def test_a_text_that_nobody_edited_keeps_its_ids():
    assert ids(edited([WATER, "专家观点", TRADE], [WATER, "专家观点", TRADE])) == ["p1", "h1", "p2"]


def test_a_new_passage_between_two_has_the_number_of_the_one_before_and_a_letter():
    assert ids(edited([WATER, TRADE], [WATER, ROAD, SCHOOL, TRADE])) == ["p1", "p1a", "p1b", "p2"]


def test_a_new_passage_at_the_end_has_the_next_number():
    assert ids(edited([WATER], [WATER, ROAD, TRADE])) == ["p1", "p2", "p3"]


def test_a_new_passage_at_the_beginning_is_before_the_first():
    assert ids(edited([WATER, TRADE], [ROAD, WATER, TRADE])) == ["p0a", "p1", "p2"]


def test_letters_go_on_after_those_that_are_published():
    first = publish(lines(WATER, TRADE))
    second = publish(keep_ids(lines(WATER, ROAD, TRADE), first.ids), first)
    third = keep_ids(lines(WATER, SCHOOL, ROAD, TRADE), second.ids)
    assert ids(third) == ["p1", "p1b", "p1a", "p2"]


def test_after_z_come_two_letters():
    many = [f"{'甲乙丙丁戊己庚'[i % 7] * 3}{i}号机组在{i}月并网，供电{i}千瓦。" for i in range(28)]
    found = ids(edited([WATER, TRADE], [WATER, *many, TRADE]))
    assert found[25:30] == ["p1y", "p1z", "p1aa", "p1ab", "p2"]


def test_a_removed_passage_leaves_a_tombstone_where_it_stood():
    assert ids(edited([WATER, TRADE, ROAD], [WATER, ROAD])) == ["p1", "†p2", "p3"]


def test_the_number_of_a_removed_passage_is_not_given_again():
    assert ids(edited([WATER, TRADE], [WATER, ROAD])) == ["p1", "†p2", "p3"]


def test_a_passage_that_comes_back_has_its_id_again():
    first = publish(lines(WATER, TRADE, ROAD))
    second = publish(keep_ids(lines(WATER, ROAD), first.ids), first)
    assert ids(keep_ids(lines(WATER, TRADE, ROAD), second.ids)) == ["p1", "p2", "p3"]


def test_a_passage_that_moves_keeps_its_id():
    assert ids(edited([WATER, TRADE, ROAD], [ROAD, WATER, TRADE])) == ["p3", "p1", "p2"]


def test_two_passages_that_change_places_keep_their_ids():
    assert ids(edited([WATER, TRADE, ROAD], [TRADE, WATER, ROAD])) == ["p2", "p1", "p3"]


def test_a_heading_and_a_caption_have_ids_of_their_own():
    before = [WATER, "专家观点", "Фото: Ақорда", TRADE]
    after = [WATER, "专家观点", "Фото: Ақорда", "Инфографика: Kazinform", "结语", TRADE]
    assert ids(edited(before, after)) == ["p1", "h1", "f1", "f2", "h2", "p2"]


@pytest.mark.parametrize(
    ("after", "found"),
    [
        ([WATER, TRADE, WATER, ROAD, WATER], ["p1", "p2", "p3", "p4", "p5"]),
        ([TRADE, WATER, ROAD, WATER], ["†p1", "p2", "p3", "p4", "p5"]),
        ([WATER, TRADE, ROAD, WATER], ["p1", "p2", "†p3", "p4", "p5"]),
        ([WATER, TRADE, WATER, ROAD], ["p1", "p2", "p3", "p4", "†p5"]),
    ],
)
def test_of_passages_with_the_same_words_each_is_known_by_its_neighbours(after: list[str], found: list[str]):
    assert ids(edited([WATER, TRADE, WATER, ROAD, WATER], after)) == found


# ── What is the same text ─────────────────────────────────────────────────────────────────────────────────────


def test_white_space_invisible_characters_and_ways_to_write_an_accent_are_no_change():
    assert digest_of("贸易额 40 亿\u3000美元\u200b, café") == digest_of("贸易额40亿美元,cafe\u0301\ufeff")


def test_a_full_width_sign_is_another_character():
    assert digest_of("百分之八十五，85％") != digest_of("百分之八十五，85%")


def test_a_note_call_that_is_added_changes_nothing():
    before, after = lines(WATER), lines(f"{WATER}[footnoteRef:1] [1:  见公报。] ")
    assert publish(before).ids[0].digest == publish(after).ids[0].digest


def test_a_passage_in_which_a_word_was_changed_keeps_its_id():
    assert ids(edited([WATER, TRADE, ROAD], [WATER, TRADE.replace("增长", "提高"), ROAD])) == ["p1", "p2", "p3"]


def test_a_passage_with_other_words_is_a_new_one():
    assert ids(edited([WATER, TRADE, ROAD], [WATER, SCHOOL, ROAD])) == ["p1", "†p2", "p2a", "p3"]


def test_a_changed_passage_that_has_also_moved_is_a_new_one():
    changed = TRADE.replace("增长", "提高")
    assert ids(edited([WATER, TRADE, ROAD, SCHOOL], [WATER, ROAD, SCHOOL, changed])) == ["p1", "†p2", "p3", "p4", "p5"]


def test_of_a_passage_that_was_split_the_part_that_has_most_of_it_keeps_the_id():
    long, rest = f"{WATER}{TRADE}{ROAD}", SCHOOL
    assert ids(edited([POWER, long + rest], [POWER, long, rest])) == ["p1", "p2", "p3"]


def test_of_two_halves_neither_is_the_passage():
    assert ids(edited([POWER, WATER + TRADE, ROAD], [POWER, WATER, TRADE, ROAD])) == ["p1", "†p2", "p2a", "p2b", "p3"]


def test_a_heading_that_became_a_paragraph_with_other_words_is_a_new_passage():
    assert ids(edited([WATER, TRADE[:-1], ROAD], [WATER, TRADE, ROAD])) == ["p1", "†h1", "p1a", "p2"]


def test_a_paragraph_that_became_a_heading_keeps_its_id_as_long_as_it_says_the_same():
    first = publish(lines(WATER, "专家观点", TRADE))
    as_paragraph = [replace(known, id="p7") if known.id == "h1" else known for known in first.ids]
    assert ids(keep_ids(lines(WATER, "专家观点", TRADE), as_paragraph)) == ["p1", "p7", "p2"]


def test_many_small_changes_do_not_make_an_id_mean_another_text():
    versions = [ROAD[:at] + TRADE[at:] for at in range(0, len(TRADE) - 1, 2)]
    steps = [likeness(sketch_of(one), sketch_of(other)) for one, other in pairwise(versions)]
    assert all(step > SAME_IN_SUBSTANCE for step in steps)
    known = None
    for version in versions:
        text = lines(WATER, version, SCHOOL)
        known = publish(keep_ids(text, known.ids) if known else text, known)
    assert known
    assert next(k.standing for k in known.ids if k.id == "p2") is Standing.REMOVED


# ── Notes ─────────────────────────────────────────────────────────────────────────────────────────────────────

NOTES = {
    1: "《哈萨克斯坦简史》，第242页。",
    2: "世界银行网，访问日期：2022年10月1日。",
    3: "新华社阿斯塔纳九月三日电。",
}


def noted(notes: dict[int, str]) -> Article:
    calls = "".join(f"[footnoteRef:{label}]" for label in notes)
    return lines(WATER, TRADE + calls + "".join(f" [{label}:  {note}]" for label, note in notes.items()))


def broken_notes(notes: dict[int, str]) -> list[str]:
    before = publish(noted(NOTES))
    return [str(fault) for fault in check_texts([keep_ids(noted(notes), before.ids)], {"text": before})]


def test_a_note_that_is_removed_leaves_a_tombstone_in_its_place():
    text = keep_ids(noted({1: NOTES[1], 3: NOTES[3]}), publish(noted(NOTES)).ids)
    assert ids(text) == ["p1", "p2", "n1", "†n2", "n3"]


def test_a_note_that_is_changed_keeps_its_label_and_its_id():
    assert broken_notes({**NOTES, 1: "同上书，第270页。"}) == []


def test_a_note_with_a_label_of_its_own_may_stand_anywhere():
    assert broken_notes({1: NOTES[1], 9: "哈通社网。", 2: NOTES[2], 3: NOTES[3]}) == []


def test_endnotes_have_ids_and_tombstones_of_their_own():
    before = publish(replace(noted(NOTES), footnotes=(Footnote("1", (Text("见公报。"),), 3, Series.ENDNOTE),)))
    assert [known.id for known in before.ids] == ["p1", "p2", "e1"]
    after = keep_ids(lines(WATER, TRADE), before.ids)
    assert ids(after) == ["p1", "p2", "†e1"]
    assert '<li id="e1" class="tombstone"' in write_footnotes(after.footnotes, CHINESE, after.note_tombstones)


def test_notes_that_are_numbered_anew_break_the_build():
    assert broken_notes({1: NOTES[1], 2: "哈通社网。", 3: NOTES[2], 4: NOTES[3]}) == [
        "seeds/text.txt:3: n3 would come to mean what was published as n2; "
        "keep the published labels, and give a new note one of its own, from 4 on"
    ]


def test_the_label_of_a_removed_note_is_not_given_again():
    first = publish(noted(NOTES))
    second = publish(keep_ids(noted({1: NOTES[1], 3: NOTES[3]}), first.ids), first)
    text = keep_ids(noted({1: NOTES[1], 2: "哈通社网。", 3: NOTES[3]}), second.ids)
    (fault,) = check_texts([text], {"text": second})
    assert str(fault).startswith("seeds/text.txt:3: n2 was published as another note, which is removed")


# ── The law ───────────────────────────────────────────────────────────────────────────────────────────────────

ORIGINS = ["".join(chr(0x4E00 + 40 * origin + at) for at in range(24)) for origin in range(60)]
"""Texts of which no two have a character in common."""

edits = st.lists(
    st.tuples(
        st.sampled_from(["insert", "copy", "delete", "change", "rewrite", "swap", "register"]),
        st.integers(0, 30),
        st.integers(0, 30),
    ),
    max_size=40,
)


def edit(text: list[str], what: str, one: int, other: int, fresh: Iterable[str]) -> None:
    one, other = one % len(text), other % len(text)
    match what:
        case "insert":
            text.insert(one, next(iter(fresh)))
        case "copy":
            text.insert(one, text[other])
        case "delete" if len(text) > 1:
            del text[one]
        case "change":
            at = (7 * other) % (len(text[one]) - 1)
            text[one] = text[one][:at] + "改" + text[one][at + 1 :]
        case "rewrite":
            text[one] = next(iter(fresh))
        case "swap":
            text[one], text[other] = text[other], text[one]


def origin(text: str) -> str:
    """The one text of ORIGINS that it was made of."""
    (found,) = [origin for origin in ORIGINS if set(text) & set(origin)] or ["改"]
    return found


@given(edits)
def test_no_edit_makes_an_id_mean_another_text_or_lets_it_vanish(edits: list[tuple[str, int, int]]):
    fresh = (f"{origin}。" for origin in ORIGINS)
    text = [next(fresh) for _ in range(6)]
    known, meanings, day = publish(lines(*text)), {}, DAY
    for what, one, other in edits:
        edit(text, what, one, other, fresh)
        page = keep_ids(lines(*text), known.ids)
        on_page = [id for id, _, _ in standing_ids(page)]
        assert len(set(on_page)) == len(on_page)
        assert {k.id for k in known.ids} <= set(on_page)
        if what == "register":
            day += timedelta(1)
            known = publish(page, known, day)
            assert publish(keep_ids(lines(*text), known.ids), known, day + timedelta(1)) == known
            assert read_registered(write_registered(known), known.file) == known
        for id, said, _ in standing_ids(page):
            if said is not None and id in {k.id for k in known.ids}:
                assert origin(meanings.setdefault(id, said)) == origin(said)
                assert likeness(sketch_of(meanings[id]), sketch_of(said)) >= SAME_IN_SUBSTANCE


# ── The five texts ────────────────────────────────────────────────────────────────────────────────────────────

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.mark.parametrize(
    ("stem", "counts"),
    [
        ("000_dbc49e92358e8704", {"p": 34, "h": 4, "f": 6}),
        ("001_8ee66400207c36a5", {"p": 31, "h": 4}),
        ("002_86a8fb1eaa77d1c9", {"p": 33, "h": 5}),
        ("003_ad40ce1ef99627ef", {"p": 31, "f": 2}),
        ("004_14648caa620776ea", {"p": 43, "h": 11, "t": 1, "n": 57}),
    ],
)
def test_the_five_texts_are_registered_with_all_their_ids(stem: str, counts: dict[str, int]):
    known = read_register(SEEDS)[stem]
    numbered = {f"{kind}{n}" for kind, count in counts.items() for n in range(count) if kind == "n"}
    numbered |= {f"{kind}{n}" for kind, count in counts.items() for n in range(1, count + 1) if kind != "n"}
    assert {k.id for k in known.ids} == numbered


def test_the_five_texts_are_as_they_are_registered(edition: Edition):
    assert not [fault for fault in edition.warnings if "make register" in str(fault)]
    assert not any(entry.article.tombstones or entry.former for entry in edition.entries)


def test_no_two_passages_of_one_kind_are_the_same_in_substance_unless_they_are_the_same(edition: Edition):
    for entry in edition.entries:
        found = [(p.id[0], passage_text(p.block)) for p in entry.article.passages if p.id != "title"]
        sketches = {(kind, digest_of(text)): sketch_of(text) for kind, text in found}
        for (kind, digest), sketch in sketches.items():
            alike = [s for (k, d), s in sketches.items() if k == kind and d != digest]
            assert all(likeness(sketch, other) < SAME_IN_SUBSTANCE for other in alike)


# ── Registering ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A folder with two registered texts."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "a.txt").write_text(f"{WATER}\n\n{TRADE}\n\n{ROAD}\n", "utf-8")
    (folder / "b.txt").write_text(f"{SCHOOL}\n\n{POWER}\n", "utf-8")
    (folder / "topics.yml").write_text((SEEDS / "topics.yml").read_text("utf-8"), "utf-8")
    (folder / "catalogue.yml").write_text(CATALOGUE, "utf-8")
    register(folder, DAY)
    return folder


CATALOGUE = 'a:\n  slug: water\n  kind: news\n  topics: [energy]\n  added: "2026-11-21"\n'


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def faults(folder: Path) -> list[str]:
    with pytest.raises(EditionError) as error:
        read_edition(folder)
    return str(error.value).splitlines()


def warnings(folder: Path) -> list[str]:
    return [str(fault) for fault in read_edition(folder).warnings if "make register" in str(fault)]


def test_an_unregistered_text_builds_with_a_warning(seeds: Path):
    (seeds / "c.txt").write_text(f"{POWER}\n", "utf-8")
    assert warnings(seeds) == [
        "seeds/c.txt: the text is not in the register: articles/c/ and all its ids; "
        "run make register before it is published"
    ]


def test_an_edit_builds_with_a_warning_for_each_id(seeds: Path):
    (seeds / "a.txt").write_text(f"{TRADE.replace('增长', '提高')}\n\n{SCHOOL}\n\n{ROAD}\n", "utf-8")
    assert [warning.split(";")[0] for warning in warnings(seeds)] == [
        "seeds/register/a.tsv:3: p1 «议会批准了新的水资源协定，协定…» is gone",
        "seeds/a.txt:1: p2 «两国贸易额去年提高百分之十，达…» was changed and keeps its id "
        "(0.77 of 1 like the first published)",
        "seeds/a.txt:3: p2a «三所大学开设了联合课程，首批学…» is new",
    ]


def test_registering_says_what_changes_and_the_second_time_nothing(seeds: Path):
    change(seeds / "a.txt", TRADE, SCHOOL)
    assert register(seeds, LATER) == [
        "seeds/register/a.tsv:4: p2 «两国贸易额去年增长百分之十，达…» is gone; a tombstone stands in its place",
        "seeds/a.txt:3: p2a «三所大学开设了联合课程，首批学…» is new",
    ]
    written = {path: path.read_bytes() for path in (seeds / "register").iterdir()}
    assert register(seeds, LATER + timedelta(1)) == []
    assert {path: path.read_bytes() for path in (seeds / "register").iterdir()} == written
    assert warnings(seeds) == []


def test_an_edit_of_one_passage_is_one_line_of_the_register(seeds: Path):
    before = (seeds / "register" / "a.tsv").read_text("utf-8").splitlines()
    change(seeds / "a.txt", "增长", "提高")
    register(seeds, LATER)
    after = (seeds / "register" / "a.tsv").read_text("utf-8").splitlines()
    (line,) = [line for line in after if line not in before]
    assert line.startswith("p2\tchanged\t2026-12-01\t两国贸易额去年提高百分之十，达…\t")
    assert len(after) == len(before)


# ── A build fails where a promise would be broken ─────────────────────────────────────────────────────────────


def test_a_registered_text_must_not_vanish(seeds: Path):
    (seeds / "b.txt").unlink()
    (fault,) = faults(seeds)
    assert fault.startswith(
        "seeds/register/b.tsv:2: there is no b.txt: the address articles/b/ and 2 ids would be lost; put"
    )


def test_a_text_whose_file_is_renamed_keeps_its_register_by_renaming_that_too(seeds: Path):
    (seeds / "b.txt").rename(seeds / "c.txt")
    (seeds / "register" / "b.tsv").rename(seeds / "register" / "c.tsv")
    (entry,) = [entry for entry in read_edition(seeds).entries if entry.record.slug == "c"]
    assert entry.former == ("b",)
    assert ids(entry.article) == ["p1", "p2"]


def test_an_address_must_not_come_to_mean_another_text(seeds: Path):
    (seeds / "a.txt").write_text(f"{SCHOOL}\n\n{POWER}\n", "utf-8")
    assert faults(seeds) == [
        "seeds/a.txt:1: only 0 of 3 published paragraphs are left: its address would come to mean another text; "
        "put the text back, and give the new one a file of its own"
    ]


def test_a_text_that_moves_leaves_its_address_and_no_other_text_may_take_it(seeds: Path):
    change(seeds / "catalogue.yml", "water", "agreement")
    register(seeds, LATER)
    assert read_edition(seeds).entries[0].former == ("water",)
    (seeds / "b.txt").rename(seeds / "water.txt")
    (seeds / "register" / "b.tsv").rename(seeds / "register" / "water.tsv")
    assert faults(seeds) == [
        "seeds/water.txt: articles/water/ is registered for a and would come to mean another text; "
        "choose another slug, in seeds/catalogue.yml"
    ]


def test_the_slug_of_a_withdrawn_text_is_refused_where_it_is_written(seeds: Path):
    withdraw(seeds)
    change(seeds / "catalogue.yml", "water", "b")
    problem = "a › slug: articles/b/ is registered for b and would come to mean another text; choose another slug"
    assert faults(seeds) == [f"seeds/catalogue.yml:2: {problem}"]


def test_a_text_that_moves_back_has_its_first_address_again(seeds: Path):
    for slug, before in (("agreement", "water"), ("water", "agreement")):
        change(seeds / "catalogue.yml", before, slug)
        register(seeds, LATER)
    assert read_edition(seeds).entries[0].former == ("agreement",)


def withdraw(seeds: Path) -> None:
    (seeds / "b.txt").unlink()
    change(seeds / "register" / "b.tsv", "address\tpublished\t2026-11-21", "address\tremoved\t2026-12-01")


def test_a_withdrawn_text_says_so_at_its_address(seeds: Path):
    withdraw(seeds)
    pages = {page.path: page.data.decode() for page in write_redirects(read_edition(seeds), ["zh-Hans", "kk"], ADDRESS)}
    assert "由编者于2026年12月1日撤下" in pages["articles/b/index.html"]
    assert '<html lang="kk">' in pages["kk/articles/b/index.html"]


def test_a_withdrawn_text_is_in_the_edition_no_more(seeds: Path):
    withdraw(seeds)
    (withdrawn,) = read_edition(seeds).withdrawn
    assert (withdrawn.slug, withdrawn.date) == ("b", LATER)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (r"p2\t.*\n", "", "seeds/register/a.tsv: of the ids p, number 2 is missing; put its line back"),
        (r"p2\t", "p1\t", "seeds/register/a.tsv:4: p1 stands a second time, after line 3; keep the one"),
        (r"p2\tpublished", "p2\tgone", "seeds/register/a.tsv:4: «p2\tgone\t2026-11-21\t两» is no line of the register"),
        (r"(p2\tpublished\t2026-)11", r"\g<1>13", "seeds/register/a.tsv:4: month must be in 1..12"),
        (r"<<", "<<", "seeds/register/a.tsv:6: «<<<<<<< HEAD» is no line of the register; take the line"),
        (r"address.*\n", "", "seeds/register/a.tsv: no address is registered"),
    ],
)
def test_a_register_that_was_damaged_is_not_built_with(seeds: Path, old: str, new: str, fault: str):
    path = seeds / "register" / "a.tsv"
    text = path.read_text("utf-8") + ("<<<<<<< HEAD\n" if old == "<<" else "")
    path.write_text(re.sub(old, new, text, count=1), "utf-8")
    assert any(found.startswith(fault) for found in faults(seeds))
    with pytest.raises(EditionError):
        register(seeds, LATER)


# ── On the site ───────────────────────────────────────────────────────────────────────────────────────────────


def test_a_tombstone_says_what_stood_there_and_when_it_was_found_gone():
    first = publish(lines(WATER, TRADE, ROAD))
    gone = keep_ids(lines(WATER, ROAD), first.ids)
    assert 'id="p2"' in write_passages(gone.passages, CHINESE, gone.tombstones)
    registered = keep_ids(lines(WATER, ROAD), publish(gone, first, LATER).ids)
    written = write_passages(registered.passages, CHINESE, registered.tombstones)
    assert "此处原为第 2 段，现已不在文中（2026年12月1日登记）。" in written
    assert written.index('id="p2"') < written.index("#p3")


def test_a_text_without_gaps_is_written_as_ever():
    text = keep_ids(noted(NOTES), publish(noted(NOTES)).ids)
    written = write_passages(text.passages, CHINESE, text.tombstones)
    assert f"{written}\n\n{write_footnotes(text.footnotes, CHINESE, text.note_tombstones)}\n" == markdown(noted(NOTES))


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site after a text has moved and a heading was removed."""
    project = copy_project(tmp_path_factory.mktemp("moved") / "project")
    change(project.seeds / "catalogue.yml", "slug: tokayev-china-visit", "slug: tokayev-in-china")
    change(project.seeds / "000_dbc49e92358e8704.txt", "专家观点\n", "")
    built = project.build(SITE_URL=ADDRESS)
    assert built.returncode == 0, built.stdout
    return project.site


ADDRESS = "https://archive.example/"


@pytest.mark.parametrize("folder", ["", "en/", "ru/", "kk/"])
def test_an_old_address_leads_on_in_every_locale(moved: Path, folder: str):
    page = (moved / folder / "articles/tokayev-china-visit/index.html").read_text("utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../tokayev-in-china/">' in page
    assert f'<link rel="canonical" href="{ADDRESS}{folder}articles/tokayev-in-china/">' in page
    assert '<a href="../tokayev-in-china/"' in page


def test_the_files_beside_a_text_stay_at_the_old_address_too(moved: Path):
    former, present = (moved / "articles" / slug for slug in ("tokayev-china-visit", "tokayev-in-china"))
    assert (former / "source.txt").read_bytes() == (present / "source.txt").read_bytes()
    assert (former / "tokayev-china-visit.bib").read_bytes() == (present / "tokayev-in-china.bib").read_bytes()


def test_an_old_address_is_not_in_the_site_map(moved: Path):
    assert "tokayev-china-visit" not in (moved / "sitemap.xml").read_text("utf-8")


@pytest.mark.parametrize(("folder", "lang"), [("", "zh-Hans"), ("en/", "en"), ("ru/", "ru"), ("kk/", "kk")])
def test_the_page_has_the_id_of_a_removed_passage(moved: Path, folder: str, lang: str):
    page = (moved / folder / "articles/central-asia-russia-summit/index.html").read_text("utf-8")
    assert f'<p id="h3" class="tombstone" lang="{lang}">' in page


@pytest.mark.parametrize(("scripts", "fragment"), [(True, "#p3"), (False, "")])
def test_the_browser_is_led_on_and_with_scripts_to_the_passage(
    moved: Path, browser: Browser, scripts: bool, fragment: str
):
    context = browser.new_context(java_script_enabled=scripts)
    serve(context, moved)
    page = context.new_page()
    page.goto(f"{ADDRESS}en/articles/tokayev-china-visit/#p3")
    page.wait_for_url(f"{ADDRESS}en/articles/tokayev-in-china/{fragment}")
    context.close()


def serve(context: BrowserContext, site: Path) -> None:
    def answer(route: Route) -> None:
        path = site / route.request.url.partition("#")[0].removeprefix(ADDRESS)
        path = path / "index.html" if path.is_dir() else path
        route.fulfill(path=path) if path.is_file() else route.fulfill(status=404)

    context.route(f"{ADDRESS}**", answer)


def test_a_build_that_would_break_a_promise_fails_and_leaves_nothing(project: Project):
    (project.seeds / "001_8ee66400207c36a5.txt").unlink()
    built = project.build()
    assert built.returncode != 0
    assert "seeds/register/001_8ee66400207c36a5.tsv:2: there is no 001_8ee66400207c36a5.txt" in built.stdout
    assert not project.site.exists()
