"""Texts: from what a test writes out to the article, the blocks, the faults or the page that become of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from edition.errors import EditionError
from edition.model import Article, Block, Inlines, Markup, NoteReference
from edition.reader.article import read_article
from edition.reader.seeds import decode_seed
from edition.text.streams import streams
from edition.writing.markdown import write_footnotes, write_passages
from edition.writing.strings import read_strings

CHINESE = read_strings("zh-Hans")


def article(text: str, name: str = "seeds/text.txt") -> Article:
    return read_article(decode_seed(text.encode(), name))


def blocks(text: str) -> list[Block]:
    return [passage.block for passage in article(text).passages]


def block(text: str) -> Block:
    """The last block of a text: what stands before it is the setting."""
    return blocks(text)[-1]


def faults(data: str | bytes) -> list[str]:
    """What an editor is told of a seed with this text; nothing if it reads."""
    try:
        read_article(decode_seed(data.encode() if isinstance(data, str) else data, "seeds/text.txt"))
    except EditionError as error:
        return str(error).splitlines()
    return []


def markdown(article: Article) -> str:
    """The text of an article and its notes, as its page has them."""
    return f"{write_passages(article.passages, CHINESE)}\n\n{write_footnotes(article.footnotes, CHINESE)}\n"


def all_inlines(article: Article) -> Iterator[Inlines]:
    """Every stretch of inlines: of the blocks, then of the notes."""
    yield from chain.from_iterable(streams(passage.block) for passage in article.passages)
    yield from (note.content for note in article.footnotes)


def shown(inlines: Inlines) -> str:
    return "".join(inline.text for inline in inlines if not isinstance(inline, NoteReference | Markup))


def unspaced(texts: str | Iterable[str]) -> str:
    return "".join("".join(texts).split())
