import pytest
from hypothesis import given
from hypothesis import strategies as some

from edition.text.numerals import read_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *[("2025", 2025), ("２０２５", 2025), ("〇", 0), ("二〇二五", 2025), ("一九九○", 1990), ("两", 2)],
        *[("十", 10), ("十二", 12), ("二十", 20), ("三十一", 31), ("百", 100), ("一百零五", 105), ("二百五十", 250)],
    ],
)
def test_digits_and_chinese_numerals_are_numbers(text: str, number: int):
    assert read_number(text) == number


@pytest.mark.parametrize("text", ["", "十几", "几", "1.5", "十十", "万", "²", "-5", "二十百"])
def test_what_is_no_whole_number_is_none(text: str):
    assert read_number(text) is None


@given(some.text(alphabet="0９〇零一二两九十百千几²"))
def test_no_text_is_too_much(text: str):
    assert read_number(text) is None or read_number(text) >= 0
