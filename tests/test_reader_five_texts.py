from collections import Counter

import pytest

from edition.model import Edition, Heading
from edition.reader.article import id_prefix

COUNTS = {
    "000_dbc49e92358e8704": ({"p": 34, "h": 4, "f": 6}, 0),
    "001_8ee66400207c36a5": ({"title": 1, "p": 31, "h": 4}, 0),
    "002_86a8fb1eaa77d1c9": ({"title": 1, "p": 33, "h": 5}, 0),
    "003_ad40ce1ef99627ef": ({"p": 31, "f": 2}, 0),
    "004_14648caa620776ea": ({"title": 1, "p": 43, "h": 11, "t": 1}, 57),
}
BLOCKS = {
    "000_dbc49e92358e8704": {
        "Paragraph": 24, "Quotation": 8, "Figure": 6, "Heading": 4, "ListLine": 1, "CreditLine": 1,
    },
    "001_8ee66400207c36a5": {"Paragraph": 28, "Heading": 4, "Quotation": 2, "Title": 1, "CreditLine": 1},
    "002_86a8fb1eaa77d1c9": {"Paragraph": 32, "Heading": 5, "Title": 1, "CreditLine": 1},
    "003_ad40ce1ef99627ef": {"Paragraph": 17, "Speech": 13, "Figure": 2, "CreditLine": 1},
    "004_14648caa620776ea": {"Paragraph": 41, "Heading": 11, "Title": 1, "Byline": 1, "Abstract": 1, "Table": 1},
}  # fmt: skip
ACCOUNTS = {
    "000_dbc49e92358e8704": {"white space": 88, "body": 2797, "caption": 122},
    "001_8ee66400207c36a5": {"white space": 73, "metadata": 14, "body": 2192},
    "002_86a8fb1eaa77d1c9": {"white space": 79, "metadata": 14, "body": 2932},
    "003_ad40ce1ef99627ef": {"white space": 67, "metadata": 14, "body": 4031, "caption": 24},
    "004_14648caa620776ea": {
        "white space": 384, "body": 13436, "footnote call": 902, "footnote brackets": 275, "note": 6998,
        "table": 241, "bookmark": 19,
    },
}  # fmt: skip


def read(edition: Edition, name: str):
    return next(e.article for e in edition.entries if e.article.seed.name == f"seeds/{name}.txt")


@pytest.mark.parametrize("name", COUNTS)
def test_the_five_texts_read_as_they_always_have(edition: Edition, name: str):
    article = read(edition, name)
    passages, notes = COUNTS[name]
    assert Counter(id_prefix(passage.block) for passage in article.passages) == passages
    assert Counter(type(passage.block).__name__ for passage in article.passages) == BLOCKS[name]
    assert [note.id for note in article.footnotes] == [f"n{label}" for label in range(notes)]
    assert article.account.counts == ACCOUNTS[name]
    assert article.language == "zh-Hans"


def test_the_account_of_the_paper_is_its_22255_characters(edition: Edition):
    assert read(edition, "004_14648caa620776ea").account.total == 22255


def test_the_headings_of_the_paper_stand_on_two_levels(edition: Edition):
    passages = read(edition, "004_14648caa620776ea").passages
    headings = [(p.line, p.block.level) for p in passages if isinstance(p.block, Heading)]
    assert [line for line, level in headings if level == 3] == [19, 30, 40, 55, 58, 105, 113]
    assert Counter(level for _, level in headings) == {2: 4, 3: 7}
