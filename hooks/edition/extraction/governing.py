"""Governing words: from the words before and after a figure to what it is a measure of, and whether it is a fall."""

from __future__ import annotations

import re

from edition.model import QuantityKind as Kind

RISE = (
    "增长|增加|增多|增产|增|上升|上涨|上扬|上调|上浮|上行|提高|提升|扩大|扩张|回升|攀升|飙升|跃升|升高|升值|走高|走强|加息"
    "|反弹|暴涨|激增|猛增|大增|剧增|涨|升|高出|多出|超出"
)
FALL = (
    "下降|下跌|下滑|下调|下行|下浮|减少|减产|减|降低|降息|缩减|缩小|缩短|缩水|收缩|萎缩|衰退|贬值|回落|放缓|跌|降|骤降|暴跌"
    "|锐减|削减|走低|走弱|滑落|低出|负增长"
)
RISE_SIZE = "增速|增幅|涨幅|升幅|增长率|增长速度|增长幅度|增长预期|增长预测|增长目标|经济增长|GDP增长"
FALL_SIZE = "降幅|跌幅|减幅|萎缩幅度"
BETWEEN = (
    "(?:[了将又仅可约近]|幅度|幅|达到|高达|多达|可达|达|超过|超|逾|突破|至少|最多|不到|不足|接近|将近|大约|为|在|整整|预计|预期"
    "|同比|环比|分别|年均|平均|累计|[ \u00a0])*"
)
"""What may stand between 增长 and its figure; after 至 or 到 the figure is the level that is reached."""

RISES = re.compile(f"(?:{RISE}|同比|环比){BETWEEN}$")  # 同比增长约
FALLS = re.compile(f"(?:{FALL}){BETWEEN}$")  # 贬值了
RISE_LEVEL = re.compile(f"(?:{RISE_SIZE})(?:(?!占)[^率]){{0,16}}$")  # 经济增长预期下调至
FALL_LEVEL = re.compile(f"(?:{FALL_SIZE})(?:(?!占)[^率]){{0,16}}$")
RISE_AFTER = re.compile(f"的?(?:年均|同比|环比|平均|经济)*(?:正?增长(?!点)|{RISE_SIZE}|(?:速度|幅度)(?:{RISE}))")
FALL_AFTER = re.compile(f"的(?:年均|同比|环比)*(?:{FALL_SIZE}|下降|下跌|萎缩|衰退|负增长|(?:速度|幅度)(?:{FALL}))")
RATE = re.compile(
    "(?<!占有)(?<!支持)(?<!得票)(?<!覆盖)(?<!普及)(?<!参与)(?<!入学)(?<!识字)(?<!投票)率[^占]{0,12}$|通胀[^占]{0,6}$"
)  # 失业率升至
RATE_AFTER = re.compile("的[^，。；的]{0,6}(?:利率|税率|费率|通胀率|通货膨胀率|失业率|关税)")  # 5%的税率
CLAUSE_ENDS = "，。；：！？,;:"
WITHOUT_SUBJECT = re.compile(
    "(?:今年|去年|前年|本月|上月|目前|同期|全年|[0-9年月日上下半前初底末季度第一二三四-])*(?:[已将则高仅约近超]|预计|一度|可能)*"
    "(?:达到?|[为是]|[升降涨跌增减]?[至到]|[上下]升至|下降[至到])?"
)
"""Such a clause says more of what the clause before names: 通胀率居高不下，上半年达14.5%."""


def governed(before: str, after: str, kind: Kind, unit: str | None) -> tuple[Kind, int] | None:
    """What words make of a figure, and -1 for a fall; nothing where none says it. `kind` is that of its unit."""
    clause = _clause(before)
    if FALLS.search(clause):
        return (_change(kind, unit), -1)
    if RISES.search(clause):
        return (_change(kind, unit), 1)
    if kind is not Kind.SHARE and unit != "percentage points":
        return None
    if RISE_AFTER.match(after):
        return (Kind.GROWTH, 1)
    if FALL_AFTER.match(after) or FALL_LEVEL.search(clause):
        return (Kind.GROWTH, -1)
    if RISE_LEVEL.search(clause):
        return (Kind.GROWTH, 1)
    if RATE.search(clause) or RATE_AFTER.match(after):
        return (Kind.RATE, 1)
    return None


def _change(kind: Kind, unit: str | None) -> Kind:
    """What grows by a part of itself grows; what grows by 30亿美元 is still money."""
    return Kind.GROWTH if kind in (Kind.SHARE, Kind.MULTIPLE) or unit in ("percentage points", "basis points") else kind


def _clause(before: str) -> str:
    """The clause as far as the figure, with the one before it where it has no subject of its own."""
    start = _clause_start(before, len(before))
    if start and WITHOUT_SUBJECT.fullmatch(before, start):
        start = _clause_start(before, start - 1)
    return before[start:]


def _clause_start(text: str, end: int) -> int:
    return max(text.rfind(mark, 0, end) for mark in CLAUSE_ENDS) + 1
