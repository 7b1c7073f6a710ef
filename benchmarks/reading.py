"""Reading: how time and memory grow when a text doubles. Near 2 is linear; a regular expression that backtracks is 4.

python benchmarks/reading.py prints for each shape of text the seconds and the peak of memory at the full size, and how
much more both are than at half of it.
"""

from __future__ import annotations

import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from edition.errors import EditionError
from edition.reader.article import read_article
from edition.reader.findings import find
from edition.reader.seeds import decode_seed
from edition.writing.markdown import write_footnotes, write_passages
from edition.writing.strings import read_strings

CHINESE = read_strings("zh-Hans")
SIZE = 2_000_000
"""Bytes of a text at the full size; a shape of one line has half of it."""


def repeated(piece: str) -> Callable[[int], str]:
    return lambda size: piece * (size // len(piece.encode()))


def one_line(piece: str, before: str = "", after: str = "") -> Callable[[int], str]:
    return lambda size: before + piece * (size // 2 // len(piece.encode())) + after


def noted(size: int) -> str:
    count = size // 120
    lines = (
        f"段落里说了一些话[footnoteRef:{n}]，又说了一些。 [{n}:  注，2022年，https://e.kz/{n}。] \n"
        for n in range(count)
    )
    return "".join(lines)


def many_notes_a_line(size: int) -> str:
    count = size // 2 // 40
    calls = "".join(f"[footnoteRef:{n}]" for n in range(count))
    return f"甲{calls}。 " + " ".join(f"[{n}:  注释 [a] {n}]" for n in range(count)) + " "


SHAPES: dict[str, Callable[[int], str]] = {
    "paragraphs": repeated("托卡耶夫总统会见了代表团，讨论了经济、贸易和投资合作问题。\n\n"),
    "10,000 short lines": repeated("小标题一\n\n正文。\n"),
    "short lines in a row": repeated("短行\n"),
    "a note a paragraph": noted,
    "notes in one line": many_notes_a_line,
    "notes that do not close": repeated("甲[footnoteRef:1]。 [1:  注\n"),
    "cells": repeated("\t甲\n\t乙\n\t丙\n\n"),
    "rows": repeated("甲\t乙\t丙\n"),
    "tabbed sentences": repeated("\t这是一句话。\n"),
    "rows with lines between": repeated("甲\t乙\n丙\n\n"),
    "list": repeated("· 项目\n"),
    "Russian": repeated("Президент встретился с делегацией в Астане и обсудил торговлю. "),
    "one line of text": one_line("托卡耶夫总统会见了代表团。"),
    "one line of letters": one_line("Касым Жомарт "),
    "one line of spaces": one_line(" ", "甲", "乙"),
    "one line of hyphens": one_line("-"),
    "one line of hyphens and speech": one_line("- 甲", "", "-他说。"),
    "one line of brackets": one_line("["),
    "one line of notes that open": one_line(" [1: ", "甲[footnoteRef:1]"),
    "one line of notes that close": one_line("] ", "甲[footnoteRef:1] [1: "),
    "one line of digits": one_line("1"),
    "one line of addresses": one_line("https://e.kz/(a"),
    "one line of full stops in an address": one_line(".", "https://"),
    "one line of quotation marks": one_line("“"),
    "one line of terms": one_line("安全：好。 ", "方向：\n"),
    "one line of tabs": one_line("\t"),
    "one line of unseen characters": one_line("\u200b甲"),
    "one line of bookmarks that do not close": one_line("[bookmark:"),
    "one line of pictures that do not close": one_line("[image: "),
    "one line of Han numbers": one_line("一"),
}


def measure(text: str) -> tuple[float, int]:
    """Seconds without, and the peak of memory with, the tracing of memory."""
    begun = time.process_time()
    read_and_write(text)
    seconds = time.process_time() - begun
    tracemalloc.start()
    read_and_write(text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return seconds, peak


def read_and_write(text: str) -> None:
    try:
        article = read_article(decode_seed(text.encode(), "benchmark.txt"))
    except EditionError:  # that, too, should take no longer
        return
    find(article)
    write_passages(article.passages, CHINESE)
    write_footnotes(article.footnotes, CHINESE)


def main(size: int) -> None:
    sys.stdout.write(f"{'shape':42}{'MB':>6}{'s':>8}{'ratio':>7}{'MB peak':>9}{'ratio':>7}\n")
    for name, shape in SHAPES.items():
        half, full = measure(shape(size // 2)), measure(shape(size))
        bytes_ = len(shape(size).encode())
        sys.stdout.write(
            f"{name:42}{bytes_ / 1e6:6.2f}{full[0]:8.2f}{full[0] / half[0]:7.2f}"
            f"{full[1] / 1e6:9.0f}{full[1] / half[1]:7.2f}\n"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    main(int(next(iter(sys.argv[1:]), str(SIZE))))
