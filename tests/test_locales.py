"""What Russian and Kazakh want of dates, numbers and plurals, and of the theme."""

import re
from pathlib import Path

import material
import pytest

from edition.dates import read_date, read_period
from edition.writing.strings import read_strings

NARROW, NO_BREAK = "\u202f", "\u00a0"
THEME = Path(material.__file__).parent / "templates/partials/languages"
KAZAKH = Path(__file__).parent.parent / "docs/overrides/partials/languages/kk.html"


def theme_words(file: Path) -> dict[str, str]:
    return dict(re.findall(r'^  "([^"]+)": "(.*?)",?$', file.read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize(
    ("edtf", "russian", "kazakh"),
    [
        ("2025-10-09", "9 октября 2025 г.", "2025 ж. 9 қазан"),
        ("2025-10", "октябрь 2025 г.", "2025 ж. қазан"),
        ("2022", "2022", "2022"),
        (
            "[2025-06-17..2025-10-09]",
            "один из дней с 17 июня 2025 г. по 9 октября 2025 г.",
            "2025 ж. 17 маусым – 2025 ж. 9 қазан аралығындағы бір күн",
        ),
    ],
)
def test_a_date_is_said_as_the_language_says_it(edtf: str, russian: str, kazakh: str):
    said = {locale: read_strings(locale).date(read_date(edtf)).replace(NARROW, " ") for locale in ("ru", "kk")}
    assert said == {"ru": russian, "kk": kazakh}


@pytest.mark.parametrize(
    ("edtf", "russian", "kazakh"),
    [
        ("2022-10-12/2022-10-14", "12–14 окт. 2022 г.", "2022 ж. 12–14 қаз."),
        ("199X", "1990-е годы", "1990-жылдар"),
        ("18XX", "19-й век", "19-ғасыр"),
    ],
)
def test_a_period_is_said_as_the_language_says_it(edtf: str, russian: str, kazakh: str):
    said = {locale: read_strings(locale).date(read_period(edtf)).replace(NARROW, " ") for locale in ("ru", "kk")}
    assert said == {"ru": russian, "kk": kazakh}


def test_a_month_as_a_heading_begins_with_a_capital():
    assert [read_strings(locale).month(10) for locale in ("en", "ru", "kk")] == ["October", "Октябрь", "Қазан"]


def test_thousands_are_set_apart_by_a_space_that_does_not_break():
    assert {read_strings(locale).number(22255) for locale in ("ru", "kk")} == {f"22{NO_BREAK}255"}


@pytest.mark.parametrize(
    ("n", "russian"), [(1, "1 текст"), (3, "3 текста"), (5, "5 текстов"), (11, "11 текстов"), (21, "21 текст")]
)
def test_a_russian_noun_goes_with_its_number(n: int, russian: str):
    assert read_strings("ru").count("count.texts", n) == russian


def test_the_theme_lacks_no_words_in_kazakh():
    english = theme_words(THEME / "en.html")
    kazakh = theme_words(KAZAKH)
    assert len(english) > 50
    assert set(kazakh) == set(english)
    assert [key for key in kazakh if kazakh[key] == english[key] and "config" not in key] == ["direction"]
