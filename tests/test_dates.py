from datetime import date

import pytest

from edition.dates import read_date, read_period


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2025-11-15", date(2025, 11, 15), date(2025, 11, 15)),
        ("2025-02", date(2025, 2, 1), date(2025, 2, 28)),
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("[2025-06-17..2025-10-09]", date(2025, 6, 17), date(2025, 10, 9)),
        ("[2024-12..2025-02]", date(2024, 12, 1), date(2025, 2, 28)),
    ],
)
def test_a_date_is_bounded_by_what_is_known_of_it(text: str, earliest: date, latest: date):
    known = read_date(text)
    assert (known.earliest, known.latest) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "parts", "iso"),
    [
        ("2025-11-15", (2025, 11, 15), "2025-11-15"),
        ("2025-11", (2025, 11, None), "2025-11"),
        ("2022", (2022, None, None), "2022"),
        ("[2025-06-17..2025-10-09]", (2025, None, None), "2025"),
        ("[2025-06-17..2025-06-19]", (2025, 6, None), "2025"),
        ("[2024-12-31..2025-01-01]", (None, None, None), ""),
        (" 2022 ", (2022, None, None), "2022"),
    ],
)
def test_nothing_is_filled_in(text: str, parts: tuple[int | None, int | None, int | None], iso: str):
    known = read_date(text)
    assert (known.year, known.month, known.day, known.iso) == (*parts, iso)


def test_one_of_a_set_is_told_from_a_span():
    assert read_date("[2025-06-17..2025-10-09]").is_set
    assert not read_date("2025-06").is_set


NO_DATES = [
    "",
    "2025-02-30",
    "2025-13",
    "2025-1-5",
    "15.11.2025",
    "2025/11/15",
    "abc",
    "２０２５",
    "[2025-01..2025-02-30]",
]
NOT_USED = ["2025?", "2025~", "20XX", "2025-21", "2025/2026", "2025-01-01/..", "{2025..2026}", "2025-11-15T10:00:00"]
OPEN = ["[..2025-10-09]", "[2025-10-09..]"]


@pytest.mark.parametrize("text", [*NO_DATES, *NOT_USED, *OPEN, "[2025-10-09..2025-06-17]", "0000-01-01", "-0044-03-15"])
def test_anything_else_is_refused(text: str):
    with pytest.raises(ValueError, match=r"."):
        read_date(text)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2025-11-15", date(2025, 11, 15), date(2025, 11, 15)),
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2022-10-12/2022-10-14", date(2022, 10, 12), date(2022, 10, 14)),
        ("2025-01/2025-08", date(2025, 1, 1), date(2025, 8, 31)),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("18XX", date(1800, 1, 1), date(1899, 12, 31)),
        ("198X/199X", date(1980, 1, 1), date(1999, 12, 31)),
        ("199X/2005-03", date(1990, 1, 1), date(2005, 3, 31)),
    ],
)
def test_a_period_reaches_from_the_first_day_of_its_first_date_to_the_last_of_its_last(
    text: str, earliest: date, latest: date
):
    period = read_period(text)
    assert (period.edtf, period.earliest, period.latest) == (text, earliest, latest)


@pytest.mark.parametrize(
    "text",
    [
        *["", "2025-02-30", "2025-02-30/2025-03-01", "2025-13", "2025-21", "00XX"],
        *["2025-08/2025-01", "199X/1995", "2022/2023/2024", "/2022", "2022/..", "2022?/2023", "[2022..2023]"],
    ],
)
def test_what_is_no_period_is_refused(text: str):
    with pytest.raises(ValueError, match=r"."):
        read_period(text)


def test_what_is_certain_of_a_period_is_told_as_iso():
    assert [read_period(text).iso for text in ("2025-01/2025-08", "199X", "18XX/19XX")] == ["2025-01/2025-08", "", ""]


def test_a_date_says_how_precise_it_is():
    written = ["2025-11-15", "2025-11", "2025", "199X", "18XX", "2025-01/2025-08", "198X/199X"]
    assert [read_period(text).precision for text in written] == [
        "day",
        "month",
        "year",
        "decade",
        "century",
        "interval",
        "interval",
    ]
    assert read_date("[2025-06-17..2025-10-09]").precision == "set"
