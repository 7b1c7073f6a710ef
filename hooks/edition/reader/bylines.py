"""Bylines: from the line under a title to the authors that it names."""

from __future__ import annotations

import re

from edition.model import Byline, Inlines, NoteReference
from edition.reader.headings import SENTENCE_MARK, enumerator
from edition.text.inlines import printed
from edition.text.languages import HAN

LONGEST_BYLINE = 80
BETWEEN_NAMES = re.compile(r"\s*[、，,;；/]\s*|\s+and\s+|\s+и\s+")
SIGNED = re.compile(r"(?:作者|文|记者|記者|撰文|Автор|Авторы|Author|By)\s*[：:/]?\s*", re.IGNORECASE)
SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖"
    "邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許呂蘇盧賈葉閻鍾姜範譚鄒陸顧萬錢湯喬賀賴龔"
)
CHINESE_NAME = re.compile(rf"[{HAN}]{{2,3}}")
HAN_NAME = re.compile(rf"[{HAN}]{{2,6}}")
TRANSCRIBED_NAME = re.compile(rf"[{HAN}]+(?:[·•.][{HAN}]+)+")  # 木合塔尔·木拉提
CASED_NAME = re.compile(
    r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w'’-]*\.?(?:\s?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][\w'’-]*\.?){1,3}"
)  # Касым-Жомарт Токаев


def read_byline(content: Inlines) -> Byline | None:
    """The authors, if one of them is surely a name and the others may be: a note on the line is one on its author."""
    text = printed(content)
    if len(text) > LONGEST_BYLINE or SENTENCE_MARK.search(text) or enumerator(text):
        return None
    signed = SIGNED.match(text)
    listed = text[signed.end() :] if signed else text
    names = tuple(filter(None, BETWEEN_NAMES.split(listed)))
    if all(re.fullmatch(f"[{HAN}\\s]+", name) for name in names):
        names = tuple(part for name in names for part in name.split())
    has_note = any(isinstance(inline, NoteReference) for inline in content)
    if not names or not (signed or has_note or any(map(_is_name, names))):
        return None
    return Byline(content, names) if has_note or all(map(_may_be_name, names)) else None


def _is_name(text: str) -> bool:
    if CHINESE_NAME.fullmatch(text):
        return text[0] in SURNAMES
    return bool(TRANSCRIBED_NAME.fullmatch(text) or CASED_NAME.fullmatch(text))


def _may_be_name(text: str) -> bool:
    return _is_name(text) or bool(HAN_NAME.fullmatch(text))
