from datetime import date

import pytest

from edition.dates import read_date


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
