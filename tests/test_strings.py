"""The words of the interface: every locale has all of them, says the same with them, and none is left over."""

import ast
import re
import string
from enum import StrEnum
from pathlib import Path

import pytest
import yaml

import edition
from edition.dates import read_date, read_period
from edition.model import Basis, FigureKind, Kind
from edition.writing.strings import CLDR_LOCALES, DEFAULT_LOCALE, FOLDER, read_strings

LIBRARY = Path(edition.__file__).parent
LOCALES = sorted(path.stem for path in FOLDER.glob("*.yml"))
MESSAGES = {locale: yaml.safe_load((FOLDER / f"{locale}.yml").read_text("utf-8")) for locale in LOCALES}
KEY = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)+")
"""What a key looks like."""
FAMILY = re.compile(r"[a-z0-9]+\.(?:[a-z0-9-]+\.)*")
"""How a key begins."""
ORDINALS = {"date.century"}
"""What is counted first, second, third."""


def placeholders(message: str | dict[str, str]) -> set[str]:
    forms = message.values() if isinstance(message, dict) else [message]
    return {name for form in forms for _, name, _, _ in string.Formatter().parse(form) if name}


def written_out() -> list[tuple[str, str, bool]]:
    """Each literal of the library that may be a key, or, if the last value is set, the beginning of some: f"kind.{k}".
    The second value is where it stands."""
    found = []
    for path in sorted(LIBRARY.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            place = f"{path.name}:{getattr(node, 'lineno', 0)}"
            match node:
                case ast.JoinedStr(values=[ast.Constant(value=str(text)), *_]):
                    found.append((text, place, True))
                case ast.Constant(value=str(text)):
                    found.append((text, place, text.endswith(".")))
    return found


@pytest.mark.parametrize("locale", LOCALES)
def test_every_locale_has_the_same_keys(locale: str):
    assert set(MESSAGES[locale]) == set(MESSAGES[DEFAULT_LOCALE])


@pytest.mark.parametrize("locale", LOCALES)
def test_a_key_stands_once(locale: str):
    written = re.findall(r"^([a-z][^:\s]*):", (FOLDER / f"{locale}.yml").read_text("utf-8"), re.MULTILINE)
    assert sorted(written) == sorted(MESSAGES[locale])


@pytest.mark.parametrize("locale", LOCALES)
def test_every_locale_fills_in_the_same_names(locale: str):
    for key, message in MESSAGES[locale].items():
        assert placeholders(message) == placeholders(MESSAGES[DEFAULT_LOCALE][key]), key


@pytest.mark.parametrize("locale", LOCALES)
def test_a_plural_has_the_forms_that_the_language_has(locale: str):
    strings = read_strings(locale)
    for key, message in MESSAGES[locale].items():
        if isinstance(message, dict):
            form = strings.cldr.ordinal_form if key in ORDINALS else strings.cldr.plural_form
            assert set(message) == {form(n) for n in range(200)} | {"other"}, key


def test_every_key_is_used():
    written = written_out()
    keys = {text for text, _, begins in written if not begins}
    families = tuple(text for text, _, begins in written if begins and FAMILY.match(text))
    assert [key for key in MESSAGES[DEFAULT_LOCALE] if key not in keys and not key.startswith(families)] == []


def test_every_key_that_is_asked_for_is_there():
    families = {key.split(".")[0] for key in MESSAGES[DEFAULT_LOCALE]}
    asked = [(text, place) for text, place, begins in written_out() if not begins and KEY.fullmatch(text)]
    missing = [(key, place) for key, place in asked if key.split(".")[0] in families and "." in key]
    assert [(key, place) for key, place in missing if key not in MESSAGES[DEFAULT_LOCALE]] == []


@pytest.mark.parametrize(
    ("family", "members"),
    [
        ("kind", Kind),
        ("basis", Basis),
        ("article.absent", FigureKind),
    ],
)
def test_every_member_of_a_family_has_its_words(family: str, members: type[StrEnum]):
    assert [member for member in members if f"{family}.{member}" not in MESSAGES[DEFAULT_LOCALE]] == []


def test_the_locales_are_those_of_the_site():
    config = (LIBRARY.parent.parent / "mkdocs.yml").read_text("utf-8")
    assert sorted(re.findall(r"locale: ([\w-]+)", config)) == LOCALES
    assert set(LOCALES) <= set(CLDR_LOCALES)


# ── Dates, numbers, plurals ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("edtf", "chinese", "english"),
    [
        ("2025-11-15", "2025年11月15日", "15 November 2025"),
        ("2025-11", "2025年11月", "November 2025"),
        ("2022", "2022年", "2022"),
        (
            "[2025-06-17..2025-10-09]",
            "2025年6月17日至2025年10月9日之间的某一天",
            "one day between 17 June 2025 and 9 October 2025",
        ),
    ],
)
def test_a_date_is_said_as_precisely_as_it_is_known(edtf: str, chinese: str, english: str):
    assert read_strings("zh-Hans").date(read_date(edtf)) == chinese
    assert read_strings("en").date(read_date(edtf)) == english


@pytest.mark.parametrize(
    ("edtf", "chinese", "english"),
    [
        ("2022-10-12/2022-10-14", "2022年10月12日至14日", "12–14 Oct 2022"),
        ("2025-01/2025-08", "2025年1月至8月", "January\u2009–\u2009August 2025"),
        ("1955/1979", "1955–1979年", "1955–1979"),
        ("199X", "1990年代", "1990s"),
        ("18XX", "19世纪", "19th century"),
        ("20XX", "21世纪", "21st century"),
        ("199X/2005-03", "1990年代至2005年3月", "1990s – March 2005"),
    ],
)
def test_a_period_is_said_as_precisely_as_it_is_known(edtf: str, chinese: str, english: str):
    assert read_strings("zh-Hans").date(read_period(edtf)) == chinese
    assert read_strings("en").date(read_period(edtf)) == english


def test_a_plural_takes_the_form_of_its_number():
    english = read_strings("en")
    assert [english.count("count.texts", n) for n in (0, 1, 1234)] == ["0 texts", "1 text", "1,234 texts"]


def test_a_plural_is_not_asked_for_as_a_plain_message_nor_the_other_way():
    with pytest.raises(TypeError, match="plural"):
        read_strings("en")("count.texts", n=1)
    with pytest.raises(TypeError, match="no plural"):
        read_strings("en").count("date.unknown", 1)


def test_braces_in_what_is_filled_in_stay_as_they_are():
    assert read_strings("en")("article.translator", name="{x} {0}") == "translated by {x} {0}"
