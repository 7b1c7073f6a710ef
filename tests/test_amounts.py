from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from edition.extraction.amounts import levelled, read_numeral, scale_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *[
            ("280", "280"),
            ("183.53亿", "18353000000"),
            ("1,234.5万", "12345000"),
            ("1 024.3", "1024.3"),
            ("5千", "5000"),
        ],
        *[("2万亿", "2000000000000"), ("3百万", "3000000"), ("40多万", "400000"), ("1亿2000万", "120000000")],
        *[("3万5000", "35000"), ("7万9千5百", "79500"), ("十", "10"), ("两万五千", "25000"), ("一百零三", "103")],
        *[
            ("3亿零500万", "305000000"),
            ("3千5百万", "35000000"),
            ("二百五", "250"),
            ("一万五", "15000"),
            ("三点五亿", "350000000"),
            ("五万亿", "5000000000000"),
        ],
        *[("三千余万", "30000000"), ("零点五", "0.5")],
    ],
)
def test_a_number_with_its_scale_has_a_value(text: str, value: str):
    assert read_numeral(text) == (Decimal(value), Decimal(value))


@pytest.mark.parametrize(
    ("text", "low", "high"), [("三四百", 300, 400), ("五六", 5, 6), ("两三万", 20000, 30000), ("两、三", 2, 3)]
)
def test_two_neighbours_are_a_range(text: str, low: int, high: int):
    assert read_numeral(text) == (low, high)


@pytest.mark.parametrize("text", ["", "二〇二五", "三七", "十十", "万", "1万1万", "多", "一点0"])
def test_what_is_no_amount_is_none(text: str):
    assert read_numeral(text) is None


def test_a_levelled_line_is_as_long_as_printed():
    assert levelled("１，２００吨，６５％——35—40，4～5") == "1,200吨，65%--35-40，4-5"


def test_the_scale_is_that_of_the_last_digit():
    assert [scale_of(text) for text in ("35万", "35", "3亿", "5百万")] == [10_000, 1, 10**8, 10**6]


@given(some.text(alphabet="0123456789.,  零一二两三九十百千万亿多余点、"))
def test_no_text_is_too_much(text: str):
    bounds = read_numeral(text)
    assert bounds is None or 0 <= bounds[0] <= bounds[1]
