import codecs

import pytest
from texts import faults

from edition.reader.article import read_article
from edition.reader.findings import find
from edition.reader.seeds import decode_seed

CHINESE = "托卡耶夫总统在阿斯塔纳会见了来访的中国代表团。\r\n\r\n双方讨论了经济、贸易和投资合作问题。\r\n"
RUSSIAN = "Президент провёл встречу с делегацией в Астане."


def seed(data: bytes):
    return decode_seed(data, "seeds/x.txt")


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (CHINESE.encode(), "utf-8", CHINESE),
        (codecs.BOM_UTF8 + CHINESE.encode(), "utf-8", "\ufeff" + CHINESE),
        (codecs.BOM_UTF16_LE + CHINESE.encode("utf-16-le"), "utf-16-le", "\ufeff" + CHINESE),
        (codecs.BOM_UTF16_BE + CHINESE.encode("utf-16-be"), "utf-16-be", "\ufeff" + CHINESE),
        (CHINESE.encode("gb18030"), "gb18030", CHINESE),
        ((CHINESE + "㐀𠀀€").encode("gb18030"), "gb18030", CHINESE + "㐀𠀀€"),
    ],
)
def test_a_text_may_be_utf8_utf16_with_its_mark_or_gb18030(data: bytes, encoding: str, text: str):
    read = seed(data)
    assert (read.encoding, read.text, read.data) == (encoding, text, data)
    assert read_article(read).account.total == len(text)


def test_another_encoding_than_utf8_is_told_of():
    codes = [f.problem for f in find(read_article(seed(CHINESE.encode("gb18030")))) if f.code == "E01"]
    assert codes == ["the file is read as GB18030"]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
def test_russian_in_an_old_encoding_is_not_taken_for_chinese(encoding: str):
    assert faults(RUSSIAN.encode(encoding))[0].endswith("is not UTF-8; save the file as UTF-8")


def test_utf8_with_one_bad_byte_is_refused_with_its_offset_and_line():
    data = CHINESE.encode() + b"\x80" + CHINESE.encode()
    assert faults(data) == [
        f"seeds/text.txt:4: the byte 0x80 at offset {len(CHINESE.encode())} is not UTF-8; save the file as UTF-8"
    ]


def test_utf16_that_ends_in_the_middle_of_a_character_is_refused():
    data = codecs.BOM_UTF16_LE + "甲\n乙".encode("utf-16-le")[:-1]
    assert faults(data) == ["seeds/text.txt:2: the byte 0x59 at offset 6 is not UTF-16-LE; save the file as UTF-8"]


def test_utf16_without_its_mark_is_refused_as_such():
    assert faults("A plain text of letters.".encode("utf-16-le")) == [
        "seeds/text.txt: a quarter of the characters are NUL: this looks like UTF-16 without a byte order mark; "
        "save the file as UTF-8"
    ]


def test_mixed_line_ends_are_read_and_told_of():
    article = read_article(seed("一。\r\n二。\r三。\n".encode()))
    assert [passage.line for passage in article.passages] == [1, 2, 3]
    assert [f.problem for f in find(article) if f.code == "E02"] == [
        "lines end in CRLF 1 times, CR 1 times, LF 1 times"
    ]


def test_nothing_that_is_printed_is_normalised():
    text = "　　ＧＤＰ增长３％，约４０亿，é 与 e\u0301 不同。"
    article = read_article(seed(text.encode()))
    assert article.passages[0].block.content[0].text.startswith("ＧＤＰ增长３％")
    assert "e\u0301" in "".join(inline.text for inline in article.passages[0].block.content)
