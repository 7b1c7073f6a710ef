from collections import Counter
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as some
from test_laws import seed_texts
from texts import article, faults

from edition.dates import read_date
from edition.edition import Edition
from edition.extraction.quantities import find_quantities
from edition.extraction.times import find_times
from edition.model import Quantity
from edition.text.inlines import printed
from edition.text.streams import streams
from edition.writing.quantity_phrases import as_decimal, value_phrase
from edition.writing.strings import read_strings

ANSWERS = yaml.safe_load((Path(__file__).parent / "answers" / "figures.yml").read_text("utf-8"))


def quantities(text: str) -> tuple[Quantity, ...]:
    read = article(f" date 2025-11-15 题目\n\n{text}\n")
    return find_quantities(read, find_times(read, read_date("2025-11-15")))


def plain(value: Decimal | Fraction | None) -> str:
    return "several" if value is None else f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value}" else str(value)


def said(quantity: Quantity) -> str:
    """4000000000 USD money over; a range is 18..19; what no rule knows is a ?"""
    value = plain(quantity.low) if quantity.low == quantity.high else f"{plain(quantity.low)}..{plain(quantity.high)}"
    words = (value, quantity.unit or "?", quantity.kind, quantity.qualifier)
    return " ".join(str(word) for word in words if word)


def read(text: str) -> dict[str, str]:
    return {quantity.text: said(quantity) for quantity in quantities(f"{text}。")}


def periods(text: str) -> dict[str, str | None]:
    return {quantity.text: quantity.period.edtf if quantity.period else None for quantity in quantities(f"{text}。")}


# ── Numbers and units ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("贸易额为 40 亿美元", {"40 亿美元": "4000000000 USD money"}),
        ("贸易额为1,234.5万欧元", {"1,234.5万欧元": "12345000 EUR money"}),
        ("贸易额为２８０亿日元", {"２８０亿日元": "28000000000 JPY money"}),
        ("人民币30亿元和$5亿", {"人民币30亿元": "3000000000 CNY money", "$5亿": "500000000 USD money"}),
        ("罚款20万卢布、429坚戈", {"20万卢布": "200000 RUB money", "429坚戈": "429 KZT money"}),
        ("票价五十美分", {"五十美分": "0.5 USD money"}),
        ("发行100亿卢比", {"100亿卢比": "10000000000 ? money"}),
        ("面积272.49万平方公里", {"272.49万平方公里": "2724900 km² area"}),
        ("运送200亿立方米天然气", {"200亿立方米": "20000000000 m³ volume"}),
        ("装机5千瓦，发电500兆瓦时", {"5千瓦": "5 kW energy", "500兆瓦时": "500 MWh energy"}),
        ("气温为-25℃，或零下三十摄氏度", {"-25℃": "-25 °C temperature", "零下三十摄氏度": "-30 °C temperature"}),
        ("约七千名学生，五次会议", {"约七千名": "7000 persons persons about", "五次": "5 次 count"}),
        ("投资1亿2千万元", {"1亿2千万元": "120000000 CNY money"}),
        (
            "共3亿5千万吨、2亿3千5百万人",
            {"3亿5千万吨": "350000000 t weight", "2亿3千5百万人": "235000000 persons persons"},
        ),
        ("通过1亿2000万吨货物", {"1亿2000万吨": "120000000 t weight"}),
        ("列车时速250公里", {"250公里": "250 km/h other"}),
    ],
)
def test_a_number_and_its_unit_are_a_quantity(text: str, found: dict[str, str]):
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("占GDP的15%和6.5％", {"15%": "15 percent share", "6.5％": "6.5 percent share"}),
        ("百分之三十五的人", {"百分之三十五": "35 percent share"}),
        ("占三分之一，即全国1/3的面积", {"三分之一": "1/3 share share", "1/3": "1/3 share share"}),
        ("占千分之三", {"千分之三": "3/1000 share share"}),
        ("占万分之二", {"万分之二": "1/5000 share share"}),
        ("约八成的贸易额", {"约八成": "80 percent share about"}),
        ("超过一半的人，过半企业", {"超过一半": "1/2 share share over", "过半": "1/2 share share over"}),
        ("是去年的2.5倍", {"2.5倍": "2.5 times multiple"}),
        ("比例为9.2:1", {"9.2:1": "46/5 ? ratio"}),
    ],
)
def test_a_part_of_something_is_a_quantity(text: str, found: dict[str, str]):
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("增长18–19%", {"18–19%": "18..19 percent growth"}),
        ("供应35—40万吨", {"35—40万吨": "350000..400000 t weight"}),
        ("供应9000—1万吨", {"9000—1万吨": "9000..10000 t weight"}),
        ("投资10亿至15亿美元", {"10亿至15亿美元": "1000000000..1500000000 USD money"}),
        ("每年3～5家企业", {"3～5家": "3..5 家 count"}),
        ("三四百人", {"三四百人": "300..400 persons persons"}),
        ("从20%到30%", {"20%": "20 percent share", "30%": "30 percent share"}),
    ],
)
def test_a_range_has_two_bounds_but_a_change_is_no_range(text: str, found: dict[str, str]):
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        *[("超过5吨", "over"), ("逾5吨", "over"), ("突破5吨", "over"), ("5吨多", "over"), ("50余吨", "over")],
        *[("约5吨", "about"), ("约为5吨", "about"), ("5吨左右", "about")],
        *[("近5吨", "nearly"), ("接近5吨", "nearly"), ("不足5吨", "under"), ("5吨以下", "under")],
        *[("至少5吨", "at least"), ("5吨以上", "at least"), ("不超过5吨", "at most")],
        *[("数千吨", "several"), ("几十吨", "several"), ("十几吨", "several")],
    ],
)
def test_a_qualifier_belongs_to_the_figure(text: str, qualifier: str):
    (found,) = quantities(f"运了{text}，")
    assert (found.text, found.qualifier) == (text, qualifier)


@pytest.mark.parametrize("text", ["北约30个国家", "最近30个国家", "签约30个国家"])
def test_the_end_of_a_word_is_no_qualifier(text: str):
    (found,) = quantities(text)
    assert (found.text, found.qualifier) == ("30个", None)


def test_a_word_before_a_qualifier_is_none_of_it():
    assert read("折合约5吨") == {"约5吨": "5 t weight about"}


# ── Kinds ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("同比增长5%", {"5%": "5 percent growth"}),
        ("萎缩了5%", {"5%": "-5 percent growth"}),
        ("同比-3.2%", {"-3.2%": "-3.2 percent growth"}),
        ("实现5%的增长", {"5%": "5 percent growth"}),
        ("增幅达5%", {"5%": "5 percent growth"}),
        ("分别下降3%和4%", {"3%": "-3 percent growth", "4%": "-4 percent growth"}),
        ("经济增长预期下调至2%", {"2%": "2 percent growth"}),
        ("比重由24%降到18%", {"24%": "24 percent share", "18%": "18 percent share"}),
        ("下降5个百分点", {"5个百分点": "-5 percentage points growth"}),
        ("货运量翻了两番", {"翻了两番": "2 番 growth"}),
        ("提升五倍，缩小到9倍", {"五倍": "5 times growth", "9倍": "9 times multiple"}),
        ("减少3亿美元", {"3亿美元": "-300000000 USD money"}),
        ("降至3亿美元", {"3亿美元": "300000000 USD money"}),
    ],
)
def test_the_governing_verb_makes_it_growth_or_a_fall(text: str, found: dict[str, str]):
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("失业率升至4.5%", {"4.5%": "4.5 percent rate"}),
        ("通胀率居高不下，上半年达14%", {"14%": "14 percent rate"}),
        ("征收5%的关税", {"5%": "5 percent rate"}),
        ("市场占有率为5%", {"5%": "5 percent share"}),
    ],
)
def test_a_rate_is_named_as_one(text: str, found: dict[str, str]):
    assert read(text) == found


# ── What is none, or undecided ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        *[
            "2025年11月15日10时30分",
            "1955—1979年间",
            "20—30年",
            "两个半小时",
            "三个季度",
            "前九个月",
            "21世纪",
            "90年代",
        ],
        *["第11届", "第二次", "第5、6条", "3号线", "前10名", "30岁"],
        *["A400M运输机", "苏—34飞机", "区域安全—2022演习", "C5+1", "G20", "《战略2050》", "5G网络", "12:30"],
        *["两国", "三大方向", "四方", "一个", "二次制裁", "三位一体", "千家万户", "五成员国", "一成不变", "4元首"],
        *["212国道", "七人制", "四人帮"],
        *["https://a.example/%20?b=30%", "到2030，", "US$5 billion"],
    ],
)
def test_times_ordinals_names_and_idioms_are_none(text: str):
    assert read(text) == {}


def test_a_number_without_a_unit_is_kept_only_where_words_make_it_a_quantity():
    assert read("汇率飙升到527") == {"527": "527 ? other"}
    assert read("新增就业500万") == {"500万": "5000000 ? other"}
    assert read("代号527启动") == {}


def test_running_text_alone_is_read():
    text = "增长5%的题目\n\n正文。[footnoteRef:1] [1:  增长6%。] \n\nФото: 7%\n\n\t增长\n\t8%\n\n\t甲\n\t9%\n"
    read = article(text)
    assert find_quantities(read, ()) == ()


def test_a_text_in_another_language_is_not_read():
    assert find_quantities(article("Рост\n\nРост составил 5% в этом году."), ()) == ()


# ── Periods ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2024年贸易额达5吨，2025年达6吨", {"5吨": "2024", "6吨": "2025"}),
        ("今年1—8月增长5%", {"5%": "2025-01/2025-08"}),
        ("2024年有事。贸易额达5吨", {"5吨": None}),
        ("自2005年以来投资5吨", {"5吨": "2005/.."}),
        ("是2024年全年的两倍", {"两倍": None}),
        ("比2024年增长5%", {"5%": None}),
        ("2024年，目前有5吨", {"5吨": None}),
        ("2024年比重由24%降到18%", {"24%": None, "18%": "2024"}),
        ("7月4日，他在会上表示，欧洲需要5吨", {"5吨": None}),
        ("6月20日，他来访，将供应5吨", {"5吨": None}),
        ("7月4日发生事故，造成21人死亡", {"21人": "2025-07-04"}),
        ("（2024年）5吨", {"5吨": None}),
        ("贸易额5吨（2024年）", {"5吨": "2024"}),
        ("2013年9月7日提出倡议，12年来投资超过5吨", {"超过5吨": None}),
        ("2024年，过去几年5吨", {"5吨": None}),
    ],
)
def test_the_period_is_the_time_of_the_same_sentence_that_governs_the_figure(text: str, found: dict[str, str | None]):
    assert periods(text) == found


# ── What holds of every text ──────────────────────────────────────────────────────────────────────────────────

PIECES = [
    *"0159０一二两十百千万亿零数几半点负-—.,，、:%％℃$ \n",
    *[
        "美元",
        "个",
        "人",
        "倍",
        "公里",
        "分之",
        "翻",
        "番",
        "约",
        "超过",
        "第",
        "年",
        "月",
        "至",
        "多",
        "增长",
        "由",
        "2024年",
        "5亿美元",
        "3%",
    ],
]


@given(some.lists(some.sampled_from(PIECES)).map("".join) | seed_texts)
@example("一" * 3000 + "个")
@example("9" * 3000 + "亿美元")
@example("0." * 3000)
@example("999999999999999999999999万亿美元")
@example("一亿亿亿亿亿人")
@example("三分之999999999999999999999999")
def test_in_any_text_figures_stand_in_their_lines_in_order_and_apart(text: str):
    if faults(text):
        return
    read = article(text)
    lines = Counter((passage.id, printed(stream)) for passage in read.passages for stream in streams(passage.block))
    last = None
    for found in find_quantities(read, find_times(read, read_date("2025-11-15"))):
        assert (found.place, found.line) in lines
        assert value_phrase(found, read_strings("en"))
        assert value_phrase(found, read_strings("zh-Hans"))
        assert all(as_decimal(bound).is_finite() for bound in (found.low, found.high) if bound is not None)
        assert 0 <= found.start < found.end <= len(found.line)
        assert found.text == found.text.strip()
        assert (found.low is None) == (found.high is None)
        assert found.low is None or found.high is None or found.low <= found.high
        if last and (last.place, last.line) == (found.place, found.line) and lines[found.place, found.line] == 1:
            assert last.end <= found.start
        last = found


# ── Against the answers ───────────────────────────────────────────────────────────────────────────────────────


def answered(seed: str, known: dict[str, Any]) -> tuple[Any, ...]:
    value = known["value"]
    low, high = value if isinstance(value, list) else (value, value)
    bounds = tuple(None if bound is None else Fraction(str(bound)) for bound in (low, high))
    return (seed, known["passage"], known["text"], bounds, known["unit"], known["kind"], known["qualifier"])


def as_answered(seed: str, found: Quantity) -> tuple[Any, ...]:
    bounds = tuple(None if bound is None else Fraction(bound) for bound in (found.low, found.high))
    qualifier = found.qualifier.value if found.qualifier else None
    return (seed, found.place, found.text, bounds, found.unit, found.kind.value, qualifier)


def test_in_the_five_texts_it_finds_what_a_reader_found(edition: Edition):
    """Against tests/answers/figures.yml: words, value, unit, kind and qualifier must all be the same; then, of those
    that are, the period.

    The answers, and most of the five texts, had been read by whoever wrote the rules; how well they read other texts is
    not measured here. On their first run precision was 0.912 and recall 0.924 (134 of 147 found, of 145 known); the
    last time before the figure in its sentence was its period in 135 of 145.
    """
    entries = {Path(entry.article.seed.name).stem: entry for entry in edition.entries}
    known = [(answered(seed, each), each["period"]) for seed, listed in ANSWERS.items() for each in listed]
    found = [
        (as_answered(seed, each), each.period.edtf if each.period else None)
        for seed in ANSWERS
        for each in entries[seed].quantities
    ]
    right = (Counter(each for each, _ in known) & Counter(each for each, _ in found)).total()
    precision, recall = right / len(found), right / len(known)
    dated = (Counter(known) & Counter(found)).total() / right
    print(f"figures: {len(found)} found, {len(known)} known, precision {precision:.3f}, recall {recall:.3f}")  # noqa: T201
    print(f"their periods: {dated:.3f} of {right}")  # noqa: T201
    assert precision >= 0.98
    assert recall >= 0.95
    assert dated >= 0.95
