"""References: what the notes refer to, against an answer file that was made by reading all 57 before the rules."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from texts import article

from edition.edition import Edition
from edition.extraction.references import read_references
from edition.model import Reference, ReferenceFault, ReferenceKind
from edition.text.inlines import printed

ANSWERS = yaml.load((Path(__file__).parent / "answers" / "references.yml").read_text("utf-8"), Loader=yaml.BaseLoader)


@pytest.fixture(scope="module")
def read(edition: Edition) -> dict[str, Reference]:
    paper = next(entry.article for entry in edition.entries if entry.article.footnotes)
    return {reference.note.label: reference for reference in read_references(paper)}


def one(note: str) -> Reference:
    """What a note refers to that a paragraph calls."""
    return read_references(article(f"正文。[footnoteRef:1] [1:  {note}] "))[0]


def as_answered(reference: Reference) -> dict[str, Any]:
    values: dict[str, Any] = {
        "note": reference.note.label,
        "kind": reference.kind.value,
        "authors": list(reference.authors),
        "others": "true" if reference.others else "",
        "year": str(reference.year or ""),
        "accessed": reference.accessed.edtf if reference.accessed else "",
        "faults": [fault.value for fault in reference.faults],
    }
    for name in (
        "title",
        "outlet",
        "publisher",
        "place",
        "degree",
        "issue",
        "pages",
        "url",
        "language",
    ):
        values[name] = getattr(reference, name)
    for name in ("full", "repeats"):
        values[name] = (getattr(reference, name) or "").removeprefix("n")
    return {name: value for name, value in values.items() if value}


def test_the_answers_are_of_all_57_notes(read: dict[str, Reference]):
    assert [answer["note"] for answer in ANSWERS] == [str(n) for n in range(57)] == list(read)


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: answer["note"])
def test_a_note_is_read_as_a_reader_reads_it(read: dict[str, Reference], answer: dict[str, Any]):
    assert as_answered(read[answer["note"]]) == answer


def test_precision_and_recall_over_all_fields(read: dict[str, Reference]):
    """Of every value read and every value there is to be read; printed with pytest -rP."""
    wanted = {(a["note"], name, str(value)) for a in ANSWERS for name, value in a.items() if name != "note"}
    found = {
        (label, name, str(value))
        for label, reference in read.items()
        for name, value in as_answered(reference).items()
        if name != "note"
    }
    precision, recall = len(found & wanted) / len(found), len(found & wanted) / len(wanted)
    print(f"references: {len(wanted)} values, precision {precision:.3f}, recall {recall:.3f}")  # noqa: T201
    assert precision >= 0.98
    assert recall >= 0.95


def test_the_printed_text_is_always_kept(read: dict[str, Reference], edition: Edition):
    paper = next(entry.article for entry in edition.entries if entry.article.footnotes)
    assert [printed(r.note.content) for r in read.values()] == [printed(note.content) for note in paper.footnotes]


def test_every_note_knows_the_passage_that_calls_it(read: dict[str, Reference]):
    assert (read["0"].passage, read["1"].passage, read["6"].passage) == ("p1", "p5", "p12")
    assert all(reference.passage for reference in read.values())


def test_what_no_rule_reads_stays_as_printed():
    reference = one("参见有关文件。")
    assert (reference.kind, reference.title, printed(reference.note.content)) == (
        ReferenceKind.UNREAD,
        None,
        "参见有关文件。",
    )


def test_a_rule_reads_the_whole_note_or_nothing():
    assert one("《哈萨克斯坦简史》，第242页。另见他处。").kind is ReferenceKind.UNREAD


def test_a_short_form_without_its_full_one_is_joined_to_nothing():
    reference = one("《哈萨克斯坦简史》，第242页。")
    assert (reference.kind, reference.pages, reference.full) == (ReferenceKind.BOOK, "242", None)


def test_a_day_that_the_calendar_lacks_is_no_date():
    assert one("“题”，哈通社，2022年2月30日，https://a.example/b").accessed is None


def test_a_title_that_ends_in_its_own_quotation_keeps_it():
    reference = one("“论“中亚””，哈通社，2022年8月5日，https://a.example/b")
    assert (reference.title, reference.faults) == ("论“中亚”", ())


def test_an_address_with_a_query_is_no_home_page():
    assert one("“题”，俄总统网，2022年8月5日，https://a.example/?id=7").faults == ()
    assert one("“题”，俄总统网，2022年8月5日，https://a.example").faults == (ReferenceFault.HOME_PAGE,)


def test_a_text_without_notes_has_no_references():
    assert read_references(article("正文。")) == ()
