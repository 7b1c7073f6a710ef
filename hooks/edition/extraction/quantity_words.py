"""Quantity words: how Chinese prints a figure, what stands around it, and what looks like one but is none."""

from __future__ import annotations

import re

from edition.extraction.amounts import ABOUT, ARABIC_NUMERAL, GAP, HAN_NUMERAL, SEVERAL_NUMERAL
from edition.extraction.units import IN_ARABIC, IN_HAN, PREFIX
from edition.model import Qualifier

BEFORE = {
    Qualifier.AT_MOST: "不超过|不多于|不高于|至多|最多",
    Qualifier.AT_LEAST: "不少于|不低于|不下于|至少|最少|起码",
    Qualifier.OVER: "(?:超过|超出|突破|高于|多于|大于|不止)了?|(?<!高)超|逾",
    Qualifier.UNDER: "不足|不到|低于|少于|小于|跌破|未满|不满",
    Qualifier.NEARLY: "将近|接近于?|逼近|几近|几乎|(?<![最附邻临靠亲远])近",
    Qualifier.ABOUT: "大约|大概|(?<![条公契预节纽制违签北解履邀盟毁缔合])约|(?<=折合)约",
}
LINK = "[为有占达合]"  # 约为20%
AFTER = {
    Qualifier.OVER: "多(?=[，。、；！？）”的 ]|$)|有余|之多",
    Qualifier.ABOUT: "左右|上下",
    Qualifier.AT_LEAST: "(?:及|或)?以上",
    Qualifier.UNDER: "(?:及|或)?以下|以内",
}
QUALIFIED = f"(?:(?:{'|'.join(BEFORE.values())})(?:(?<=约){LINK}|(?<=大概){LINK})?{GAP})?"
TRAILED = f"(?:{'|'.join(AFTER.values())})?"
TO = f"{GAP}[-至到]{GAP}"
NUMBER = "[0-9]{1,9}(?:\\.[0-9]{1,9})?"
HAN_OR_ARABIC = f"(?:{HAN_NUMERAL}|{ARABIC_NUMERAL})"
SIGN = "(?:(?<![-0-9A-Za-z%\u4e00-\u9fff])-|(?<=[为至到达是比])-|负|零下)"

FIGURE = re.compile(
    f"(?P<before>{QUALIFIED})(?:"
    f"(?P<fraction>(?P<parts>{HAN_NUMERAL}|[0-9]{{1,6}})分之(?P<of>{HAN_OR_ARABIC}))"  # 四分之三, 百分之三十
    "|(?P<doubling>翻了?(?P<times>[一两二三四五六七八九0-9])?番|翻倍)"  # 翻一番
    "|(?P<half>一半|半数|过半(?![年个月百]))"
    "|(?P<slashed>(?P<over>[1-9][0-9]?)/(?P<under>[1-9][0-9]?)(?=的|强|弱|以上|左右))"  # 1/3的
    f"|(?P<ratio>(?P<first>{NUMBER}){GAP}[比:]{GAP}(?P<second>{NUMBER})(?![.0-9:]))"  # 9.2:1
    f"|(?P<arabic>(?P<sign>{SIGN})?(?:(?P<prefix>{PREFIX}){GAP})?(?P<low>{ARABIC_NUMERAL})"
    f"(?:(?P<low_unit>{GAP}(?:{IN_ARABIC}))?(?:{TO}|(?<=[1-8])、(?=[2-9](?![0-9])))(?P<high>{ARABIC_NUMERAL}))?"
    f"(?P<more>{ABOUT})?(?:{GAP}(?P<unit>{IN_ARABIC}))?)"  # 超过 40 亿美元
    f"|(?P<several>{SEVERAL_NUMERAL}(?P<several_unit>{IN_HAN}))"  # 数千个
    f"|(?P<han>(?P<han_sign>负|零下)?(?P<han_low>{HAN_NUMERAL})(?:[至到-](?P<han_high>{HAN_NUMERAL}))?"
    f"(?P<han_more>{ABOUT}|几)?(?P<han_unit>{IN_HAN}))"  # 五次
    f")(?P<after>{TRAILED})"
)
TIME = re.compile(
    f"{GAP}[多余来几]?{GAP}(?:年(?!轻)|月(?!球)|日(?![本元圆])|号(?!召)|天(?!然)|周(?![边围转])|星期|小时|时(?![期代段刻候])"
    "|钟头|点(?!$)|分(?![之公部支行店])|秒|世纪?|岁|季度|旬|夜|昼夜|[届代期页级章]"
    "|个?半?多?(?:月(?!球)|星期|周(?![边围期])|小时|钟头|季度|世纪|年头|年度|财年|工作日|昼夜|学期|学年|交易日|财季))"
)
ORDINAL = re.compile("第(?:[0-9零一二三四五六七八九十百千]+[、,和及与至到-])*[ \u00a0]?$")  # 第95、111页
RANK = re.compile("(?:前|排名)[ \u00a0]?$")
IN_A_WORD = re.compile("(?:[A-Za-zА-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі0-9][-+./·]?|[0-9][,:])$")
WORD_GOES_ON = re.compile("[A-Za-zА-Яа-я0-9]|[-+./:·][A-Za-z0-9]")
ADDRESS = re.compile(r"(?:https?://|www\.)[^\s，。；）】”]+")
ENGLISH = re.compile(f"{GAP}[A-Za-z]")  # $5 billion
GROUPED_OR_SCALED = re.compile(f"{ABOUT}|[,十百千万亿]")  # 5,000, 500万
LEVEL_BEFORE = re.compile("[至到达为兑是][ \u00a0]?$")
BARE_END = re.compile("[，。；、！？）”,;)]|$")
YEAR_LIKE = re.compile("(?:1[0-9]|20)[0-9]{2}")
FROM = ("从", "由", "自")
SPACES = " \u00a0\u2009\u202f\u3000"
SPEED_BEFORE, SPEED_AFTER = re.compile("(?:时速|每小时)[^，。]{0,4}$"), re.compile(f"{GAP}(?:/|每)(?:小时|h)")
ALIKE = re.compile(
    "(?:、|和|与|及|以及)|(?:，而?|和)[0-9年月上下半前季度第一二三四-]+(?P<level>将?[为达是])?"
)  # 5%和3%，2023年为4%
IDIOM = re.compile("[千万百]|二|一")
"""Chinese numerals with which nothing is counted: 千家(万户), 二次(制裁), 一个."""
