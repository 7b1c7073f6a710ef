"""The order of names and titles is each locale's own, not that of code points."""

import pytest

from edition.writing.collation import KAZAKH, collation_key, initial


def ordered(locale: str, *names: str) -> list[str]:
    return sorted(names, key=lambda name: collation_key(name, locale))


@pytest.mark.parametrize(
    ("locale", "names"),
    [
        ("zh-Hans", ["阿拉木图", "北京", "哈萨克斯坦", "乌兹别克斯坦", "中国"]),
        ("en", ["Almaty", "Türkiye", "Turkmenistan", "Xi Jinping", "Xi'an", "Xiao Mu"]),
        ("ru", ["Евразия", "Ёрико Кавагути", "Есенов", "Жанаозен", "Яссы"]),
        ("kk", ["Арал", "Әлем", "Балқаш", "Ғалым", "Дала", "Нүкіс", "Ұлытау", "Үстірт", "Ыстықкөл", "Іле", "Юрта"]),
    ],
)
def test_names_stand_in_the_order_of_the_locale(locale: str, names: list[str]) -> None:
    assert ordered(locale, *reversed(names)) == names


def test_the_kazakh_alphabet_has_its_forty_two_letters_in_order() -> None:
    assert len(KAZAKH) == 42
    assert ordered("kk", *reversed(KAZAKH)) == list(KAZAKH)


@pytest.mark.parametrize("locale", ["zh-Hans", "en", "ru", "kk"])
def test_a_locale_files_its_own_script_first(locale: str) -> None:
    own = {"zh-Hans": "中国", "en": "Zenith", "ru": "Яна", "kk": "Яна"}[locale]
    assert ordered(locale, "中国", "Zenith", "Яна", "2025")[:2] == ["2025", own]


def test_quotation_marks_do_not_count() -> None:
    assert ordered("ru", "«Иннопром»", "Ёлка", "Яна") == ["Ёлка", "«Иннопром»", "Яна"]


def test_a_name_stands_before_its_continuations() -> None:
    assert ordered("en", "Central Asian states", "Central Asia Plus", "Central Asia") == [
        "Central Asia",
        "Central Asia Plus",
        "Central Asian states",
    ]


@pytest.mark.parametrize(
    ("name", "locale", "letter"),
    [
        ("“中亚+”机制", "zh-Hans", "Z"),
        ("哈通社", "en", "H"),
        ("Ёрико Кавагути", "ru", "Е"),
        ("Ғазиз Әбішев", "kk", "Ғ"),
        ("Özal", "en", "O"),
        ("2025", "en", "#"),
        ("«»", "en", "#"),
    ],
)
def test_a_name_is_filed_under_its_letter(name: str, locale: str, letter: str) -> None:
    assert initial(name, locale) == letter
