"""Periods: from a figure and the expressions of time around it to the time that it is true of, if its sentence says so.

It is the last time before the figure in its sentence, unless words show that the time is of something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from edition.dates import PartialDate
from edition.model import TimeExpression

SENTENCE_ENDS = "。！？"
CLAUSE_ENDS = "，。；：！？,;"
NO_TIME = re.compile("目前|现有|如今|每年|每月|每天|年均|历来|年来")
"""Between a time and a figure: the figure is of now or of every year."""

FROM_BEFORE, TO_AFTER = re.compile("[由从][^，。；]{0,4}$"), re.compile("[^，。；]{0,6}[至到为成]")
"""Around a figure from which something changed, at a time that is not said: 由24%下降到."""

BASE_BEFORE = re.compile("(?:[比较是为超]|相当于|超过|对比|相比)$")  # 是2021年的两倍, 比2021年
BASE_AFTER = re.compile("[^，。；]{0,6}的$")
SAID = re.compile("表示|指出|称|强调|认为|说|介绍|透露|宣称|通报|报道|呼吁|提到|重申|写道|答记者")
A_MONTH = timedelta(days=31)
TO_COME = re.compile("将(?!.*[为成至到])|拟|计划|打算|承诺|有望|预计")
REASON = re.compile("；(?:这是)?(?:由于|因为|鉴于|因)[^，]*$")
SINCE_BEFORE, SINCE_AFTER = re.compile("[自从][ \u00a0]?$"), re.compile("[^，。；]{0,3}(?:以来|至今|起|迄今)")
IN_BRACKETS = re.compile("[（(][ \u00a0]?$")


def period_of(line: str, start: int, end: int, times: Sequence[TimeExpression]) -> PartialDate | None:
    """Of the figure from `start` to `end`; `times` are those of its line, in order."""
    first = _start(line, start, SENTENCE_ENDS)
    if after := _in_brackets_after(line, end, times):
        return after.date
    time = next(
        (time for time in reversed(times) if first <= time.start and time.end <= start and _reaches(line, time, start)),
        None,
    )
    if time is None or time.date is None:
        return None
    between = line[time.end : start]
    if FROM_BEFORE.search(between) and TO_AFTER.match(line, end):
        return None
    if NO_TIME.search(between) or REASON.search(between) or _is_of_something_else(line, time, start):
        return None
    if SINCE_BEFORE.search(line[: time.start][-4:]) and SINCE_AFTER.match(line, time.end):
        return PartialDate(f"{time.date.edtf}/..", time.date.earliest, date.max)
    return time.date


def _start(line: str, end: int, marks: str) -> int:
    """Where the sentence or the clause begins that `end` stands in."""
    return max(line.rfind(mark, 0, end) for mark in marks) + 1


def _in_brackets_after(line: str, end: int, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """280亿美元（2024年）"""
    return next(
        (
            time
            for time in times
            if time.start >= end
            and IN_BRACKETS.fullmatch(line, end, time.start)
            and line[time.end : time.end + 1] in ("）", ")")
        ),
        None,
    )


def _reaches(line: str, time: TimeExpression, start: int) -> bool:
    """Whether a time may govern what stands at `start`: not out of brackets, and not as what is compared with."""
    opened = max(line.rfind(mark, 0, time.start) for mark in "（(")
    closed = max(line.rfind(mark, 0, time.start) for mark in "）)")
    if opened > closed and any(mark in line[time.end : start] for mark in "）)"):
        return False
    clause = _start(line, start, CLAUSE_ENDS)
    return not (time.start >= clause and BASE_BEFORE.search(line[: time.start][-4:]) and _is_base(line, time, start))


def _is_base(line: str, time: TimeExpression, start: int) -> bool:
    """比2021年增长5%, 是2021年全年的两倍; but 为2024年 is no comparison."""
    if line[time.start - 1] in "是为":
        return BASE_AFTER.fullmatch(line, time.end, start) is not None
    return True


def _is_of_something_else(line: str, time: TimeExpression, start: int) -> bool:
    """Whether what has a day is what was said, or promised, and not the figure."""
    if time.date is None or time.date.latest - time.date.earliest > A_MONTH:
        return False
    if SAID.search(line, time.end, start):
        return True
    clause = _start(line, start, CLAUSE_ENDS)
    aside = time.end <= clause or "的" in line[time.end : start]
    return aside and TO_COME.search(line, max(clause, time.end), start) is not None
