"""Units: what stands after a number, or before it ($), and what it measures. Nothing is converted into another unit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from edition.model import QuantityKind as Kind


@dataclass(frozen=True, slots=True)
class Unit:
    """`code` is ISO 4217 for money, a symbol of the SI or of trade for measures, otherwise a word of Quantity's.

    Where the print counts in parts of the unit (分 of a 美元, 成 as tenths), `factor` makes the number one of units.
    """

    code: str | None
    kind: Kind
    factor: Decimal = Decimal(1)


CURRENCIES = {
    "USD": "美元 美金 USD US$ $", "EUR": "欧元 EUR €", "GBP": "英镑 GBP £", "RUB": "卢布 俄罗斯卢布 RUB ₽",
    "CNY": "元人民币 元 人民币 CNY RMB ¥ ￥", "KZT": "坚戈 哈萨克斯坦坚戈 KZT ₸", "UZS": "苏姆 乌兹别克斯坦苏姆 UZS",
    "KGS": "索姆 吉尔吉斯斯坦索姆 KGS", "TJS": "索莫尼 TJS", "TMT": "土库曼斯坦马纳特 土库曼马纳特 TMT",
    "AZN": "阿塞拜疆马纳特 AZN", "JPY": "日元 日圆 JPY", "KRW": "韩元 韩圆 KRW", "HKD": "港元 港币 HKD",
    "TWD": "新台币 TWD", "CHF": "瑞士法郎 瑞郎 CHF", "TRY": "土耳其里拉 TRY", "UAH": "格里夫纳 格里夫尼亚 UAH",
    "BYN": "白俄罗斯卢布 BYN", "GEL": "拉里 GEL", "AMD": "德拉姆 AMD", "MNT": "图格里克 MNT", "INR": "印度卢比 INR",
    "PKR": "巴基斯坦卢比 PKR", "CAD": "加元 CAD", "AUD": "澳元 AUD", "SGD": "新加坡元 SGD", "THB": "泰铢 THB",
    "AED": "迪拉姆 AED", "PLN": "兹罗提 PLN", "SAR": "沙特里亚尔 SAR", "IRR": "伊朗里亚尔 IRR", "AFN": "阿富汗尼 AFN",
    "XDR": "特别提款权 XDR",
}  # fmt: skip
AMBIGUOUS_CURRENCIES = "马纳特 卢比 里拉 里亚尔 第纳尔 法郎 克朗 比索"
"""Money of several countries: the unit stays unknown."""

MEASURES = {
    Kind.DISTANCE: {
        "km": "公里 千米 km", "m": "米", "cm": "厘米 cm", "mm": "毫米 mm", "mi": "英里", "nmi": "海里", "ft": "英尺",
        "li": "华里",
    },
    Kind.AREA: {
        "ha": "公顷 ha", "km²": "平方公里 平方千米 km² km2", "m²": "平方米 ㎡ m²", "mu": "亩", "acre": "英亩",
        "mi²": "平方英里",
    },
    Kind.WEIGHT: {"t": "吨 公吨", "kg": "公斤 千克 kg", "g": "克", "mg": "毫克", "jin": "斤", "lb": "磅", "oz": "盎司"},
    Kind.VOLUME: {
        "m³": "立方米 m³", "km³": "立方公里 立方千米", "L": "升 公升", "bbl": "桶", "gal": "加仑",
        "TEU": "标准箱 标箱 TEU",
    },
    Kind.ENERGY: {
        "kWh": "千瓦时 千瓦·时 千瓦小时 度电 kWh", "MWh": "兆瓦时 MWh", "GWh": "吉瓦时 GWh", "TWh": "太瓦时 TWh",
        "W": "瓦 瓦特",
        "kW": "千瓦 kW", "MW": "兆瓦 MW", "GW": "吉瓦 GW", "TW": "太瓦", "J": "焦耳", "toe": "吨油当量 吨标准油",
        "tce": "吨标准煤 吨标煤",
    },
    Kind.TEMPERATURE: {"°C": "摄氏度 ℃ °C", "°F": "华氏度 ℉ °F"},
}  # fmt: skip
PARTS = {
    "%": Unit("percent", Kind.SHARE),
    "‰": Unit("permille", Kind.SHARE),
    "成": Unit("percent", Kind.SHARE, Decimal(10)),
    "个百分点": Unit("percentage points", Kind.OTHER),
    "百分点": Unit("percentage points", Kind.OTHER),
    "个基点": Unit("basis points", Kind.OTHER),
    "基点": Unit("basis points", Kind.OTHER),
    "倍": Unit("times", Kind.MULTIPLE),
    "美分": Unit("USD", Kind.MONEY, Decimal("0.01")),
    "戈比": Unit("RUB", Kind.MONEY, Decimal("0.01")),
}
PERSONS = "名 位 人 个人"
COUNTED = "个 次 项 家 条 份 所 座 台 架 艘 辆 套 件 起 场 处 支 批 户 口 笔 部 枚 轮 人次 家次 架次 车次 班次 航次"
"""Counted after a Chinese numeral, too: 五次 is a quantity, but 四方, 三类 or 两国 seldom are."""
COUNTED_IN_DIGITS = (
    "种 类 只 头 匹 株 棵 颗 粒 片 张 本 册 卷 篇 句 字 段 间 层 栋 幢 幅 门 组 队 对 双 副 箱 包 袋 瓶 罐 列 班 趟 股"
    " 例 宗 票 步 站 席 院 节 课 款 样 堆 群 道 国 车道 城 县 州 市 省 村 校 街"
)

NOT_AFTER = {  # a unit is none where it begins another word
    "元": "[首旦素老帅件凶宝]", "成": "[一二三四五六七八九半立为功员果长本了就分熟型效都不]", "升": "[至到级高值]",
    "米": "[尔哈]", "瓦": "[解]", "克": "[里服]", "位": "[一数于置列居]", "口": "[岸径]",
    "人": "[制帮民均权工类道口造士力大]", "部": "[分长门委署]", "国": "[集际道]", "家": "[庭]", "名": "[单义]",
    "台": "[湾海]", "场": "[面]", "对": "[于外]", "市": "[场]", "双": "[边方]", "包": "[括含]", "列": "[为]",
    "支": "[持付]", "本": "[国届次年]", "条": "[件约]", "站": "[在]", "起": "[来诉]", "校": "[长]", "处": "[于理]",
    "项": "[目]", "类": "[似]", "节": "[约]", "门": "[槛]", "轮": "[船]", "组": "[织成]", "省": "[道份]",
    "县": "[道]",
}  # fmt: skip


def _units() -> dict[str, Unit]:
    units = {form: Unit(code, Kind.MONEY) for code, forms in CURRENCIES.items() for form in forms.split()}
    units |= dict.fromkeys(AMBIGUOUS_CURRENCIES.split(), Unit(None, Kind.MONEY))
    for kind, measures in MEASURES.items():
        units |= {form: Unit(code, kind) for code, forms in measures.items() for form in forms.split()}
    units |= dict.fromkeys(PERSONS.split(), Unit("persons", Kind.PERSONS)) | PARTS
    return units | {form: Unit(form, Kind.COUNT) for form in f"{COUNTED} {COUNTED_IN_DIGITS}".split()}


UNITS = _units()
"""By the form after the number, or before it for the signs of currencies."""

BEFORE = ("US$", "$", "€", "£", "₽", "₸", "¥", "￥", "人民币", "USD", "EUR", "CNY", "RMB", "RUB", "KZT")
"""What may stand before its number: $100, 人民币30亿元."""


def one_of(forms: Iterable[str]) -> str:
    """A pattern for any of the units, the longest first, where none begins another word."""
    found = sorted(forms, key=lambda form: (-len(form), form))
    return "|".join(re.escape(form) + _ends(form) for form in found)


def _ends(form: str) -> str:
    if form[-1].isascii() and form[-1].isalpha():
        return "(?![A-Za-z])"
    return f"(?!{NOT_AFTER[form]})" if form in NOT_AFTER else ""


IN_ARABIC = one_of(UNITS)
IN_HAN = one_of(UNITS.keys() - COUNTED_IN_DIGITS.split())
PREFIX = one_of(BEFORE)
