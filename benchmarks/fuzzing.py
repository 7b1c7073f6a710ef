"""Fuzzing: mutates the five texts at random, reads and writes what comes of it, and reports what should not happen.

python benchmarks/fuzzing.py [seconds [random seed]]. A text may read or be refused; every character must be accounted
for, every word must be on the page, and nothing of it may be markup.
"""

from __future__ import annotations

import random
import re
import sys
import time
from functools import partial
from html import unescape
from itertools import chain
from pathlib import Path

import markdown
from mkdocs.config import load_config

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from edition.characters import shown
from edition.dates import read_date
from edition.errors import EditionError
from edition.extraction.quantities import find_quantities
from edition.extraction.times import find_times
from edition.model import Article
from edition.reader.article import read_article
from edition.reader.findings import find
from edition.reader.seeds import decode_seed
from edition.text.inlines import printed
from edition.text.streams import streams
from edition.writing.markdown import plain_references, write_footnotes, write_passages
from edition.writing.strings import read_strings

PIECES = (
    *("\n", "\n\n", "\r\n", "\r", "\t", "\n\t", "\n\n\t", "\t\t", " ", "\u3000", "\u00a0", "\u2028", "\x0c", "\x85"),
    *("[footnoteRef:1]", "[footnoteRef:2]", "[endnoteRef:1]", " [1:  ", " [2: ", "] ", "]", "[", " [12:30] ", "[3:"),
    *("[bookmark: _GoBack]", "[image: ]", "[image: x]", "date 2025-11-15 ", "11:22, 08 9月 2025 | GMT +5", "None"),
    *(
        "- ",
        "-他说。",
        "— ",
        "· ",
        "а) ",
        "1. ",
        "1.1. ",
        "一、",
        "（一）",
        "第一，",
        "“",
        "”",
        "。",
        "，",
        "：",
        "记者：",
    ),
    *("图：", "Фото: ", "表1 x", "资料来源：", "单位：", "【编译：", "】", "摘要：", "https://e.kz/?a=(b", "x@y.kz"),
    *("<script>alert(1)</script>", "</title>", "<!--", "-->", "{: onclick=x }", "{{ 1 }}", "{% raw %}", "--8<-- 'x'"),
    *(
        "/// html | script",
        "///",
        "```",
        "***",
        "---",
        "[x](javascript:x)",
        "&amp;",
        "&#60;",
        "!!! x",
        "[^1]:",
        "|a|b|",
    ),
    *("\x00", "\x02", "\x03", "\x1b", "\x7f", "\u200b", "\u202e", "\ufeff", "\ufffd", "\ufdd0", "\ue000", "\U000e0041"),
)
TAGS = {"p", "a", "span", "sup", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "div", "ul", "ol", "li", "figure"}
TAGS |= {"figcaption", "table", "caption", "thead", "tbody", "tr", "th", "td", "section", "br"}
TAGS |= {"svg", "g", "rect", "path", "text"}  # the picture of a table
TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z!?][^\s>]*)(?P<attributes>[^>]*)>")
CHINESE = read_strings("zh-Hans")
DAY = read_date("2025-11-15")


def mutate(text: str, chance: random.Random) -> str:
    begin = chance.randrange(len(text))
    text = text[begin : begin + chance.choice((20, 200, 2000))]
    for _ in range(chance.randrange(1, 12)):
        at, length = chance.randrange(len(text) + 1), chance.choice((0, 0, 1, 5, 40))
        piece = chance.choice(PIECES) if chance.random() < 0.8 else text[at : at + length] * 2
        text = text[:at] + piece + text[at + length :]
    return text


def complaints(article: Article, render: markdown.Markdown) -> list[str]:
    """What is wrong with an article that was read."""
    wrong = []
    if article.account.total != len(article.seed.text):
        wrong.append("the account is not the seed")
    written = f"{write_passages(article.passages, CHINESE)}\n\n{write_footnotes(article.footnotes, CHINESE)}\n"
    html = plain_references(render.reset().convert(written))
    tags = list(TAG.finditer(html))
    wrong += [f"<{tag['name']}>" for tag in tags if tag["name"] not in TAGS]
    wrong += [tag[0] for tag in tags if re.search(r"\s(?:on\w+|style|src)=|javascript:", tag["attributes"])]
    ids = re.findall(r'\sid="([^"]*)"', html)
    wrong += ["an id stands twice"] if len(ids) != len(set(ids)) else []
    words, at = _unspaced(unescape(TAG.sub("", html))), 0
    for stretch in _stretches(article):
        expected = _unspaced(shown(stretch))
        found = words.find(expected, at)
        wrong += [f"not on the page: {expected[:40]!r}"] if found < 0 else []
        at = max(found, at)
    return wrong


def _stretches(article: Article) -> list[str]:
    blocks = (passage.block for passage in article.passages if passage.id != "title")
    notes = sorted(article.footnotes, key=lambda note: note.series, reverse=True)  # as they stand on the page
    inlines = chain(chain.from_iterable(map(streams, blocks)), (note.content for note in notes))
    return [inline_text for stream in inlines for inline in stream if (inline_text := printed((inline,)))]


def _unspaced(text: str) -> str:
    return "".join(text.split())


def main(seconds: float, seed: int) -> int:
    chance = random.Random(seed)
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    config = load_config(str(ROOT / "mkdocs.yml"))
    render = markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    say = partial(print, flush=True)
    tried = refused = failed = 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        text = mutate(chance.choice(texts), chance)
        tried += 1
        try:
            article = read_article(decode_seed(text.encode(), "fuzz.txt"))
            find(article)
            find_quantities(article, find_times(article, DAY))
            wrong = complaints(article, render)
        except EditionError as error:
            refused += 1
            wrong = [str(error)] if "fault of the reader" in str(error) else []
        except Exception as error:  # noqa: BLE001
            wrong = [f"{type(error).__name__}: {error}"]
        if wrong:
            failed += 1
            say(repr(text), *wrong, sep="\n    ")
    say(f"{tried} texts in {seconds:.0f} s: {tried - refused} read, {refused} refused, {failed} wrong (seed {seed})")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(float(next(iter(sys.argv[1:]), "60")), int(next(iter(sys.argv[2:]), "0"))))
