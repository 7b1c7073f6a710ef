"""Sentences: where those of a line of Chinese begin and end."""

from __future__ import annotations

import re
from functools import lru_cache

SENTENCE = re.compile(r"[^。！？]*[。！？…]+[”’」』）》]*|[^。！？]+$")  # 他说：“会议很重要。”

LATIN_SENTENCE = re.compile(r".+?[.!?](?=\s|$)|.+$")  # The archive's abstracts have no abbreviations.


def first_sentence(text: str) -> str:
    """With its end mark and the quotation marks that close after it; all of the text where no sentence ends."""
    match = SENTENCE.match(text)
    return match[0] if match else text


def first_sentences(text: str, longest: int, sentences: re.Pattern[str] = SENTENCE) -> str:
    """As many whole sentences from the beginning as `longest` characters hold; none where the first is longer."""
    taken = ""
    for sentence in sentences.findall(text):
        if len(taken) + len(sentence) > longest:
            break
        taken += sentence
    return taken.strip()


def sentence_span(line: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentences that hold the stretch from `start` to `end` begin and end, without the space around them."""
    spans = _spans(line)
    first = max((begin for begin, _ in spans if begin <= start), default=0)
    last = min((stop for _, stop in spans if stop >= end), default=len(line))
    within = line[first:last]
    return first + len(within) - len(within.lstrip()), last - len(within) + len(within.rstrip())


@lru_cache(maxsize=1)  # whoever asks for one word of a line asks for the next
def _spans(line: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in SENTENCE.finditer(line))
