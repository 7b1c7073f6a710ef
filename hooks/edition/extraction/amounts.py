"""Amounts: from a number with its scale as Chinese prints it (3.5亿, 三十五万, 1亿2000万, 三四百) to its value.

What is read has been levelled: full-width digits and the many dashes are ASCII (`levelled`).
"""

from __future__ import annotations

import re
from decimal import Decimal

from edition.text.numerals import ONE_BY_ONE, UNITS, VALUES, read_number

FULL_WIDTH = dict(zip("０１２３４５６７８９．％＋：∶", "0123456789.%+::", strict=True))
DASHES = dict.fromkeys("—–―‐‑‒－−～〜", "-") | {"~": "-"}
LEVEL = str.maketrans(FULL_WIDTH | DASHES)
FULL_WIDTH_THOUSANDS = re.compile("(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")  # １，２００

GAP = "[ \u00a0\u2009\u202f\u3000]?"
"""Between a number and its scale or unit some set a space."""

ARABIC = (
    "(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])"  # 28,000
    "|[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3})+(?![0-9])"  # 28 000
    "|[0-9]{1,24})(?:\\.[0-9]{1,24})?"
)
SCALE = "(?:[十百千]?(?:万亿|[万亿])|[百千](?![瓦克米卡焦帕赫伏]))"  # 万亿, 千万, 百; but 千瓦 is a unit
ABOUT = "[多余来]"
HAN = "[零〇一二两三四五六七八九十百千万亿]"

MORE = "(?:零?[0-9]{1,4}(?:[百千]万|[百千万]))*"  # 1亿2千万
ARABIC_NUMERAL = f"{ARABIC}(?:{GAP}{ABOUT})?(?:{GAP}{SCALE}{MORE}(?:(?<=万)[0-9]{{4}}(?![0-9年]))?)?"
HAN_NUMERAL = (
    "(?!零(?!点))(?:(?<=[\u4e00-\u9fff，])[一二两三四五六七八]、)?"
    f"{HAN}{{1,24}}(?:点[零〇一二两三四五六七八九]+[万亿]*)?(?:{ABOUT}[万亿]+)?"
)
SEVERAL_NUMERAL = (
    "(?:(?<![人总次参户件多少指系倍基])数[十百千万亿]+|几[十百千万亿]+|[二三四五六七八九]?十几[万亿]*|上[百千万亿]+)"
)

LARGEST = 10**20
MOST_DIGITS = 20
"""What is printed with more is no figure, and could not be rounded by Decimal, which has 28."""

NUMERAL = re.compile(f"{ARABIC_NUMERAL}|(?:[一二两三四五六七八]、)?{HAN_NUMERAL}")
MYRIADS = {"万": 10**4, "亿": 10**8}
SCALED = re.compile(f"(?P<digits>{ARABIC})(?P<scale>[十百千万亿]*)")
SHORT = re.compile("(?P<long>.*(?P<unit>[百千]))(?P<digit>[一二三四五六七八九])")  # 二百五 is 250
NEIGHBOURS = re.compile("(?P<low>[一二两三四五六七八])(?P<high>[二两三四五六七八九])(?=[十百千万亿]|$)")  # 三四百


def levelled(line: str) -> str:
    """The line with full-width digits, signs and all dashes as ASCII; every character stays where it was."""
    return FULL_WIDTH_THOUSANDS.sub(",", line).translate(LEVEL)


def read_numeral(numeral: str) -> tuple[Decimal, Decimal] | None:
    """The bounds of a numeral, alike but for 三四百; nothing if it is none. A 多 or 余 in it is passed over."""
    if not NUMERAL.fullmatch(numeral):
        return None
    plain = re.sub(f"{ABOUT}|[ \u00a0\u2009\u202f\u3000,、]", "", numeral)
    if plain[:1].isascii():
        value = _read_arabic(plain)
        return _bounds(value, value)
    if (pair := NEIGHBOURS.search(plain)) and VALUES[pair["high"]] - VALUES[pair["low"]] == 1:
        low, high = (_read_han(plain[: pair.start()] + digit + plain[pair.end() :]) for digit in pair.groups())
        return _bounds(low, high)
    value = _read_han(plain)
    return _bounds(value, value)


def _bounds(low: Decimal | None, high: Decimal | None) -> tuple[Decimal, Decimal] | None:
    """Both, where both are known and not too large."""
    if low is None or high is None or max(low, high) > LARGEST:
        return None
    return None if any(len(value.as_tuple().digits) > MOST_DIGITS + 1 for value in (low, high)) else (low, high)


def scale_of(numeral: str) -> Decimal:
    """What the last digit of an Arabic numeral is multiplied by: 10 000 for 35万, one for 35."""
    scale = Decimal(1)
    for character in re.sub(".*[0-9. ]", "", re.sub(ABOUT, "", numeral)):
        scale *= (UNITS | MYRIADS).get(character, 1)
    return scale


def _read_arabic(numeral: str) -> Decimal | None:
    total, section, last = Decimal(0), Decimal(0), Decimal("Infinity")
    for part in SCALED.finditer(numeral):
        scale = scale_of(part[0])
        if section and part["scale"].endswith("万"):  # 3千5百万
            total, section = total + section * MYRIADS["万"], Decimal(0)
        elif scale >= last:
            return None
        amount, last = Decimal(part["digits"]) * scale, scale
        if part["scale"] in ("千", "百"):
            section += amount
        else:
            total += amount
    return total + section


def _read_han(numeral: str) -> Decimal | None:
    whole, _, fraction = numeral.partition("点")
    if fraction:
        return _read_decimal(whole, fraction)
    total = section = 0
    pending = ""
    for character in whole:
        if character in MYRIADS:
            value = _read_section(pending)
            if value is None or (not pending and not total + section):
                return None
            total = (total + section + value) * MYRIADS[character] if character == "亿" else total
            section = 0 if character == "亿" else (section + value) * MYRIADS[character]
            pending = ""
        else:
            pending += character
    short = re.fullmatch("[一二三四五六七八九]", pending) and re.search("[万亿].$", whole)  # 一万五 is 15,000
    value = _read_section(pending)
    if value is None or not whole:
        return None
    return Decimal(total + section + (value * MYRIADS[whole[-2]] // 10 if short else value))


def _read_decimal(whole: str, fraction: str) -> Decimal | None:
    digits = fraction.rstrip("万亿")
    value = _read_han(whole)
    if value is None or not digits or len(fraction) > MOST_DIGITS:
        return None
    scale = Decimal(1)
    for character in fraction[len(digits) :]:
        scale *= MYRIADS[character]
    return Decimal(f"{value}.{''.join(str(VALUES[digit]) for digit in digits)}") * scale


def _read_section(section: str) -> int | None:
    """What stands before 万 or 亿: 三千五百, 十五, 一百零三, 二百五; nothing for 二五 or 五百千."""
    if not section or (len(section) > 1 and ONE_BY_ONE.fullmatch(section)):
        return 0 if not section else None
    if short := SHORT.fullmatch(section):
        long = read_number(short["long"])
        return None if long is None else long + VALUES[short["digit"]] * UNITS[short["unit"]] // 10
    return read_number(section)
