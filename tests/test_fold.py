import json
import sys
from pathlib import Path

import opencc
import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser

from edition.text.fold import SIMPLIFIED, fold, read_tokens

CASES = json.loads((Path(__file__).parent / "fold_cases.json").read_text("utf-8"))

IN_JAVASCRIPT = """async (texts) => {
  const { readFold } = await import("/assets/search/fold.js");
  const readTokens = readFold(await (await fetch("/assets/search/simplified.txt")).text());
  return texts.map((text) => readTokens(text).map((token) => [token.text, text.slice(token.start, token.end)]));
}"""

BASIC_PLANE = range(0x10000)


@pytest.mark.parametrize(("text", "tokens"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_fold_in_python_passes_the_shared_cases(text: str, tokens: list[str]) -> None:
    assert [token.text for token in read_tokens(text)] == tokens


def test_the_fold_in_javascript_passes_the_shared_cases(site_url: str, browser: Browser) -> None:
    folded = _in_javascript([text for _, text, _ in CASES], site_url, browser)
    assert [[text for text, _ in tokens] for tokens in folded] == [tokens for _, _, tokens in CASES]


def test_both_folds_say_the_same_of_the_five_texts_and_where_it_stands(
    edition, site_url: str, browser: Browser
) -> None:
    lines = [line.text for entry in edition.entries for line in entry.article.seed.lines]
    in_python = [[[token.text, line[token.start : token.end]] for token in read_tokens(line)] for line in lines]
    assert _in_javascript(lines, site_url, browser) == in_python


def test_both_folds_say_the_same_of_every_letter_that_the_texts_may_have(site_url: str, browser: Browser) -> None:
    blocks = [(0, 0x530), (0x1E00, 0x2200), (0x2460, 0x2500), (0x3000, 0x3400), (0x4E00, 0x9FA6), (0xF900, 0x10000)]
    characters = [chr(code) for start, end in blocks for code in range(start, end)]
    in_python = [[[token.text, c[token.start : token.end]] for token in read_tokens(c)] for c in characters]
    in_javascript = _in_javascript(characters, site_url, browser)
    differ = {c: pair for c, *pair in zip(characters, in_python, in_javascript, strict=True) if pair[0] != pair[1]}
    assert not differ


def _in_javascript(texts: list[str], site_url: str, browser: Browser) -> list[list[list[str]]]:
    page = browser.new_page()
    page.goto(site_url)
    folded = page.evaluate(IN_JAVASCRIPT, texts)
    page.close()
    return folded


@given(st.text())
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    once = fold(text)
    assert tuple(token for part in once for token in fold(part)) == once


@given(st.text())
def test_a_token_says_where_it_stands(text: str) -> None:
    last = (0, 0)
    for token in read_tokens(text):
        assert token.start < token.end <= len(text)
        assert (token.start, token.end) >= last  # a character may be more than one token: ¼
        last = (token.start, token.end)


def test_the_table_of_simplified_characters_is_what_opencc_makes() -> None:
    assert SIMPLIFIED.read_text("utf-8") == simplified_table()


def simplified_table() -> str:
    """`python tests/test_fold.py` writes it anew."""
    convert = opencc.OpenCC("t2s").convert
    pairs = {}
    for code in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000)):
        simplified = convert(chr(code))
        while convert(simplified) != simplified:
            simplified = convert(simplified)
        if simplified != chr(code) and len(simplified) == 1 and ord(simplified) in BASIC_PLANE:
            pairs[chr(code)] = simplified
    return "".join(pairs) + "\n" + "".join(pairs.values()) + "\n"


if __name__ == "__main__":
    SIMPLIFIED.write_text(simplified_table(), "utf-8")
    sys.exit()
