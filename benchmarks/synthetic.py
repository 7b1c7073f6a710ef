"""Synthetic editions: from the five texts to any number of articles like them, made of their sentences."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from itertools import islice

from edition.dates import read_date
from edition.extraction.times import find_times
from edition.model import Attributed, Basis, Edition, Entry, Footnote, Inlines, Paragraph, Passage, Quotation, Speech
from edition.text.inlines import printed, read_inlines

SENTENCE = re.compile(r"[^。！？]+[。！？”]*")  # 中亚是一个具有快速发展潜力的地区。


def synthetic_edition(edition: Edition, count: int) -> Edition:
    """The first of the `count` articles are the real ones; the same call always makes the same others."""
    choose = random.Random(count)
    sentences = [
        sentence
        for entry in edition.entries
        for passage in entry.article.passages
        if isinstance(passage.block, Paragraph | Quotation | Speech)
        for sentence in SENTENCE.findall(printed(passage.block.content))
    ]
    notes = [note.content for entry in edition.entries for note in entry.article.footnotes]
    made = (
        _like(choose.choice(edition.entries), number, sentences, notes, choose)
        for number in range(count - len(edition.entries))
    )
    return replace(edition, entries=tuple(islice((*edition.entries, *made), count)))


def _like(entry: Entry, number: int, sentences: list[str], notes: list[Inlines], choose: random.Random) -> Entry:
    """An article of the same shape: as many passages of each kind, of as many sentences."""
    passages = tuple(_refilled(passage, sentences, choose) for passage in entry.article.passages)
    footnotes = tuple(Footnote(note.label, choose.choice(notes), note.line) for note in entry.article.footnotes)
    day = f"{choose.randint(1995, 2026)}-{choose.randint(1, 12):02}-{choose.randint(1, 28):02}"
    record = replace(
        entry.record,
        slug=f"synthetic-{number}",
        title=Attributed(choose.choice(sentences)[:30], Basis.SUPPLIED, "catalogue"),
        translations={},
        date=Attributed(read_date(day), Basis.SUPPLIED, "catalogue"),
        topics=choose.choice([entry.record.topics, replace(entry.record.topics, value=entry.record.topics.value[:1])]),
    )
    seed = replace(entry.article.seed, name=f"seeds/synthetic-{number}.txt")
    article = replace(entry.article, seed=seed, passages=passages, footnotes=footnotes)
    return Entry(article, record, times=find_times(article, read_date(day)))


def _refilled(passage: Passage, sentences: list[str], choose: random.Random) -> Passage:
    if not isinstance(passage.block, Paragraph | Quotation | Speech):
        return passage
    length = len(SENTENCE.findall(printed(passage.block.content)))
    text = "".join(choose.choices(sentences, k=max(length, 1)))
    return replace(passage, block=replace(passage.block, content=read_inlines(text, 0)))
