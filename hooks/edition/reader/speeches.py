"""Speeches: from a line to the words of a speaker, marked by a dash and an attribution, or by a name in front."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from edition.characters import trim
from edition.model import Line, Speech
from edition.text.inlines import read_line
from edition.text.languages import HAN

DASHES = "-–—―"
ATTRIBUTIONS = (
    re.compile(r"[-–—―]++\s?(?P<speaker>[^-–—―。]{1,20})(?:说|說)。\Z"),  # - 今天的会晤…。-托卡耶夫说。
    re.compile(  # — Мы союзники, — сказал Токаев.
        r"(?<=[,.!?…»”])\s?[-–—―]++\s?(?:сказал|отметил|заявил|подчеркнул|добавил|сообщил|пояснил|ответил|считает|"
        r"говорит|спросил)[аио]?\s(?P<speaker>[^.]{1,60})\.\Z"
    ),
    re.compile(  # – Біз одақтаспыз, – деді Тоқаев.
        r"(?<=[,.!?…»”])\s?[-–—―]++\s?(?:деді|дейді|деп атап өтті|деп жауап берді)\s(?P<speaker>[^.]{1,60})\.\Z"
    ),
    re.compile(  # - We are allies, - said Tokayev.
        r"(?<=[,.!?…”\"])\s?[-–—―]++\s?(?:said|noted|added|stressed)\s(?P<speaker>[^.]{1,60})\.\Z"
    ),
)
LONGEST_ATTRIBUTION = 120
TURN_WITHOUT_NAME = re.compile(r"[–—―]\s+\S(?:.*[.?!…»”\"])?")  # — Как Вы оцениваете итоги?
NAME_OF_TURN = re.compile(r"(?P<name>[^\s：:，。,.“”\"«»（(\[][^：:，。,“”\"«»\[\t]{0,24})[：:]")  # 记者：
QUESTIONERS = frozenset(
    (
        *("问", "問", "记者", "記者", "主持人", "哈通社记者", "Q", "Question", "Interviewer", "Journalist"),
        *("В", "Вопрос", "Корр.", "Корреспондент", "Ведущий", "Журналист", "Сұрақ", "Тілші"),
    )
)
TURNS_OF_AN_INTERVIEW = 2
"""So often a name must open a line, beside a questioner's, to be that of a speaker."""


def names_of_turns(lines: Iterable[Line]) -> frozenset[str]:
    """The names that open the turns of an interview; none if nobody asks."""
    found = (NAME_OF_TURN.match(trim(line.text[:40])) for line in lines)
    counts = Counter(trim(match["name"]) for match in found if match)
    if not any(counts[name] >= TURNS_OF_AN_INTERVIEW for name in QUESTIONERS):
        return frozenset()
    return frozenset(name for name, count in counts.items() if count >= TURNS_OF_AN_INTERVIEW)


def read_speech(line: Line, names: frozenset[str]) -> Speech | None:
    """A speech, or None; `names` are those that open turns."""
    text = trim(line.text)
    lead = line.text.index(text)
    tail = max(1, len(text) - LONGEST_ATTRIBUTION)
    for pattern in ATTRIBUTIONS if text.startswith(tuple(DASHES)) else ():
        if match := pattern.search(text, tail):
            split = lead + match.start()
            return Speech(read_line(line, 0, split), read_line(line, split), trim(match["speaker"]))
    if (turn := NAME_OF_TURN.match(text)) and trim(turn["name"]) in names:
        return Speech(read_line(line), (), trim(turn["name"]))
    if TURN_WITHOUT_NAME.fullmatch(text) and not re.search(f"[{HAN}]", text):
        return Speech(read_line(line), (), "")
    return None
